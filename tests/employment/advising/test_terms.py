"""The days of articles 98-100, 109 and 111, by the calendar of 2026."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from employment.advising import terms
from employment.advising.terms import Bar, Refusals
from socialcode.law.working_days import is_working_day

pytestmark = pytest.mark.django_db
FRIDAY = datetime.date(2026, 11, 20)
REMOVED = datetime.date(2026, 11, 30)


@pytest.mark.parametrize(
    ("counted", "day"),
    [
        (lambda: terms.answer_by(FRIDAY), datetime.date(2026, 11, 25)),
        (lambda: terms.go_by(FRIDAY), datetime.date(2026, 11, 25)),
        (lambda: terms.no_show_after(FRIDAY), datetime.date(2026, 11, 27)),
        (lambda: terms.come_by("measure", FRIDAY), datetime.date(2026, 11, 25)),
        (lambda: terms.come_by("visit", FRIDAY), datetime.date(2026, 12, 4)),
        (lambda: terms.word_by(FRIDAY), datetime.date(2026, 11, 25)),
    ],
)
def test_weekends_do_not_count(counted, day):
    assert counted() == day


def test_holidays_do_not_count():
    assert terms.go_by(datetime.date(2026, 12, 30)) == datetime.date(2027, 1, 6)


@pytest.mark.parametrize(
    ("ground", "until"),
    [
        ("refused_offers", datetime.date(2026, 12, 30)),
        ("no_show", datetime.date(2026, 12, 30)),
        ("left_measure", datetime.date(2026, 12, 30)),
        ("missed_visits", datetime.date(2026, 12, 30)),
        ("sentence", None),
        ("false_papers", None),
        ("work", None),
    ],
)
def test_who_is_removed_waits_thirty_days_or_not_at_all(ground, until):
    assert terms.waits_until(ground, REMOVED) == until


def test_who_left_help_of_the_centre_waits_for_more_of_it():
    anew = datetime.date(2027, 1, 5)
    assert terms.bar("left_subsidised_job", anew) == Bar(measures_until=datetime.date(2027, 4, 5))
    assert terms.bar("left_training", anew) == Bar(training_until=datetime.date(2028, 1, 5))
    assert terms.bar("refused_offers", anew) == Bar()


@pytest.mark.parametrize(
    ("counted", "left", "is_last", "leads"),
    [(0, 2, False, False), (1, 1, False, False), (2, 0, True, False), (3, 0, True, True)],
)
def test_the_third_refusal_leads_to_removal(counted, left, is_last, leads):
    found = terms.refusals(counted, REMOVED)
    assert (found.left, found.is_last, found.leads_to_removal) == (left, is_last, leads)


@given(st.integers(0, 20), st.integers(1, 10))
def test_one_more_refusal_leads_to_removal_exactly_where_it_is_said_before(counted, limit):
    now, after = Refusals(counted, limit), Refusals(counted + 1, limit)
    assert now.is_last == after.leads_to_removal
    assert now.next_one == after.counted


@pytest.mark.parametrize("day", [datetime.date(2026, 1, 1) + datetime.timedelta(days=step * 9) for step in range(40)])
def test_a_term_ends_on_a_working_day_after_the_notice(day):
    for counted in (terms.answer_by, terms.go_by, terms.no_show_after, terms.word_by):
        assert counted(day) > day
        assert is_working_day(counted(day))
