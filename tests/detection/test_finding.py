"""Rights found among many are those that each family would find for itself by what registers know."""

import datetime
from decimal import Decimal

import pytest
from django.db import connection, transaction
from django.utils import timezone

from family_map.run.facts import read
from family_map.run.standings import values_of_place
from socialcode.detection import recording
from socialcode.detection.finding import rights_of
from socialcode.detection.models import Entitled
from socialcode.engine.citizen import Case, rows_of
from socialcode.engine.registry import registry
from socialcode.people.models import Family, Membership, Register
from socialcode.registers.models import Contribution, Disability
from tests.factories import people
from tests.factories.registers import known_facts

pytestmark = pytest.mark.django_db
TODAY = timezone.localdate()


def days_ago(days):
    return TODAY - datetime.timedelta(days=days)


@pytest.fixture
def family(db):
    """A mother with a newborn and three more children, a father who pays contributions."""
    mother, father = people.make_person(), people.make_person(sex="male")
    made = people.make_family(mother, spouse=father)
    for days in (40, 900, 2000, 3000):
        child = people.make_child(mother, days_ago(days))
        people.LegalRepresentation.objects.create(
            representative=father, represented=child, kind="parent", since=child.birth_date
        )
        Membership.objects.create(family=made, person=child, kin="child", since=child.birth_date)
    month = TODAY.replace(day=1)
    for _back in range(30):
        month = (month - datetime.timedelta(days=1)).replace(day=1)
        Contribution.objects.create(
            person=mother, month=month, kind="social", amount=15_000, income=300_000, source=Register.SOCIAL_INSURANCE
        )
    return made


def found(*families):
    with transaction.atomic():
        persons, known = read([family.pk for family in families], TODAY)
        return rights_of(persons, known, TODAY, lambda region: values_of_place(TODAY, region))


def told(family):
    return {(row["provision"], row["subject"]): row for row in found(family).iter_rows(named=True)}


def alone(provision, person, child=None) -> dict:
    """The row of a person by what registers know and no situation says otherwise."""
    asked = provision.facts.values()
    without = {fact.name: fact.without for fact in asked if fact.situation and fact.without is not None}
    known = {name: one.value for name, one in known_facts(asked, person, child, TODAY).items()}
    region = known.get("region") or people.REGION
    return rows_of(Case([provision], without | known, TODAY, values_of_place(TODAY, region)))[0]


def test_a_newborn_brings_its_rights_with_amounts(family):
    newborn = family.members.order_by("-birth_date").first()
    rights = told(family)
    grant = rights["birth_grant", newborn.pk]
    assert grant["is_certain"] and grant["amount"] > 0 and grant["missing"] == []
    assert grant["person"] in family.members.values_list("pk", flat=True)
    assert ("large_family", grant["person"]) in {(name, row["person"]) for (name, _subject), row in rights.items()}
    assert ("birth_grant", family.members.order_by("birth_date").last().pk) in rights
    assert not any(name in {"burial", "maternity", "job_loss"} for name, _subject in rights)


def test_among_many_each_family_finds_what_it_finds_alone(family):
    other = people.make_family(people.make_person(datetime.date(1960, 1, 1)))
    disabled = people.make_person(datetime.date(1980, 5, 5))
    Disability.objects.create(
        person=disabled, group="group1", capacity_loss=80, since=days_ago(300), source=Register.DISABILITY
    )
    third = people.make_family(disabled)
    rows = found(family, other, third)
    seen = set()
    for row in rows.iter_rows(named=True):
        provision = registry.provisions[row["provision"]]
        person = people.Person.objects.get(pk=row["person"])
        child = people.Person.objects.get(pk=row["subject"]) if provision.unit == "child" else None
        own = alone(provision, person, child)
        assert (own["eligible"] or False) == row["is_certain"], provision.name
        assert (own.get("amount"), own["eligible"] is False) == (row["amount"], False), provision.name
        seen.add(provision.name)
    assert {"birth_grant", "large_family", "disability_state"} <= seen
    for one in (family, other, third):
        assert found(one).rows() == rows.filter(rows["family"] == one.pk).rows()


def test_who_is_refused_is_not_found(family):
    refused = {(one.pk, name) for one in family.members.all() for name in ("birth_grant", "age_pension")}
    assert not refused & {(row["person"], row["provision"]) for row in found(family).iter_rows(named=True)} - {
        (row["person"], "birth_grant") for row in found(family).iter_rows(named=True)
    }


def test_who_died_has_no_right_and_no_claim_of_theirs_is_found(family):
    mother = family.memberships.get(kin="head").person
    newborn = family.members.order_by("-birth_date").first()
    for person, name in ((newborn, "birth_grant"), (mother, "large_family")):
        type(person).objects.filter(pk=person.pk).update(died_on=days_ago(1))
        rights = found(family)
        assert person.pk not in {*rights["person"], *rights["subject"]}
        assert not rights.filter((rights["provision"] == name) & (rights["subject"] == person.pk)).height
    assert rights.height


def test_a_child_of_nobody_here_is_not_looked_at(db):
    family = people.make_family(people.make_person())
    orphan = people.make_person(days_ago(40))
    Membership.objects.create(family=family, person=orphan, kin="child", since=orphan.birth_date)
    assert not [row for row in found(family).iter_rows(named=True) if row["subject"] == orphan.pk]


def written(run, family, rows):
    with transaction.atomic():
        return recording.record(run, TODAY, [family.pk], rows)


def test_only_changes_are_written(family):
    rights = found(family)
    assert written(1, family, rights).changed == rights.height == Entitled.objects.now().count()
    with connection.cursor() as cursor:
        cursor.execute("SELECT sum(xmin::text::bigint) FROM detection_entitled")
        before = cursor.fetchone()
        again = written(2, family, rights)
        cursor.execute("SELECT sum(xmin::text::bigint) FROM detection_entitled")
        assert (again.changed, cursor.fetchone()) == (0, before)
    row = Entitled.objects.get(provision="large_family")
    assert (row.since, row.run, row.family) == (TODAY, 1, family.pk)


def test_what_is_found_otherwise_follows_what_was_found_before(family):
    rights = found(family)
    written(1, family, rights)
    dearer = rights.with_columns(amount=rights["amount"] + Decimal(1)).filter(rights["provision"] == "large_family")
    assert written(2, family, dearer).changed == rights.height + 1
    before, now = Entitled.objects.filter(provision="large_family").order_by("pk")
    assert (before.until_run, now.until_run, now.amount - before.amount) == (2, None, 1)
    assert Entitled.objects.now().count() == 1


def test_a_family_that_was_not_looked_at_keeps_its_rights(family):
    written(1, family, found(family))
    other = Family.objects.create()
    assert written(2, other, found(other)).changed == 0
    assert Entitled.objects.now().exists()
