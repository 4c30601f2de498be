"""What registers say of a family for the map, and when they leave a fact open."""

import datetime
from decimal import Decimal

import pytest

from socialcode.engine.derived import derivations
from socialcode.engine.registry import registry
from socialcode.people.models import Register
from socialcode.registers.models import Disability, Employment, Health, Loan, Property, Study
from tests.factories import people
from tests.factories.registers import known_facts

ON = datetime.date(2026, 11, 21)
SINCE = datetime.date(2024, 1, 1)
pytestmark = pytest.mark.django_db


@pytest.fixture
def mother():
    return people.make_person()


@pytest.fixture
def child(mother):
    child = people.make_child(mother, datetime.date(2016, 3, 1))
    people.make_family(mother, child=child)
    return child


def row(model, person, source, **says):
    return model.objects.create(person=person, source=source, **({"since": SINCE} | says))


def values(person):
    found = known_facts(registry.facts.values(), person, None, ON)
    return {name: one.value for name, one in found.items()}


def said(person, *names):
    found = values(person)
    return [found.get(name) for name in names]


def test_homes_say_their_area_and_whether_the_only_one_is_unsafe(mother, child):
    row(Property, mother, Register.PROPERTY, kind="home", text="Үй", area=60, is_unsafe=True)
    assert said(mother, "dwellings_owned", "area_of_home", "home_is_unsafe") == [1, 60, True]
    row(Property, child, Register.PROPERTY, kind="home", text="Саяжай", area=None)
    assert said(mother, "dwellings_owned", "area_of_home", "home_is_unsafe") == [2, None, None]


def test_things_owned_are_told_by_kind(mother, child):
    names = ("cars_owned", "has_commercial_transport", "has_commercial_property", "owns_land")
    assert said(mother, *names) == [None] * 4
    for kind in ("vehicle", "vehicle", "land"):
        row(Property, mother, Register.PROPERTY, kind=kind, text="а")
    assert said(mother, *names) == [2, False, False, True]


def test_debts_are_added_up_and_counted_from_the_oldest(mother, child):
    names = ("has_loans", "overdue_debt", "overdue_debt_days", "adults_with_overdue_debt")
    assert said(mother, *names) == [None] * 4
    row(Loan, mother, Register.CREDIT, lender="Банк")
    assert said(mother, *names) == [True, 0, 0, 0]
    late = {"overdue": Decimal("1500.50"), "overdue_since": ON - datetime.timedelta(days=91)}
    row(Loan, mother, Register.CREDIT, lender="Қор", **late)
    assert said(mother, *names) == [True, Decimal("1500.50"), 91, 1]


def test_a_business_that_stands_still_is_counted(mother, child):
    assert said(mother, "suspended_businesses", "has_sole_trader", "working_members") == [None] * 3
    business = row(Employment, mother, Register.LABOUR, kind="business")
    assert said(mother, "suspended_businesses", "has_sole_trader", "working_members") == [0, True, 1]
    Employment.objects.filter(pk=business.pk).update(suspended_since=ON)
    assert said(mother, "suspended_businesses") == [1]


def test_health_is_open_until_it_is_known_of_everybody(mother, child):
    names = ("members_without_clinic", "members_without_health_insurance", "members_ill_for_long")
    row(Health, mother, Register.HEALTH, kind="clinic")
    assert said(mother, *names) == [None] * 3
    row(Health, child, Register.HEALTH, kind="insurance")
    row(Health, mother, Register.HEALTH, kind="illness", since=datetime.date(2026, 9, 20))
    assert said(mother, *names) == [1, 1, 1]


def test_learning_is_told_by_level(mother, child):
    names = ("children_at_school", "children_in_closed_schools", "members_with_profession")
    row(Study, child, Register.EDUCATION, place="Мектеп")
    assert said(mother, *names) == [1, None, None]
    Study.objects.update(level="closed")
    row(Study, mother, Register.EDUCATION, place="Колледж", level="vocational", is_finished=True, until=SINCE)
    assert said(mother, *names) == [1, 1, 1]


def test_a_child_with_a_guardian_only_is_without_parents(mother, child):
    assert said(mother, "children_without_parents") == [0]
    child.represented_by.update(kind="guardian")
    assert said(mother, "children_without_parents") == [1]
    child.represented_by.update(until=SINCE)
    assert said(mother, "children_without_parents") == [None]


def test_groups_of_disability_are_counted_for_grown_ups(mother, child):
    names = ("adults_with_severe_disability", "adults_with_group_3", "able_bodied_members")
    assert said(mother, *names) == [None, None, 1]
    row(Disability, mother, Register.DISABILITY, group="group2")
    assert said(mother, *names) == [1, None, 0]


def test_two_thirds_of_what_the_map_asks_can_come_from_registers():
    asked = registry.levels["wellbeing"].facts.keys()
    assert len(asked & derivations.facts.keys()) >= 20
