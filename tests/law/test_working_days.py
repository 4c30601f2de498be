"""Terms in working days: holidays, their observed days, and days moved by decision."""

import csv
import datetime

import holidays
import pytest

from socialcode.law import working_days
from socialcode.law.working_days import is_working_day, working_days_after, working_days_left


def on(text):
    return datetime.date.fromisoformat(text)


@pytest.mark.parametrize(
    ("day", "worked"),
    [
        ("2023-07-07", False),  # moved to Saturday 1 July
        ("2023-07-01", True),
        ("2024-05-08", False),
        ("2024-05-04", True),
        ("2025-01-03", False),
        ("2025-01-05", True),  # a Sunday
        ("2025-01-07", False),  # Orthodox Christmas
        ("2026-01-03", False),  # a Saturday
        ("2026-03-24", False),  # Nauryz fell on a weekend
        ("2026-03-25", False),
        ("2026-05-11", False),
        ("2026-05-27", False),  # the first day of Kurban Ait
        ("2026-08-31", True),  # since the new Constitution its day is 15 March
        ("2026-10-26", False),
        ("2026-11-23", True),
        ("2027-03-15", False),
    ],
)
def test_a_day_is_worked_or_not(day, worked):
    assert is_working_day(on(day)) is worked


def test_every_moved_day_has_its_act_and_agrees_with_the_calendar():
    rows = list(csv.DictReader(working_days.MOVED.read_text(encoding="utf-8").splitlines()))
    calendar = holidays.country_holidays("KZ")
    assert all(row["act"] for row in rows)
    assert all(calendar.is_working_day(on(row["work"])) for row in rows)
    assert not any(calendar.is_working_day(on(row["off"])) for row in rows)


def test_a_term_begins_the_day_after_and_skips_the_holidays():
    assert working_days_after(on("2026-03-20"), 1) == on("2026-03-26")
    assert working_days_after(on("2024-05-03"), 2) == on("2024-05-06")  # Saturday the 4th is worked


@pytest.mark.parametrize("count", [1, 3, 10, 15, 30])
def test_days_left_count_back_what_a_term_counted(count):
    begun = on("2026-12-10")
    due = working_days_after(begun, count)
    assert working_days_left(begun, due) == count
    assert working_days_left(due, begun) == -count
    assert working_days_left(due, due) == 0
