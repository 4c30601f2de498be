"""The page of a claim for the staff: who opens it, what it shows, what each act does, and what it says when refused."""

import datetime
import io
from decimal import Decimal

import pytest
from PIL import Image

from socialcode.accounts.models import Role
from socialcode.audit.models import Event
from socialcode.cases.actions import deciding, working
from socialcode.cases.flags import KINDS
from socialcode.cases.models import Award, Claim, Evidence, Flag, Note
from socialcode.cases.papers import vault
from socialcode.cases.policies import Ruling
from socialcode.engine.registry import registry
from socialcode.law import actions as law_actions
from socialcode.law.policies import Proposal
from socialcode.people.access import LOOK
from socialcode.people.models import Address, Dispute, Family, Membership, Register
from tests.factories import people
from tests.factories.accounts import make_administrator
from tests.factories.claims import make_claim

QUERIES_OF_A_PAGE = 23
REASON = "A reason in a whole sentence."


@pytest.fixture
def desk(client, officer, submitted):
    """The officer's browser; the claim is theirs."""
    working.take_next(by=officer)
    submitted.refresh_from_db()
    return signed_in(client, officer)


@pytest.fixture
def address(submitted):
    return f"/work/{submitted.key}/"


@pytest.fixture
def decided(submitted, officer):
    claim = working.take_next(by=officer)
    return deciding.decide(claim=claim, ruling=Ruling("grant"), by=officer)


def signed_in(client, user):
    client.force_login(user)
    client.cookies["django_language"] = "en"
    return client


def text(answer):
    return answer.content.decode()


def test_the_page_shows_what_the_citizen_sees_and_who_said_it(desk, address, submitted, mother, child):
    page = text(desk.get(address))
    for part in (submitted.number, mother.full_name, mother.iin, child.full_name, "164\u202f350", "The person said so"):
        assert part in page, part


def test_opening_is_recorded_for_the_person_and_the_child(desk, address, submitted, officer):
    desk.get(address)
    looks = Event.objects.filter(kind=LOOK)
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
def test_who_may_open_a_claim(client, submitted, address, role, where, status):
    office = people.make_office(where) if where is not None else None
    client.force_login(people.make_staff(role, office))
    assert client.get(address).status_code == status
    assert client.get(f"{address}family/").status_code == status


def test_citizens_never_open_the_staffs_page(client, citizen, address):
    assert client.get(address).status_code == 302
    client.force_login(citizen)
    assert client.get(address).status_code == 403


def test_who_does_not_have_the_claim_changes_nothing(client, office, submitted, address):
    for role in (Role.OFFICER, Role.APPROVER, Role.HEAD, Role.AUDITOR):
        client.force_login(people.make_staff(role, None if role == Role.AUDITOR else office))
        answer = client.post(f"{address}decide/", {"kind": "grant"})
        assert answer.status_code == (403 if role == Role.AUDITOR else 409)
    submitted.refresh_from_db()
    assert submitted.status == Claim.Status.SUBMITTED
    assert not submitted.decisions.exists()


def test_an_act_that_does_not_exist_is_not_found(desk, address):
    assert desk.post(f"{address}delete/").status_code == 404
    assert desk.get(f"{address}decide/").status_code == 405


def test_a_grant_by_two_persons_through_the_pages(desk, client, address, approver, submitted):
    assert desk.post(f"{address}decide/", {"kind": "grant"}).url == address
    assert "Waits for approval" in text(desk.get(address))
    signed_in(client, approver)
    page = text(client.get(address))
    assert "Agree to the decision" in page
    assert client.post(f"{address}approve/").url == address
    submitted.refresh_from_db()
    assert submitted.status == Claim.Status.GRANTED
    assert Award.objects.get().amount == Decimal(164_350)


def test_the_officer_who_decided_is_told_why_they_cannot_agree(client, decided, officer, office, address):
    people.RoleGrant.objects.create(user=officer, role=Role.APPROVER, office=office)
    signed_in(client, officer)
    page = text(client.get(address))
    assert "Who worked on the claim cannot approve" in page
    assert "Agree to the decision" not in page
    assert client.post(f"{address}approve/").status_code == 409


def test_an_approver_returns_with_a_reason_and_the_officer_decides_again(client, decided, approver, officer, address):
    signed_in(client, approver)
    refused = client.post(f"{address}return/", {"reason": "no"})
    assert refused.status_code == 409
    assert "Give the reason in a sentence." in text(refused)
    client.post(f"{address}return/", {"reason": REASON})
    signed_in(client, officer)
    page = text(client.get(address))
    assert page.count(REASON) >= 1
    assert client.post(f"{address}decide/", {"kind": "grant"}).status_code == 302


def test_a_refusal_waits_for_the_hearing_and_keeps_what_was_typed(desk, address, submitted):
    typed = {"kind": "refuse", "reason": REASON, "override_reason": "The papers are of somebody else."}
    answer = desk.post(f"{address}decide/", typed)
    assert answer.status_code == 409
    assert "First open a hearing" in text(answer)
    assert all(value in text(answer) for value in (REASON, typed["override_reason"]))
    assert desk.post(f"{address}open-hearing/", {"planned": "A refusal is planned, because ..."}).url == address
    assert "A hearing is open." in text(desk.get(address))
    submitted.refresh_from_db()
    assert submitted.status == Claim.Status.HEARING


def test_another_amount_needs_a_reason_beside_its_field(desk, address):
    answer = desk.post(f"{address}decide/", {"kind": "grant", "amount": "200 000"})
    assert answer.status_code == 409
    assert answer.context["forms"]["decide"].errors == {"override_reason": ["Give the reason in a sentence."]}
    desk.post(f"{address}decide/", {"kind": "grant", "amount": "200 000", "override_reason": REASON})
    page = text(desk.get(address))
    assert "This differs from the computation" in page
    assert "200\u202f000" in page


def test_a_wrong_form_says_so_and_changes_nothing(desk, address):
    answer = desk.post(f"{address}decide/", {"kind": "perhaps", "amount": "much"})
    assert answer.status_code == 400
    assert {"kind", "amount"} == set(answer.context["forms"]["decide"].errors)


def test_a_correction_goes_to_the_person(desk, address, submitted):
    desk.post(f"{address}ask-correction/", {"text": "Please add the birth certificate."})
    submitted.refresh_from_db()
    assert submitted.status == Claim.Status.CORRECTION
    page = text(desk.get(address))
    assert "Please add the birth certificate." in page
    assert "Waits for the person" in page
    assert "Decide</summary>" not in page


def test_notes_stay_inside_and_messages_go_out(desk, address, submitted, mother):
    desk.post(f"{address}write/", {"is_internal": "yes", "text": "Only for us to know."})
    assert not mother.notices.filter(kind="message").exists()
    desk.post(f"{address}write/", {"is_internal": "no", "text": "Your claim is being worked on."})
    assert mother.notices.filter(kind="message").exists()
    assert list(Note.objects.values_list("is_internal", flat=True)) == [True, False]
    assert "only the staff see this" in text(desk.get(address))


def test_sections_are_marked_and_the_newest_mark_counts(desk, address):
    desk.post(f"{address}mark/", {"section": "account", "is_in_order": "no"})
    desk.post(f"{address}mark/", {"section": "account", "is_in_order": "yes"})
    assert desk.post(f"{address}mark/", {"section": "everything", "is_in_order": "yes"}).status_code == 400
    assert desk.get(address).context["case"].checklist["account"].is_in_order


def test_a_warning_stands_in_the_way_until_somebody_says_what_they_found(desk, address, submitted):
    flag = Flag.objects.create(claim=submitted, kind="much_property", details={"kinds": ["home"]})
    answer = desk.post(f"{address}decide/", {"kind": "grant"})
    assert "Look at every warning first" in text(answer)
    assert desk.post(f"{address}clear-warning/", {"flag": flag.pk, "reason": "ok"}).status_code == 409
    desk.post(f"{address}clear-warning/", {"flag": flag.pk, "reason": REASON})
    assert REASON in text(desk.get(address))
    assert desk.post(f"{address}decide/", {"kind": "grant"}).status_code == 302


def test_a_warning_of_another_claim_cannot_be_cleared_here(desk, address, submitted, office):
    other = Flag.objects.create(claim=make_claim(office), kind="much_property")
    assert desk.post(f"{address}clear-warning/", {"flag": other.pk, "reason": REASON}).status_code == 400
    other.refresh_from_db()
    assert other.cleared_at is None


def test_the_head_assigns_and_hands_over(client, office, submitted, officer, address):
    elsewhere = people.make_office(people.OTHER_DISTRICT)
    outsider = people.make_staff(Role.OFFICER, elsewhere)
    signed_in(client, people.make_staff(Role.HEAD, office))
    assert client.post(f"{address}assign/", {"to": outsider.pk}).status_code == 400
    assert client.post(f"{address}assign/", {"to": officer.pk}).url == address
    submitted.refresh_from_db()
    assert submitted.assigned_to == officer
    assert client.post(f"{address}hand-over/", {"office": elsewhere.pk, "reason": REASON}).url == "/work/"
    submitted.refresh_from_db()
    assert (submitted.office, submitted.status, submitted.assigned_to) == (elsewhere, Claim.Status.SUBMITTED, None)
    assert client.get(address).status_code == 403


def test_a_dispute_is_shown(desk, address, mother):
    Dispute.objects.create(person=mother, row_type="x", row_key="1", row_text="A home", says="It was sold.")
    assert "It was sold." in text(desk.get(address))


def test_the_family_shows_what_registers_prove_and_records_every_look(desk, address, submitted, mother, child):
    spouse = people.make_person(sex="male", given_name="Бауыржан")
    family = Family.objects.create()
    for person, kin in ((mother, "head"), (spouse, "spouse"), (child, "child")):
        Membership.objects.create(family=family, person=person, kin=kin, since=child.birth_date)
    page = text(desk.get(f"{address}family/"))
    assert all(person.full_name in page for person in (mother, spouse, child))
    seen = Event.objects.filter(kind=LOOK, details__purpose="What else the family has a right to")
    assert {look.on_key for look in seen} >= {str(person.pk) for person in (mother, spouse, child)}
    part = text(desk.get(f"{address}family/", headers={"HX-Request": "true"}))
    assert part.lstrip().startswith("<section")


def test_a_change_of_the_law_after_the_decision_is_said(client, decided, approver, address):
    assert "comes out differently" not in text(signed_in(client, approver).get(address))
    new = Proposal(
        parameter=registry.parameters["mci"], since=datetime.date(2026, 4, 1), value=Decimal(4606), act="Invented act"
    )
    version = law_actions.propose(proposal=new, by=make_administrator())
    law_actions.approve(version=version, by=make_administrator("second@example.org", "Second Administrator"))
    assert "comes out differently" in text(client.get(address))


def test_the_page_costs_the_same_queries_however_much_happened(
    desk, address, submitted, officer, mother, django_assert_num_queries
):
    desk.get(address)
    with django_assert_num_queries(QUERIES_OF_A_PAGE):
        desk.get(address)
    for place in range(5):
        working.write(claim=submitted, text=f"Note number {place} here.", is_internal=True, by=officer)
        working.mark(claim=submitted, section="facts", is_in_order=True, by=officer)
        Evidence.objects.create(
            claim=submitted, name=f"{place}.png", content_type="image/png", size=1, sha256=str(place), added_by=officer
        )
        Flag.objects.create(claim=submitted, kind=list(KINDS)[place])
        Address.objects.create(person=mother, region="1", text="x", since=mother.birth_date, source=Register.ADDRESSES)
    with django_assert_num_queries(QUERIES_OF_A_PAGE):
        desk.get(address)


@pytest.fixture
def paper(submitted, officer, settings, tmp_path):
    settings.EVIDENCE_FOLDER = tmp_path
    drawn = io.BytesIO()
    Image.new("RGB", (3000, 1000), "white").save(drawn, "PDF")
    evidence = Evidence.objects.create(
        claim=submitted,
        name="Certificate.pdf",
        content_type="application/pdf",
        size=len(drawn.getvalue()),
        sha256="0" * 64,
        scan=Evidence.Scan.NOT_SCANNED,
        added_by=officer,
    )
    vault.put(evidence.key, drawn.getvalue())
    return evidence


def test_a_paper_is_shown_as_pictures_of_its_pages(desk, address, paper):
    assert f"{address}papers/{paper.key}/1/" in text(desk.get(address))
    assert "Page 1 of 1" in text(desk.get(f"{address}papers/{paper.key}/"))
    answer = desk.get(f"{address}papers/{paper.key}/1/")
    assert answer["Content-Type"] == "image/jpeg"
    assert max(Image.open(io.BytesIO(answer.content)).size) == 1600
    assert answer["Cache-Control"] == "private, no-store"
    assert desk.get(f"{address}papers/{paper.key}/2/").status_code == 404


@pytest.mark.parametrize("scan", ["waiting", "infected"])
def test_a_paper_that_may_carry_a_virus_is_not_opened(desk, address, paper, scan):
    Evidence.objects.filter(pk=paper.pk).update(scan=scan)
    assert desk.get(f"{address}papers/{paper.key}/1/").status_code == 404
    assert f"papers/{paper.key}/1/" not in text(desk.get(address))


def test_papers_are_closed_to_other_offices(client, submitted, paper, address):
    client.force_login(people.make_staff(Role.OFFICER, people.make_office(people.OTHER_DISTRICT)))
    assert client.get(f"{address}papers/{paper.key}/").status_code == 403
    assert client.get(f"{address}papers/{paper.key}/1/").status_code == 403
