"""Months and years counted from a day."""

import datetime


def months_before(day: datetime.date, count: int) -> list[datetime.date]:
    """The first days of the full months before the month of a day, the oldest first."""
    return [later(day, -back) for back in range(count, 0, -1)]


def later(day: datetime.date, months: int) -> datetime.date:
    """The first day of the month so many months after that of a day."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return datetime.date(year, month + 1, 1)


def years_after(day: datetime.date, years: int) -> datetime.date:
    """The same day of another year; the first of March where that year has no 29 February."""
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return datetime.date(day.year + years, 3, 1)
