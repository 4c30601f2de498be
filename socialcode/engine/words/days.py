"""Words about days: moved by days, months or years, and where a month, quarter or year begins and ends."""

import polars as pl

from .. import days as calendar
from ..carriers import Column, column, word


@word
def days_after(day: Column, days) -> Column:
    """So many days later, or earlier if the number is below zero."""
    return _moved(day, days, "d")


@days_after.known
def _(day, days):
    return calendar.days_after(day, int(days))


@word
def months_after(day: Column, months) -> Column:
    """The same day so many months later; the month's last day where that day does not exist."""
    return _moved(day, months, "mo")


@months_after.known
def _(day, months):
    return calendar.months_after(day, int(months))


@word
def years_after(day: Column, years) -> Column:
    """The same day of another year; 28 February where that year has no 29th."""
    return _moved(day, years, "y")


@years_after.known
def _(day, years):
    return calendar.years_after(day, int(years))


def _moved(day: Column, count, unit: str) -> Column:
    steps = column(count).cast(pl.Int64)
    if not steps.meta.root_names() and (fixed := pl.select(steps).item()) is not None:
        return day.dt.offset_by(f"{fixed}{unit}")  # the same move for every row, found once
    return day.dt.offset_by(pl.concat_str([steps.cast(pl.String), pl.lit(unit)]))


@word
def full_years(since: Column, day: Column) -> Column:
    """Whole years from one day to another, such as an age; a year is full on the day `years_after` names."""
    begun = day.dt.year() - since.dt.year()
    return begun.cast(pl.Int64) - (years_after(since, begun) > day).cast(pl.Int64)


full_years.known(calendar.full_years)


@word
def start_of_year(day: Column) -> Column:
    return day.dt.truncate("1y")


start_of_year.known(calendar.start_of_year)


@word
def start_of_month(day: Column) -> Column:
    return day.dt.month_start()


start_of_month.known(calendar.start_of_month)


@word
def end_of_month(day: Column) -> Column:
    return day.dt.month_end()


end_of_month.known(calendar.end_of_month)


@word
def end_of_quarter(day: Column) -> Column:
    return day.dt.truncate("1q").dt.offset_by("2mo").dt.month_end()


@end_of_quarter.known
def _(day):
    return calendar.end_of_month(calendar.months_after(calendar.start_of_quarter(day), 2))


@word
def months_between(first: Column, second: Column) -> Column:
    """How many months the second day's month lies after the first's; less than zero if it lies before."""
    years = second.dt.year().cast(pl.Int64) - first.dt.year().cast(pl.Int64)
    return years * calendar.MONTHS_OF_YEAR + second.dt.month().cast(pl.Int64) - first.dt.month().cast(pl.Int64)


@months_between.known
def _(first, second):
    return calendar.month_number(second) - calendar.month_number(first)


@word
def days_between(first: Column, second: Column) -> Column:
    """How many days the second day lies after the first; less than zero if it lies before."""
    return second.cast(pl.Int32).cast(pl.Int64) - first.cast(pl.Int32).cast(pl.Int64)


@days_between.known
def _(first, second):
    return (second - first).days
