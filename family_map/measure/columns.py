"""A table as the measures need it: deprivations, gaps and whole numbers of people, and what is wrong with its cells."""

from collections.abc import Iterator
from decimal import Decimal

import polars as pl

from socialcode.engine.problems import near

from .method import PLACES, Indicator, MeasureError, Method

NUMBER = pl.Decimal(38, PLACES)
WHOLE = 10**PLACES
YES, NO = ("1", "1.0", "true", "yes"), ("0", "0.0", "false", "no")
ROW, PEOPLE, WEIGHT, CLUSTER, STRATUM = "row", "people", "weight", "cluster", "stratum"


def deprived(place: int) -> str:
    return f"deprived_{place}"


def gap(place: int) -> str:
    return f"gap_{place}"


def group(place: int) -> str:
    return f"group_{place}"


class Prepared:
    """The columns of a table by the method. Raises MeasureError where a column is missing or of no use."""

    def __init__(self, table: pl.LazyFrame, method: Method):
        self.method, self._schema = method, table.collect_schema()
        self._wrong: dict[str, tuple[pl.Expr, pl.Expr, str]] = {}
        columns = list(self._columns())
        self.table = table.with_row_index(ROW, offset=1).select(ROW, *columns)
        self.mistakes = table.with_row_index(ROW, offset=1).select(
            pl.len(),
            *(
                pl.struct(ROW, pl.col(name).cast(pl.String).alias("said")).filter(bad).first().alias(name)
                for name, (_raw, bad, _sentence) in self._wrong.items()
            ),
        )

    def refuse(self, found: pl.DataFrame) -> int:
        """The number of rows. Raises MeasureError for the first cell that cannot be read."""
        [said] = found.rows(named=True)
        rows = said.pop("len")
        wrong = {name: cell for name, cell in said.items() if cell and cell[ROW] is not None}
        if wrong:
            name, cell = min(wrong.items(), key=lambda each: each[1][ROW])
            told = "nothing" if cell["said"] is None else f"'{cell['said'][:40]}'"
            raise MeasureError(f"Row {cell[ROW]} says {told} in '{name}': {self._wrong[name][2]}.")
        if not rows:
            raise MeasureError("The table has no rows.")
        return rows

    def _columns(self) -> Iterator[pl.Expr]:
        for place, indicator in enumerate(self.method.indicators):
            yield from self._indicator(place, indicator)
        sampling = self.method.sampling
        people = self._count(self.method.people) if self.method.people else pl.lit(1, dtype=pl.Int64)
        weight = self._weight(sampling.weight) if sampling and sampling.weight else None
        yield (people if weight is None else people.cast(pl.Int128) * weight).alias(PEOPLE)
        if sampling:
            yield (pl.lit(1.0) if weight is None else weight.cast(pl.Float64) / WHOLE).alias(WEIGHT)
            for name, column in ((STRATUM, sampling.stratum), (CLUSTER, sampling.cluster)):
                yield (self._text(column) if column else pl.lit("")).alias(name)
        for place, name in enumerate(self.method.groups):
            yield self._text(name).alias(group(place))

    def _indicator(self, place: int, indicator: Indicator) -> Iterator[pl.Expr]:
        name = indicator.stands_in
        if indicator.below is None and indicator.above is None:
            yield self._yes_no(name).cast(pl.Int64).alias(deprived(place))
            return
        value, cut = self._number(name), indicator.below if indicator.is_cardinal else indicator.above
        found = value < _exactly(cut, indicator) if indicator.is_cardinal else value > _exactly(cut, indicator)
        yield found.cast(pl.Int64).alias(deprived(place))
        if indicator.is_cardinal:
            lacking = _whole(pl.lit(cut, dtype=NUMBER)) - _whole(value.clip(lower_bound=pl.lit(0, dtype=NUMBER)))
            yield pl.when(value.is_not_null()).then(lacking.clip(lower_bound=0)).alias(gap(place))

    def _known(self, name: str) -> pl.Expr:
        if name not in self._schema:
            there = ", ".join(list(self._schema)[:12])
            raise MeasureError(f"The table has no column '{name}'.{near(name, self._schema)} It has: {there}.")
        return pl.col(name)

    def _said(self, name: str) -> pl.Expr:
        """A cell without what is empty in it."""
        cell = self._known(name)
        if self._schema[name] == pl.String:
            cell = cell.str.strip_chars()
            return pl.when(cell != "").then(cell)
        return cell.fill_nan(None) if self._schema[name].is_float() else cell

    def _number(self, name: str) -> pl.Expr:
        kind = self._schema.get(name)
        if kind is not None and not (kind.is_numeric() or kind == pl.String):
            raise MeasureError(f"The column '{name}' has no numbers to compare with a cut-off.")
        said = self._said(name)
        number = said.cast(NUMBER, strict=False)
        self._wrong[name] = (said, said.is_not_null() & number.is_null(), "that is no number")
        return number

    def _yes_no(self, name: str) -> pl.Expr:
        said, kind = self._said(name), self._schema[name]
        if kind == pl.Boolean:
            return said
        if kind.is_numeric():
            found = pl.when(said == 1).then(True).when(said == 0).then(False)
        else:
            said = said.cast(pl.String).str.to_lowercase()
            found = pl.when(said.is_in(YES)).then(True).when(said.is_in(NO)).then(False)
        self._wrong[name] = (said, said.is_not_null() & found.is_null(), "it has to be 1 or 0, yes or no, or empty")
        return found

    def _count(self, name: str) -> pl.Expr:
        number = self._number(name)
        found = number.cast(pl.Int64)
        self._wrong[name] = (
            number,
            (found.cast(NUMBER) != number).fill_null(True) | (number < 0),
            "persons are counted",
        )
        return found

    def _weight(self, name: str) -> pl.Expr:
        number = self._number(name)
        self._wrong[name] = (number, (number < 0).fill_null(True), "a weight is a number from 0 on")
        return _whole(number)

    def _text(self, name: str) -> pl.Expr:
        return self._known(name).cast(pl.String).fill_null("")


def _exactly(cut: Decimal, indicator: Indicator) -> pl.Expr:
    if cut != round(cut, PLACES):
        raise MeasureError(f"The cut-off of '{indicator.name}' has more than {PLACES} places after the point.")
    return pl.lit(cut, dtype=NUMBER)


def _whole(number: pl.Expr) -> pl.Expr:
    """In millionths, as a whole number wide enough for sums of squares."""
    return (number.cast(pl.Decimal(38, PLACES)) * pl.lit(WHOLE, dtype=pl.Decimal(38, 0))).cast(pl.Int128)
