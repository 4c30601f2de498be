"""The picture of the months to come: where each payment, day and sum stands."""

import datetime

from socialcode.check.ahead import timeline
from socialcode.check.ahead.months_page import birthdays
from socialcode.check.visit import Subject, Visit

FIRST = datetime.date(2026, 11, 27)


def spans(pays, paid):
    return [(span.x, span.width, span.kind) for span in timeline.line("", pays, paid, 24).spans]


def test_a_payment_stands_from_its_first_month_to_its_last():
    assert spans("monthly", dict.fromkeys(range(12), 100)) == [("0.00%", "50.00%", "now")]
    assert spans("monthly", dict.fromkeys(range(6, 24), 100)) == [("25.00%", "75.00%", "later")]
    assert spans("once", {6: 100}) == [("25.00%", "4.17%", "once")]


def test_a_pause_and_an_unknown_amount_are_seen():
    assert spans("monthly", {0: 100, 1: 100, 3: None}) == [
        ("0.00%", "8.33%", "now"),
        ("12.50%", "4.17%", "unknown"),
    ]


def test_an_amount_that_changes_is_told_once_each_time():
    assert timeline.line("", "monthly", {0: 100, 1: 100, 2: 150, 3: None}, 24).amounts == [100, 150]


def test_marks_that_would_cover_each_other_stand_below_each_other():
    days = [(datetime.date(2027, 5, 20), False), (datetime.date(2027, 6, 1), True), (datetime.date(2028, 5, 1), True)]
    found = timeline.marks(days, FIRST, 24)
    assert [(mark.number, mark.y, mark.is_last) for mark in found] == [(1, 0, False), (2, 28, True), (3, 0, True)]
    assert found[2].x == "75.0%"


def test_equal_sums_are_one_step_and_nothing_is_none():
    found = timeline.steps([100] * 12 + [0] * 6 + [50] * 6)
    assert [(step.x, step.width, step.height, step.amount) for step in found] == [
        ("0.00%", "50.00%", 64, 100),
        ("75.00%", "25.00%", 32, 50),
    ]


def test_birthdays_stand_on_the_way_where_the_law_knows_the_age():
    visit = Visit("birth", "2026-11-21", children=[Subject(1, {"child_birth_date": "2026-05-03"})])
    visit.person = Subject(given={"birth_date": "1964-05-20"})
    found = [(str(on), age) for on, _whose, age in birthdays(visit, datetime.date(2028, 10, 31))]
    assert found == [("2027-05-20", 63), ("2028-05-20", 64), ("2027-05-03", 1)]


def test_months_of_which_an_amount_is_not_known_are_not_nothing():
    found = timeline.steps([0] * 6 + [100] * 12 + [0] * 6, {*range(6), *range(12, 18)})
    assert [(step.x, step.amount, step.is_open, step.height > 0) for step in found] == [
        ("0.00%", 0, True, True),
        ("25.00%", 100, False, True),
        ("50.00%", 100, True, True),
    ]
