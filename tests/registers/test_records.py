"""Rows of registers read once for people looked at together, and one age of a person wherever it is asked."""

import datetime

import polars as pl
import pytest

from socialcode.engine import full_years
from socialcode.people.models import Person
from socialcode.people.models.person import ADULT_AT, adults_were_born_by
from socialcode.registers.models import Income
from socialcode.registers.records import Records, RegisterRows
from tests.factories import people

ON = datetime.date(2026, 11, 21)


@pytest.fixture
def mother(db):
    return people.make_person()


def test_rows_read_with_one_filter_do_not_answer_for_another(mother):
    wage = people.make_income(mother)
    pension = people.make_income(mother, kind=Income.Kind.PENSION)
    rows = RegisterRows([mother], ON)
    wages, pensions, all_rows = (
        Income.objects.filter(kind=Income.Kind.WAGE),
        Income.objects.filter(kind=Income.Kind.PENSION),
        Income.objects.order_by("pk"),
    )
    assert rows.rows(wages, "person")[mother.pk] == [wage]
    assert rows.rows(pensions, "person")[mother.pk] == [pension]
    assert rows.rows(all_rows, "person")[mother.pk] == [wage, pension]
    assert rows.rows(all_rows.reverse(), "person")[mother.pk] == [pension, wage]


def test_one_query_is_read_once_for_all(mother, django_assert_num_queries):
    rows = RegisterRows([mother, people.make_person()], ON)
    with django_assert_num_queries(1):
        for person in rows.persons.values():
            Records(rows, person).rows(Income.objects.current())
            Records(rows, person).rows(Income.objects.current())


def near_the_ends(years):
    """Every day near 28 and 29 February and near the ends of some other months."""
    ends = (datetime.date(year, month, 28) for year in years for month in (1, 2, 3, 4, 12))
    return [end + datetime.timedelta(days=by) for end in ends for by in range(-2, 5)]


def test_a_person_has_one_age_for_registers_access_and_rules():
    births = pl.DataFrame({"born": near_the_ends(range(2003, 2009))})
    asked = births.join(pl.DataFrame({"on": near_the_ends(range(2021, 2029))}), how="cross")
    by_rules = asked.with_columns(age=full_years(pl.col("born"), pl.col("on")))
    for born, on, age in by_rules.iter_rows():
        assert Records(RegisterRows([], on), Person(birth_date=born)).age == age
        assert (born <= adults_were_born_by(on)) == (age >= ADULT_AT)


def test_who_was_born_on_29_february_is_grown_up_on_the_28th():
    born = datetime.date(2008, 2, 29)
    assert Records(RegisterRows([], datetime.date(2026, 2, 27)), Person(birth_date=born)).age == 17
    assert Records(RegisterRows([], datetime.date(2026, 2, 28)), Person(birth_date=born)).age == 18
    assert adults_were_born_by(datetime.date(2026, 2, 28)) == born
