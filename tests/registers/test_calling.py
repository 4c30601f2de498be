"""Every table of a register calls the families that a change concerns, whoever writes it."""

import datetime

import pytest
from django.db import connection, transaction

from socialcode.people.models import LegalRepresentation, Membership, Person
from socialcode.registers.calling import EVENTS, name_of
from socialcode.registers.models import ChangedFamily, IncomeYear
from socialcode.registers.schemas import SCHEMAS
from tests.factories import people

pytestmark = pytest.mark.django_db


def called() -> set[int]:
    return set(ChangedFamily.objects.values_list("family_id", flat=True))


@pytest.mark.parametrize("schema", SCHEMAS.values(), ids=lambda schema: schema.name)
def test_a_table_of_a_register_has_its_triggers(schema):
    with connection.cursor() as cursor:
        cursor.execute("SELECT tgname FROM pg_trigger WHERE tgrelid = %s::regclass", [schema.table])
        found = {name for (name,) in cursor.fetchall()}
    assert {name_of(event, schema.table) for event in EVENTS} <= found


def test_inserting_changing_and_deleting_rows_calls_the_family():
    head = people.make_person()
    family = people.make_family(head)
    for change in (
        lambda: people.make_income(head),
        lambda: IncomeYear.objects.update(year=2025),
        lambda: IncomeYear.objects.all().delete(),
        lambda: Person.objects.filter(pk=head.pk).update(died_on=datetime.date(2026, 1, 1)),
    ):
        ChangedFamily.objects.all().delete()
        change()
        assert called() == {family.pk}


def test_somebody_without_a_family_calls_nobody():
    people.make_income(people.make_person())
    assert called() == set()


def test_who_fills_an_empty_register_calls_nobody():
    head = people.make_person()
    people.make_family(head)
    ChangedFamily.objects.all().delete()
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SET LOCAL socialcode.calls_no_family = 'on'")
        people.make_income(head)
    assert called() == set()


def test_taking_answers_only_what_is_in_the_range():
    ChangedFamily.call([3, 5, 5, 9])
    assert ChangedFamily.take(1, 5) == [3, 5]
    assert called() == {9}


def test_a_child_that_somebody_raises_calls_the_childs_family():
    mother = people.make_person()
    family = people.make_family(mother)
    child = people.make_child(mother)
    Membership.objects.create(family=family, person=child, kin="child", since=child.birth_date)
    ChangedFamily.objects.all().delete()
    LegalRepresentation.objects.update(until=datetime.date(2026, 6, 1))
    assert called() == {family.pk}
