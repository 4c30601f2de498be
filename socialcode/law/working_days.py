"""Kazakhstan's working days: weekends, public holidays, days moved by the Government.

A term in working days begins the day after the event (Administrative Procedural Code, articles 65 and 76).
"""

import csv
import datetime
from functools import cache
from pathlib import Path

import holidays

MOVED = Path(__file__).parent / "figures" / "transferred_days.csv"  # each with its act; none was moved in 2026
ONE_DAY = datetime.timedelta(days=1)


@cache
def _moved() -> dict[datetime.date, bool]:
    """Days moved by decision, each with whether it is worked."""
    with MOVED.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    return {datetime.date.fromisoformat(row[kind]): kind == "work" for row in rows for kind in ("off", "work")}


@cache
def _calendar() -> holidays.HolidayBase:
    return holidays.country_holidays("KZ")


def is_working_day(day: datetime.date) -> bool:
    return _moved()[day] if day in _moved() else _calendar().is_working_day(day)


def working_days_after(day: datetime.date, count: int) -> datetime.date:
    """The last day of a term of `count` working days that begins the day after `day`."""
    while count > 0:
        day += ONE_DAY
        count -= is_working_day(day)
    return day


def working_days_left(today: datetime.date, due: datetime.date) -> int:
    """Working days after today up to the last day of a term; negative once it is over."""
    if due < today:
        return -working_days_left(due, today)
    return sum(is_working_day(today + ONE_DAY * step) for step in range(1, (due - today).days + 1))
