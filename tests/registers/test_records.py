"""Rows of registers read once for people looked at together, and one age of a person wherever it is asked."""

import datetime

import polars as pl
import pytest

from socialcode.engine import full_years
from socialcode.engine.days import full_years as years_of_one
from socialcode.engine.derived import derivations
from socialcode.engine.registry import registry
from socialcode.people.models.person import ADULT_AT, adults_were_born_by
from socialcode.registers.frames.household import RegisterRows
from tests.factories import people

ON = datetime.date(2026, 11, 21)


@pytest.fixture
def mother(db):
    return people.make_person()


def test_the_same_facts_are_read_once_for_all(mother, django_assert_num_queries):
    rows = RegisterRows([mother, people.make_person()], ON)
    facts = [fact for fact in registry.facts.values() if fact.name in derivations.facts]
    with django_assert_num_queries(2):
        for person in rows.persons.values():
            rows.prepare(facts)
            assert rows.step("home_region", person) == people.REGION


def test_members_of_a_family_asked_later_are_read_as_well(mother):
    child = people.make_child(mother, datetime.date(2020, 5, 5))
    people.make_family(mother, child=child)
    rows = RegisterRows([mother], ON)
    assert rows.step("home_region", mother) == people.REGION
    rows.prepare([registry.facts["children_under_18"]])
    assert rows.said("children_under_18", mother, mother, {}).value == 1


def near_the_ends(years):
    """Every day near 28 and 29 February and near the ends of some other months."""
    ends = (datetime.date(year, month, 28) for year in years for month in (1, 2, 3, 4, 12))
    return [end + datetime.timedelta(days=by) for end in ends for by in range(-2, 5)]


def test_a_person_has_one_age_for_registers_access_and_rules():
    births = pl.DataFrame({"born": near_the_ends(range(2003, 2009))})
    asked = births.join(pl.DataFrame({"on": near_the_ends(range(2021, 2029))}), how="cross")
    by_rules = asked.with_columns(age=full_years(pl.col("born"), pl.col("on")))
    for born, on, age in by_rules.iter_rows():
        assert years_of_one(born, on) == age
        assert (born <= adults_were_born_by(on)) == (age >= ADULT_AT)


def test_who_was_born_on_29_february_is_grown_up_on_the_28th():
    born = datetime.date(2008, 2, 29)
    assert years_of_one(born, datetime.date(2026, 2, 27)) == 17
    assert years_of_one(born, datetime.date(2026, 2, 28)) == 18
    assert adults_were_born_by(datetime.date(2026, 2, 28)) == born
