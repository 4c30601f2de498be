"""Persons, families and representation: new ones come in, known ones change in place, corrections stay."""

import datetime
import uuid

import pytest
from django.utils import timezone

from socialcode.people.models import Family, LegalRepresentation, Membership, Person
from socialcode.registers.models import Dispute
from tests.factories import people

from .conftest import Writer
from .test_receiving import counts, reasons

pytestmark = [pytest.mark.django_db, pytest.mark.process]  # a file is read by a process of its own
BORN = datetime.date(1991, 5, 20)


@pytest.fixture
def persons(tmp_path):
    usual = {"received_on": "2026-11-01", "surname": "Үлгіев", "given_name": "Асқар", "birth_date": BORN.isoformat()}
    return Writer(tmp_path, {"iin": people.make_iin(BORN, "male")} | usual | {"sex": "male", "legal_status": "citizen"})


@pytest.fixture
def memberships(mother, tmp_path):
    usual = {"iin": mother.iin, "received_on": "2026-11-01", "family": str(uuid.uuid4()), "kin": "head"}
    return Writer(tmp_path, usual | {"since": "2015-04-01", "until": ""})


def test_a_person_comes_in_and_changes(persons, bring_in):
    assert counts(bring_in("person", persons({}))) == {"new": 1}
    person = Person.objects.get(surname="Үлгіев")
    assert (person.birth_date, person.sex, person.language) == (BORN, "male", "kk") and person.key
    Person.objects.update(phone="+77000000001")
    newer = bring_in("person", persons({"surname": "Үлгібаев", "received_on": "2026-11-20"}))
    assert counts(newer) == {"changed": 1}
    person.refresh_from_db()
    assert (person.surname, person.phone) == ("Үлгібаев", "+77000000001")


def test_a_corrected_person_stays(persons, bring_in):
    bring_in("person", persons({}))
    person = Person.objects.get(surname="Үлгіев")
    officer = people.make_staff(office=people.make_office())
    Dispute.objects.create(
        person=person,
        row_type="person",
        row_key=str(person.pk),
        row_text="x",
        says="y",
        state=Dispute.State.CORRECTED,
        resolved_by=officer,
        resolved_at=timezone.now(),
        reason="z",
    )
    newer = bring_in("person", persons({"surname": "Үлгібаев", "received_on": "2026-11-20"}))
    assert counts(newer) == {"held": 1}


WRONG = (
    ({"birth_date": "1991-05-21"}, "birth_date", "not_of_iin"),
    ({"sex": "female"}, "sex", "not_of_iin"),
    ({"iin": "910520350001"}, "iin", "no_iin"),
    ({"surname": "=cmd()"}, "surname", "formula"),
    ({"surname": "Ү" * 101}, "surname", "too_long"),
    ({"surname": "  "}, "surname", "empty"),
    ({"given_name": "а\x07"}, "given_name", "unreadable"),
    ({"legal_status": "king"}, "legal_status", "unknown_word"),
    ({"received_on": "2199-01-01"}, "received_on", "not_yet"),
    ({"received_on": "yesterday"}, "received_on", "not_a_day"),
)


def test_a_wrong_person_is_left_out_with_the_reason(persons, bring_in):
    others = [{"iin": people.make_iin(BORN, "male")} for _each in WRONG]
    delivery = bring_in("person", persons(*others, *(wrong for wrong, _column, _reason in WRONG)))
    told = reasons(delivery)
    for row, (_wrong, column, reason) in enumerate(WRONG, start=len(others) + 1):
        assert (row, column, reason) in told
    assert counts(delivery) == {"new": len(others), "rejected": len(WRONG)}


def test_families_are_made_by_their_keys(memberships, bring_in, mother):
    spouse = people.make_person(sex="male")
    delivery = bring_in("membership", memberships({}, {"iin": spouse.iin, "kin": "spouse"}))
    assert counts(delivery) == {"new": 2}
    family = Family.objects.get(key=memberships.usual["family"])
    assert set(family.members.all()) == {mother, spouse}


def test_who_moves_to_another_family_has_left_the_one_before(memberships, bring_in, mother):
    bring_in("membership", memberships({}))
    moved = {"family": str(uuid.uuid4()), "since": "2026-11-10", "received_on": "2026-11-20"}
    assert counts(bring_in("membership", memberships(moved))) == {"new": 1}
    before, after = Membership.objects.filter(person=mother).order_by("since")
    assert before.until == datetime.date(2026, 11, 9) and after.until is None


def test_nobody_belongs_to_two_families_on_a_day(memberships, bring_in):
    bring_in("membership", memberships({}))
    overlapping = {"family": str(uuid.uuid4()), "since": "2014-01-01", "received_on": "2026-11-20"}
    delivery = bring_in("membership", memberships(overlapping))
    assert counts(delivery) == {"rejected": 1} and reasons(delivery) == [(1, "since", "another_family")]


def test_who_acts_for_whom(mother, tmp_path, bring_in):
    child = people.make_person(datetime.date(2020, 2, 2))
    usual = {"iin": mother.iin, "received_on": "2026-11-01", "represented": child.iin, "kind": "parent"}
    ties = Writer(tmp_path, usual | {"since": "2020-02-02", "until": ""})
    delivery = bring_in("representation", ties({}, {"represented": mother.iin}))
    assert counts(delivery) == {"new": 1, "rejected": 1} and reasons(delivery) == [(2, "represented", "oneself")]
    assert LegalRepresentation.objects.get().represented == child
    ended = bring_in("representation", ties({"until": "2026-10-01", "received_on": "2026-11-20"}))
    assert counts(ended) == {"changed": 1}
    assert LegalRepresentation.objects.get().until == datetime.date(2026, 10, 1)
