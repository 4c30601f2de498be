"""For whom a right is: who is whom, of which family, and what happens once somebody named is recognised."""

import datetime

import pytest
from django.db import IntegrityError, transaction

from socialcode.awards import whom
from socialcode.awards.models import Award, Held, NamedPerson
from socialcode.engine.registry import registry
from socialcode.people.spelling import alike
from tests.factories import people

pytestmark = pytest.mark.django_db
DAY = datetime.date(2026, 4, 1)
BORN = datetime.date(2026, 3, 1)


def named(told_by, given_name="Аружан", surname="Үлгіева", **details):
    usual = {"role": "child", "birth_date": BORN, "iin": ""}
    spelling = alike(surname, given_name)
    return NamedPerson.objects.create(
        told_by=told_by, given_name=given_name, surname=surname, spelling=spelling, **(usual | details)
    )


def test_a_family_is_its_members_and_where_none_is_registered_the_parent_with_the_children(mother, father, child):
    expected = sorted(map(whom.of_person, (mother, child)))
    assert whom.of_family(mother, DAY) == expected
    assert set(whom.of_family(father, DAY)) & set(expected) == {whom.of_person(child)}
    people.make_family(mother, child=child)
    assert set(whom.of_family(mother, DAY)) == set(expected)
    assert whom.of_family(father, DAY) == [whom.of_person(father)]  # the child lives in another registered family


def test_who_counts_more_children_than_live_with_them_counts_perhaps_those_of_another_family(mother, father, child):
    """Or a stepchild who is in no register: a person looks at it, and nothing is barred."""
    people.make_family(mother, child=child)
    assert whom.of_family_and_perhaps(father, DAY, counted=1)[1] == [whom.of_person(child)]
    people.make_child(father, BORN.replace(year=2024))
    assert whom.of_family_and_perhaps(father, DAY, counted=1)[1] == []
    assert whom.of_family_and_perhaps(father, DAY, counted=2)[1] == [whom.of_person(child)]
    assert whom.of_person(child) not in whom.of_family(father, DAY)


def test_a_newborn_whom_no_family_has_yet_is_of_the_parents_family(mother, child):
    spouse = people.make_person(sex="male")
    people.make_family(mother, spouse=spouse)
    assert whom.of_person(child) in whom.of_family(spouse, DAY)


def test_who_is_named_is_the_registered_child_of_the_family_however_spelt(mother, father, child):
    one = named(father, given_name="Bala", surname="Ulgieva")
    assert whom.recognise(one, DAY) == whom.of_person(child)
    other = named(father, given_name="Данияр")
    assert whom.recognise(other, DAY) == f"named:{other.key}"


def test_who_was_recognised_stays_that_person_on_a_day_before_the_tie(father, child):
    one = named(father, given_name="Bala", surname="Ulgieva")
    assert whom.recognise(one, DAY) == whom.of_person(child)
    assert whom.recognise(one, BORN - datetime.timedelta(days=30)) == whom.of_person(child)


def test_a_stranger_s_child_of_the_same_name_and_day_stays_another_one(child):
    one = named(people.make_person(), given_name="Бала")
    assert whom.recognise(one, DAY) == f"named:{one.key}"


def test_two_parents_who_name_one_child_name_one(mother, father):
    first, second = named(mother), named(father, given_name="Aruzhan", surname="Ulgieva")
    assert whom.recognise(first, DAY) == whom.recognise(second, DAY)


def test_a_death_is_known_by_its_days_and_a_name_whoever_names_it(mother):
    death = {"role": "deceased", "birth_date": datetime.date(1950, 1, 1), "died_on": DAY}
    first = named(mother, given_name="Ерлан", **death)
    second = named(people.make_person(), given_name="Эрлан", **death)
    other = named(people.make_person(), given_name="Ерлан", **death | {"died_on": BORN})
    keys = [whom.recognise(one, DAY) for one in (first, second, other)]
    assert keys[0] == keys[1] != keys[2]


def test_who_is_cared_for_is_known_by_the_number(mother):
    ward = people.make_ward(people.make_person())
    cared = {"role": "cared_for", "birth_date": ward.birth_date}
    assert whom.recognise(named(mother, iin=ward.iin, **cared), DAY) == whom.of_person(ward)
    unknown = named(mother, given_name="Ерлан", iin=people.make_iin(), **cared)
    assert whom.recognise(unknown, DAY).startswith("named:")


def test_what_was_granted_for_who_was_named_is_the_child_s_once_a_register_knows_it(award, mother):
    one = named(mother)
    key = whom.recognise(one, DAY)
    made = award("birth_grant", subject=None, named=one, whom=[key], unit="child", pays="once", until=DAY)
    child = people.make_child(mother, BORN, given_name="Аружан", surname="Үлгиева")
    whom.recognise_as(child, DAY)
    made.refresh_from_db()
    assert (made.whom, made.subject) == ([whom.of_person(child)], child)
    assert [held.whom for held in Held.objects.filter(award=made)] == [whom.of_person(child)]
    assert key in whom.also_known_as(made.whom)
    with pytest.raises(IntegrityError, match="one_right_at_a_time"), transaction.atomic():
        award("birth_grant", subject=child, unit="child", pays="once", until=DAY)


def test_the_rows_that_the_database_looks_at_follow_the_award(award, mother):
    made = award("large_family")
    Award.objects.filter(pk=made.pk).update(until=BORN.replace(year=2027))
    assert Held.objects.get(award=made).until == BORN.replace(year=2027)
    made.delete()
    assert not Held.objects.exists()


def test_whom_a_provision_names_is_somebody_whom_a_claim_can_name():
    about = {provision.about for provision in registry.provisions.values()} - {""}
    assert about == set(NamedPerson.Role) - {NamedPerson.Role.CHILD}
    assert {p.name for p in registry.provisions.values() if p.unit == "claim" and not p.about} == set()
