"""Rows of a file against what their register declares: what each column holds, and what is wrong with it.

Values come as text (CSV) or typed (Parquet) and leave typed; a value that is wrong leaves its row out, with column and
reason. Nothing is guessed or put right.
"""

import datetime
from collections.abc import Iterator
from dataclasses import dataclass

import polars as pl

from socialcode import iin
from socialcode.law.regions import districts, regions
from socialcode.registers.schemas import Column, Kind

from .layouts import FAMILY, IIN, REPRESENTED, Layout

ROW, VALUE, REASON, COLUMN = "row", "value", "reason", "column"
LONGEST_SHOWN = 100  # characters of a wrong value that are kept
EARLIEST = datetime.date(1850, 1, 1)  # whoever was born before is not alive
YES, NO = ("true", "1", "yes", "иә", "да", "t"), ("false", "0", "no", "жоқ", "нет", "f")
UUID = r"^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$"
NO_TEXT = r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]"
FORMULA = r"^[=@]"
WHOLE, MONEY, ANY_NUMBER = r"^-?\d{1,15}$", r"^-?\d{1,12}(\.\d{1,2}0*)?$", r"^-?\d+(\.\d+)?(e[+-]?\d+)?$"
PLACES = 2
MOST_MONEY = 10**12


@dataclass(frozen=True)
class Checked:
    """`rows` are right, typed and named as declared, with `row`; `wrong` has row, column, value and reason."""

    rows: pl.DataFrame
    wrong: pl.DataFrame


def check(layout: Layout, batch: pl.DataFrame, first_row: int, today: datetime.date) -> Checked:
    """Check a batch whose first row has the number `first_row`."""
    given = batch.select(_given(layout, batch)).with_row_index(ROW, first_row)
    made = given.with_columns(
        _typed(column, given.schema[name]).alias(f"{name}!") for name, column in layout.columns.items()
    )
    problems = [*_of_columns(layout, given.schema), *_between_columns(layout, today)]
    marks = [
        condition.fill_null(value=False).alias(f"{place}?")
        for place, (_column, _reason, condition) in enumerate(problems)
    ]
    made = made.with_columns(marks)
    names = [mark.meta.output_name() for mark in marks]
    is_wrong = pl.any_horizontal(names)
    bad = made.filter(is_wrong)
    wrong = pl.concat([_EMPTY, *_described(bad, problems)], how="vertical")
    right = made.filter(~is_wrong)
    return Checked(right.select(ROW, *(_kept(column) for column in layout.columns.values())), wrong)


def _kept(column: Column) -> pl.Expr:
    """A text that is missing is kept as an empty one."""
    made = pl.col(f"{column.name}!")
    return (made.fill_null("") if column.kind in {Kind.TEXT, Kind.WORD} else made).alias(column.name)


_EMPTY = pl.DataFrame(schema={ROW: pl.UInt32, COLUMN: pl.String, VALUE: pl.String, REASON: pl.String})


def _given(layout: Layout, batch: pl.DataFrame) -> Iterator[pl.Expr]:
    """The columns of the layout as they came: text trimmed, and nothing where a text is empty or a column left out."""
    for name in layout.columns:
        if name not in batch.columns:
            yield pl.lit(None, dtype=pl.String).alias(name)
        elif batch.schema[name] == pl.String:
            trimmed = pl.col(name).str.strip_chars()
            yield pl.when(trimmed != "").then(trimmed).alias(name)
        elif batch.schema[name].base_type() in {pl.Categorical, pl.Enum, pl.Null}:
            yield pl.col(name).cast(pl.String)
        else:
            yield pl.col(name)


def _typed(column: Column, given: pl.DataType) -> pl.Expr:  # noqa: PLR0911 - one line a kind
    """The value as its type; nothing where it cannot be."""
    value = pl.col(column.name)
    match column.kind:
        case Kind.DAY if given == pl.Date:
            return value
        case Kind.DAY if given.base_type() == pl.Datetime:
            return value.dt.date()
        case Kind.DAY:
            text = value.cast(pl.String)
            return pl.coalesce(text.str.to_date(form, strict=False) for form in ("%Y-%m-%d", "%d.%m.%Y"))
        case Kind.MONEY if given.is_numeric():
            return pl.when(value.abs() < MOST_MONEY).then(value).cast(pl.Decimal(14, PLACES), strict=False)
        case Kind.MONEY:
            text = _number_of(value)
            return pl.when(text.str.contains(MONEY)).then(text).cast(pl.Decimal(14, PLACES), strict=False)
        case Kind.NUMBER if given.is_integer():
            return value.cast(pl.Int64, strict=False)
        case Kind.NUMBER:
            text = _number_of(value.cast(pl.String)).str.replace(r"\.0+$", "")
            return pl.when(text.str.contains(WHOLE)).then(text).cast(pl.Int64, strict=False)
        case Kind.TRUTH if given == pl.Boolean:
            return value
        case Kind.TRUTH:
            text = value.cast(pl.String).str.to_lowercase()
            return pl.when(text.is_in(YES)).then(True).when(text.is_in(NO)).then(False)
    return value.cast(pl.String)


def _number_of(value: pl.Expr) -> pl.Expr:
    """A number as people write it: spaces between thousands, a comma before parts."""
    return value.cast(pl.String).str.replace_all(r"[\s\u00a0\u202f]", "").str.replace(",", ".", literal=True)


def _of_columns(layout: Layout, kinds: pl.Schema) -> Iterator[tuple[str, str, pl.Expr]]:
    """What can be wrong with each column by itself: column, reason and condition."""
    for name, column in layout.columns.items():
        given, made = pl.col(name), pl.col(f"{name}!")
        if not column.may_be_empty:
            yield name, "empty", given.is_null()
        match column.kind:
            case Kind.DAY:
                yield name, "not_a_day", given.is_not_null() & (made.is_null() | (made < EARLIEST))
            case Kind.MONEY:
                is_lost, is_number = given.is_not_null() & made.is_null(), pl.lit(value=True)
                if not kinds[name].is_numeric():
                    is_number = _number_of(given).str.to_lowercase().str.contains(ANY_NUMBER)
                    yield name, "not_a_number", is_lost & ~is_number
                yield name, "too_large", is_lost & is_number
            case Kind.NUMBER:
                yield name, "not_a_number", given.is_not_null() & made.is_null()
                yield name, "too_large", made > layout.most(name)
            case Kind.TRUTH:
                yield name, "not_a_truth", given.is_not_null() & made.is_null()
            case Kind.WORD:
                yield name, "unknown_word", ~made.is_in(column.choices)
            case Kind.TEXT:
                yield from _of_text(name, column, made)
        if column.least is not None:
            yield name, "negative" if column.least == 0 else "too_small", made < int(column.least)


def _of_text(name: str, column: Column, made: pl.Expr) -> Iterator[tuple[str, str, pl.Expr]]:
    if name in {IIN.name, REPRESENTED.name}:
        yield name, "no_iin", ~_is_iin(made)
        return
    if name == FAMILY.name:
        yield name, "no_key", ~made.str.to_lowercase().str.contains(UUID)
        return
    if column.longest is not None:
        yield name, "too_long", made.str.len_chars() > column.longest
    yield name, "unreadable", made.str.contains(NO_TEXT)
    yield name, "formula", made.str.contains(FORMULA)
    if name == "region":
        yield name, "no_region", ~made.is_in(list(regions()))
    if name == "district":
        yield name, "no_region", ~made.is_in(list(districts())) | (made.str.head(2) != pl.col("region!").str.head(2))


def _is_iin(text: pl.Expr) -> pl.Expr:
    """Twelve digits that begin with a date, with the right check digit: as `socialcode.iin` reads one."""
    digits = [text.str.slice(place, 1).cast(pl.Int32, strict=False) for place in range(iin.LENGTH)]
    passes = (iin.FIRST_PASS, iin.SECOND_PASS)
    once, twice = (
        sum((digit * weight for digit, weight in zip(digits[:11], weights, strict=True)), pl.lit(0)) % iin.MODULUS
        for weights in passes
    )
    rest = pl.when(once != iin.NEVER_ISSUED).then(once).otherwise(twice)
    shape = text.str.contains(r"^[0-9]{12}$") & digits[6].is_between(min(iin.CENTURIES), max(iin.CENTURIES))
    return shape & (rest == digits[11]) & (rest != iin.NEVER_ISSUED) & born(text).is_not_null()


def born(text: pl.Expr) -> pl.Expr:
    """The date of birth an IIN says."""
    century = text.str.slice(6, 1).replace_strict(
        {str(digit): str(start // 100) for digit, start in iin.CENTURIES.items()}, default=None, return_dtype=pl.String
    )
    return (century + text.str.slice(0, 6)).str.to_date("%Y%m%d", strict=False)


def _between_columns(layout: Layout, today: datetime.date) -> Iterator[tuple[str, str, pl.Expr]]:
    """What columns say against one another, or against the calendar."""
    made = {name: pl.col(f"{name}!") for name in layout.columns}
    for name, column in layout.columns.items():
        if column.kind == Kind.DAY and name != "until":
            yield name, "not_yet", made[name] > today
    if {"since", "until"} <= made.keys():
        yield "until", "ends_before_start", made["until"] < made["since"]
    if layout.name == "person":
        yield "died_on", "ends_before_start", made["died_on"] < made["birth_date"]
        yield "birth_date", "not_of_iin", made["birth_date"] != born(made["iin"])
        says_male = made["iin"].str.slice(6, 1).cast(pl.Int32, strict=False) % 2 == 1
        yield "sex", "not_of_iin", (made["sex"] == "male") != says_male
    if layout.name == "representation":
        yield "represented", "oneself", made["represented"] == made["iin"]
    if layout.name == "loan":
        yield "overdue_since", "not_together", (made["overdue"].fill_null(0) > 0) != made["overdue_since"].is_not_null()


def _described(bad: pl.DataFrame, problems: list) -> Iterator[pl.DataFrame]:
    """Each problem of each row, the value as it came; of a column only the first."""
    for place, (column, reason, _condition) in enumerate(problems):
        earlier = [f"{each}?" for each in range(place) if problems[each][0] == column]
        is_first = pl.col(f"{place}?") & ~pl.any_horizontal(pl.lit(value=False), *earlier)
        yield bad.filter(is_first).select(
            pl.col(ROW).cast(pl.UInt32),
            pl.lit(column).alias(COLUMN),
            pl.col(column).cast(pl.String, strict=False).fill_null("").str.head(LONGEST_SHOWN).alias(VALUE),
            pl.lit(reason).alias(REASON),
        )
