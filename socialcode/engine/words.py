"""The words a rule is written in. Each one closes a trap of the column engine, so rules never touch it directly.

A formula's arguments are columns; unknown is null and stays null through every word. Amounts and rates are exact
decimals with twelve places, rounded once, at the end. A rate has at most four places and divisors multiply to less
than 1 000, so a true fraction of a tenge is never below a billionth, while what one division leaves behind is far
smaller: rounding words therefore settle the value at nine places first. A formula divides last, once.
"""

import datetime
from collections.abc import Mapping
from decimal import Decimal

import polars as pl

EXACT = pl.Decimal(38, 12)
SETTLED = 9
SPECK = Decimal("0.0000000005")  # half of the last settled place
FEW_STEPS = 12  # up to as many, a chain of questions is the cheaper way through a table
NEARLY_ONE = 1 - SPECK - Decimal("0.000000000001")
HALF = Decimal("0.5")

Column = pl.Expr


def column(value) -> Column:
    """Any operand as a column; numbers become exact, text stays text (never a column's name)."""
    if isinstance(value, pl.Expr):
        return value
    if isinstance(value, Decimal):
        return pl.lit(value, dtype=EXACT)
    return pl.lit(value)


def choose(condition: Column, then, otherwise) -> Column:
    """`then` where the condition holds, `otherwise` where it does not, unknown where nobody knows."""
    return pl.when(condition.is_null()).then(None).when(condition).then(column(then)).otherwise(column(otherwise))


def least(*values) -> Column:
    """The smallest; unknown if any is unknown."""
    return _strictly(pl.min_horizontal, values)


def greatest(*values) -> Column:
    """The largest; unknown if any is unknown."""
    return _strictly(pl.max_horizontal, values)


def _strictly(word, values) -> Column:
    columns = [column(value) for value in values]
    return pl.when(pl.all_horizontal(c.is_not_null() for c in columns)).then(word(*columns))


def ratio(part, whole) -> Column:
    """part / whole; unknown where the whole is zero."""
    divisor = column(whole).cast(EXACT)
    return column(part).cast(EXACT) / pl.when(divisor != 0).then(divisor)


def up_to_tenge(amount: Column) -> Column:
    """Rounded up to a whole tenge."""
    return _cut(amount, -SPECK, NEARLY_ONE)


def down_to_tenge(amount: Column) -> Column:
    """Rounded down to a whole tenge."""
    return _cut(amount, -NEARLY_ONE, SPECK)


def nearest_tenge(amount: Column) -> Column:
    """Rounded to the nearest whole tenge, a half up."""
    return _cut(amount, -HALF - SPECK, HALF + SPECK)


def _cut(amount: Column, below_zero: Decimal, from_zero: Decimal) -> Column:
    """Settled and rounded at once: what is added depends on the sign, and what then stands after the point is cut off.

    The same as rounding at nine places, then to a whole number, then changing the type, at a third of their cost.
    """
    exact = amount.cast(EXACT)
    return (exact + pl.when(exact < 0).then(column(below_zero)).otherwise(column(from_zero))).cast(pl.Int64)


def to_tiyn(amount: Column) -> Column:
    """Rounded to the nearest tiyn (hundredth of a tenge), a half up; still in tenge."""
    return amount.cast(EXACT).round(SETTLED).round(2, mode="half_away_from_zero")


def by_table(key: Column, table: Mapping) -> Column:
    """The table's value for a key: words match exactly; of numbers and dates the last step not above the key counts.

    Unknown for an unknown key, a word outside the table, or a key before the first step.
    """
    exact = all(isinstance(step, str) for step in table)
    if not exact and len(table) > FEW_STEPS:
        return _by_long_table(key, table)
    found = pl.when(key.is_null()).then(None)
    for step in sorted(table, reverse=True):
        found = found.when(key == step if exact else key >= step).then(column(table[step]))
    return found.otherwise(None)


def _by_long_table(key: Column, table: Mapping) -> Column:
    """The same for many steps by halving: as many questions as steps would cost most of a page's time."""
    steps = sorted(table)
    numbers = not isinstance(steps[0], datetime.date)
    known = pl.lit(pl.Series(steps, dtype=EXACT if numbers else pl.Date))
    found = [None, *(table[step] for step in steps)]
    values = pl.lit(pl.Series(found, dtype=EXACT if isinstance(found[1], Decimal) else None))
    reached = known.search_sorted(key.cast(EXACT) if numbers else key, side="right")
    return pl.when(key.is_not_null()).then(values.gather(reached))


def as_of(day: Column, history: Mapping[datetime.date, Decimal]) -> Column:
    """The value that was in force on a day of the row's own, from an argument called `<value>_history`."""
    return by_table(day, history)


def in_quarter(day: Column, history: Mapping[datetime.date, Decimal]) -> Column:
    """The value that began in the calendar quarter of a day; unknown where none did."""
    if not history:
        return pl.lit(None, dtype=EXACT)
    began = by_table(day, {since: since for since in history})
    return choose(began >= day.dt.truncate("1q"), by_table(day, history), None)


def first_known(*values) -> Column:
    """The first value that is known; unknown only if none is."""
    return pl.coalesce(column(value) for value in values)


def raised(amount: Column, granted: Column, on: Column, history: Mapping[datetime.date, Decimal]) -> Column:
    """A whole amount, not below zero, after each raise (a share) since the day it was granted, each rounded up.

    Each step names the amount once, so that the formula grows with the number of raises and not with its power.
    """
    for start in sorted(history):
        due = (granted < column(start)) & (column(start) <= on)
        amount = ((amount * choose(due, 1 + history[start], Decimal(1))).cast(EXACT) + column(NEARLY_ONE)).cast(
            pl.Int64
        )
    return amount


def one_of(value: Column, *words: str) -> Column:
    """Whether the value is one of these words."""
    return value.is_in(list(words))


def days_after(day: Column, days) -> Column:
    return _moved(day, days, "d")


def months_after(day: Column, months) -> Column:
    """The same day so many months later; the month's last day where that day does not exist."""
    return _moved(day, months, "mo")


def years_after(day: Column, years) -> Column:
    return _moved(day, years, "y")


def _moved(day: Column, count, unit: str) -> Column:
    steps = column(count).cast(pl.Int64).cast(pl.String)
    return day.dt.offset_by(pl.concat_str([steps, pl.lit(unit)]))


def full_years(since: Column, day: Column) -> Column:
    """Whole years from one day to another, such as an age; a year is full on the day `years_after` names."""
    begun = day.dt.year() - since.dt.year()
    return begun.cast(pl.Int64) - (years_after(since, begun) > day).cast(pl.Int64)


def start_of_year(day: Column) -> Column:
    return day.dt.truncate("1y")


def start_of_month(day: Column) -> Column:
    return day.dt.month_start()


def end_of_month(day: Column) -> Column:
    return day.dt.month_end()


def end_of_quarter(day: Column) -> Column:
    return day.dt.truncate("1q").dt.offset_by("2mo").dt.month_end()


def total(series: Column, months) -> Column:
    """The sum of a series of monthly amounts; unknown if a month is unknown or the series is not `months` long."""
    complete = series.list.drop_nulls().list.len() == column(months).cast(pl.Int64)
    whole = series.list.len() == column(months).cast(pl.Int64)
    return pl.when(complete & whole).then(series.list.sum().cast(EXACT))


def family_sum(value: Column) -> Column:
    """The sum over all rows of the family; unknown if one is unknown."""
    return _of_family(value)


def family_count(condition: Column) -> Column:
    """How many rows of the family meet the condition; unknown if one is unknown."""
    return _of_family(condition.cast(pl.Int64))


def _of_family(value: Column) -> Column:
    return pl.when(value.null_count() == 0).then(value.sum()).over("family")
