"""The page of a claim for the staff: who opens it, what it shows, what each act does, and what it says when refused."""

import datetime
import re
from decimal import Decimal

import pytest
from django.utils import timezone

from socialcode.accounts.models import Role
from socialcode.audit.kinds import EventKind
from socialcode.audit.models import Event
from socialcode.cases.actions import working
from socialcode.cases.flags import KINDS
from socialcode.cases.models import Evidence, Flag
from socialcode.documents.models import Document
from socialcode.engine.registry import registry
from socialcode.law import actions as law_actions
from socialcode.law.policies import Proposal
from socialcode.people.models import Family, Membership
from socialcode.registers.models import Dispute
from tests.factories import people
from tests.factories.accounts import make_administrator, sign_in

from .pages import text

QUERIES_OF_A_PAGE = 28
REASON = "A reason in a whole sentence."


def test_the_page_shows_what_the_citizen_sees_and_who_said_it(desk, address, submitted, mother, child):
    page = text(desk.get(address))
    for part in (submitted.number, mother.full_name, mother.iin, child.full_name, "164\u202f350", "Address register"):
        assert part in page, part


def test_opening_is_recorded_for_the_person_and_the_child(desk, address, submitted, officer):
    desk.get(address)
    looks = Event.objects.filter(kind=EventKind.PERSON_SEEN)
    assert {look.on_key for look in looks} == {str(submitted.person_id), str(submitted.subject_id)}
    assert {look.details["case"] for look in looks} == {submitted.number}
    assert {look.details["purpose"] for look in looks} == {"Work on the claim"}


@pytest.mark.parametrize(
    ("role", "where", "status"),
    [
        (Role.OFFICER, people.DISTRICT, 200),
        (Role.APPROVER, people.DISTRICT, 200),
        (Role.HEAD, people.DISTRICT, 200),
        (Role.OFFICER, "", 200),
        (Role.OFFICER, people.OTHER_DISTRICT, 403),
        (Role.AUDITOR, None, 200),
        (Role.ADMINISTRATOR, None, 403),
    ],
)
def test_who_may_open_a_claim(client, address, role, where, status):
    office = people.make_office(where) if where is not None else None
    sign_in(client, people.make_staff(role, office))
    assert client.get(address).status_code == status
    assert client.get(f"{address}family/").status_code == status


def test_citizens_never_open_the_staffs_page(client, citizen, address):
    assert client.get(address).status_code == 302
    sign_in(client, citizen)
    assert client.get(address).status_code == 403


def test_a_dispute_is_shown(desk, address, mother):
    Dispute.objects.create(person=mother, row_type="x", row_key="1", row_text="A home", says="It was sold.")
    assert "It was sold." in text(desk.get(address))


def test_warnings_name_what_they_found_in_words(desk, address, submitted):
    Flag.objects.create(claim=submitted, kind="contradiction", details={"facts": ["birth_order"]})
    Flag.objects.create(claim=submitted, kind="much_property", details={"kinds": ["home", "gone"]})
    page = text(desk.get(address))
    assert "birth_order" not in page
    assert "The registers know of property that may matter: Home, gone" in page


def test_days_are_written_for_people_after_the_decision_too(client, decided, approver, address):
    page = text(sign_in(client, approver).get(address))
    assert "Address register" in page
    told_to_programs = r'datetime="[^"]*"'
    assert timezone.localdate().isoformat() not in re.sub(told_to_programs, "", page)


def test_who_has_nothing_to_do_on_a_claim_is_told(client, address, office):
    told = "Nothing is for you to do on this claim now."
    assert told in text(sign_in(client, people.make_staff(Role.APPROVER, office)).get(address))
    assert told not in text(sign_in(client, people.make_staff(Role.HEAD, office)).get(address))
    auditors = text(sign_in(client, people.make_staff(Role.AUDITOR)).get(address))
    assert told in auditors
    assert 'href="/work/"' not in auditors


def test_the_family_shows_what_registers_prove_and_records_every_look(desk, address, submitted, mother, child):
    spouse = people.make_person(sex="male", given_name="Бауыржан")
    family = Family.objects.create()
    for person, kin in ((mother, "head"), (spouse, "spouse"), (child, "child")):
        Membership.objects.create(family=family, person=person, kin=kin, since=child.birth_date)
    page = text(desk.get(f"{address}family/"))
    assert all(person.full_name in page for person in (mother, spouse, child))
    seen = Event.objects.filter(kind=EventKind.PERSON_SEEN, details__purpose="What else the family has a right to")
    assert {look.on_key for look in seen} >= {str(person.pk) for person in (mother, spouse, child)}
    part = text(desk.get(f"{address}family/", headers={"HX-Request": "true"}))
    assert part.lstrip().startswith("<section")


def test_a_change_of_the_law_after_the_decision_is_said(client, decided, approver, address):
    assert "comes out differently" not in text(sign_in(client, approver).get(address))
    new = Proposal(
        parameter=registry.parameters["mci"],
        since=datetime.date(2026, 4, 1),
        value=Decimal(4606),
        act="Invented act",
        reason=REASON,
    )
    version = law_actions.propose(proposal=new, by=make_administrator())
    law_actions.approve(version=version, by=make_administrator("second@example.org", "Second Administrator"))
    assert "comes out differently" in text(client.get(address))


def test_the_page_costs_the_same_queries_however_much_happened(
    desk, address, submitted, officer, django_assert_num_queries
):
    desk.get(address)
    with django_assert_num_queries(QUERIES_OF_A_PAGE):
        desk.get(address)
    for place in range(5):
        working.write(claim=submitted, text=f"Note number {place} here.", is_internal=True, by=officer)
        working.mark(claim=submitted, section="facts", is_in_order=True, by=officer)
        document = Document.objects.create(name=f"{place}.png", content_type="image/png", size=1)
        Evidence.objects.create(claim=submitted, document=document, sha256=str(place), added_by=officer)
        Flag.objects.create(claim=submitted, kind=list(KINDS)[place])
        Dispute.objects.create(person=submitted.person, row_type="x", row_key=place, row_text="A home", says="Sold.")
    with django_assert_num_queries(QUERIES_OF_A_PAGE):
        desk.get(address)
