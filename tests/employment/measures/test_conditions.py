"""What an employer has to meet, each condition at its edge."""

import datetime
from dataclasses import replace
from decimal import Decimal

import pytest

from employment.measures import conditions
from employment.measures.conditions import Employer
from employment.measures.standing import registered_on
from socialcode.engine.registry import registry
from socialcode.people import business_number
from socialcode.people.models import Organisation
from tests.cast import TODAY
from tests.shipped import values as values_on

GOOD = Employer(months=12, has_arrears=False, pays_contributions=True, headcount=10, places=2)


def answers(employer):
    return {one.condition.name: one for one in conditions.ask(employer, values_on(TODAY))}


def met(**changed):
    return {name: one.met for name, one in answers(replace(GOOD, **changed)).items()}


def test_a_good_employer_meets_all():
    assert set(met().values()) == {True}


@pytest.mark.parametrize(
    ("changed", "name"),
    [
        ({"months": 11}, "in_business"),
        ({"has_arrears": True}, "without_arrears"),
        ({"pays_contributions": False}, "contributing"),
        ({"places": 3}, "within_staff"),
        ({"headcount": 9}, "within_staff"),
        ({"ended": 1}, "kept"),
        ({"ended": 9}, "kept"),
        ({"ended": 10, "stayed": 0}, "kept"),
        ({"ended": 11, "stayed": 1}, "kept"),
        ({"owes": Decimal("0.01")}, "owes_nothing"),
    ],
)
def test_each_condition_at_its_edge(changed, name):
    assert [key for key, one in met(**changed).items() if one is not True] == [name]
    assert met(**changed)[name] is False


@pytest.mark.parametrize(("ended", "least"), [(0, 0), (1, 1), (9, 1), (10, 1), (11, 2), (20, 2), (21, 3), (100, 10)])
def test_a_tenth_of_last_years_workers_is_kept_or_one(ended, least):
    assert conditions.least_kept(ended, values_on(TODAY)) == least
    assert met(ended=ended, stayed=least)["kept"]


def test_who_may_still_have_stayed_is_not_known_yet():
    assert met(ended=3, stayed=0, not_looked=1)["kept"] is None
    assert met(ended=11, stayed=0, not_looked=1)["kept"] is False


def test_what_is_not_known_or_has_exceptions_needs_a_reason_and_the_rest_is_in_the_way():
    asked = list(answers(replace(GOOD, places=3, ended=3, not_looked=1, has_arrears=True)).values())
    assert [one.condition.name for one in conditions.in_the_way(asked)] == ["without_arrears"]
    assert [one.condition.name for one in conditions.need_a_reason(asked)] == ["kept", "within_staff"]


def test_what_was_kept_is_read_in_words():
    kept = conditions.kept(list(answers(replace(GOOD, months=3)).values()))
    read = {one.condition.name: one for one in conditions.read(kept)}
    assert read["in_business"].sentence == "Registered and active for at least 12 months"
    assert read["in_business"].because == "Registered for 3 months by the BIN."
    assert list(conditions.read([{"name": "of_former_times", "met": True, "numbers": {}}])) == []


def test_the_month_of_registration_is_read_from_the_bin():
    for month in (datetime.date(2020, 1, 1), datetime.date(1999, 3, 1), datetime.date(2026, 11, 1)):
        assert registered_on(Organisation(bin=business_number.first_free(month, 1)), TODAY) == month


def test_every_value_of_the_conditions_is_dated_and_can_be_changed():
    for name in ("employer_months", "contribution_months", "kept_share", "kept_from", "kept_months", "most_of_staff"):
        assert f"measure_{name}" in registry.parameters


@pytest.mark.parametrize(("owes", "written"), [(Decimal(0), "0"), (Decimal("1234.5"), "1 234.50")])
def test_sums_are_written_as_everywhere(owes, written):
    because = answers(replace(GOOD, owes=owes))["owes_nothing"].because
    assert because.replace("\N{NARROW NO-BREAK SPACE}", " ").replace("\xa0", " ") == f"To be paid back: {written} ₸."
