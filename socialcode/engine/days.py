"""Calendar arithmetic on one day: the only place where days, months and years are counted outside columns.

Who was born on 29 February is a year older on 28 February of a year that has no 29th: a term of months or years ends on
the last day of a month that has no such day. Source: Civil Code, article 173 (recalled, its text was not seen); the
Social Code says nothing of its own. The words of the engine count columns alike.
"""

import datetime
from functools import lru_cache

from dateutil.relativedelta import relativedelta

MONTHS_OF_YEAR, MONTHS_OF_QUARTER = 12, 3

kept = lru_cache(maxsize=4096)  # one person's provisions ask the same of the same days again and again


@kept
def days_after(day: datetime.date, days: int) -> datetime.date:
    return day + relativedelta(days=days)


@kept
def months_after(day: datetime.date, months: int) -> datetime.date:
    """The same day so many months later (earlier if negative); the month's last day where that day does not exist."""
    return day + relativedelta(months=months)


@kept
def years_after(day: datetime.date, years: int) -> datetime.date:
    return day + relativedelta(years=years)


def full_years(since: datetime.date, day: datetime.date) -> int:
    """Whole years from one day to another, such as an age; negative before `since`."""
    begun = day.year - since.year
    return begun - (years_after(since, begun) > day)


def latest_start(day: datetime.date, years: int) -> datetime.date:
    """The last day from which so many full years have passed by a day: the youngest who have an age were born on it."""
    before = years_after(day, -years)
    return end_of_month(before) if day == end_of_month(day) else before


@kept
def start_of_month(day: datetime.date) -> datetime.date:
    return day + relativedelta(day=1)


@kept
def end_of_month(day: datetime.date) -> datetime.date:
    return day + relativedelta(day=31)


@kept
def start_of_year(day: datetime.date) -> datetime.date:
    return day + relativedelta(month=1, day=1)


def end_of_year(day: datetime.date) -> datetime.date:
    return day + relativedelta(month=12, day=31)


def start_of_quarter(day: datetime.date) -> datetime.date:
    return start_of_month(months_after(day, -((day.month - 1) % MONTHS_OF_QUARTER)))


def month_number(day: datetime.date) -> int:
    """Months counted through the years, so that the difference of two is the months between them."""
    return day.year * MONTHS_OF_YEAR + day.month - 1


def months_before(day: datetime.date, count: int) -> list[datetime.date]:
    """The first days of the full months before the month of a day, the oldest first."""
    return [start_of_month(months_after(day, -back)) for back in range(count, 0, -1)]
