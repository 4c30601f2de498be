"""Every act on a claim through its page: what it does, and what it says when refused."""

from decimal import Decimal

from socialcode.accounts.models import Role
from socialcode.awards.models import Award
from socialcode.cases.models import Claim, Flag, Note
from tests.factories import people
from tests.factories.accounts import sign_in
from tests.factories.claims import make_claim
from tests.factories.pages import press

from .pages import GRANTED, text

REASON = "A reason in a whole sentence."


def test_who_does_not_have_the_claim_changes_nothing(client, office, submitted, address):
    for role in (Role.OFFICER, Role.APPROVER, Role.HEAD, Role.AUDITOR):
        sign_in(client, people.make_staff(role, None if role == Role.AUDITOR else office))
        answer = press(client, f"{address}decide/", GRANTED)
        assert answer.status_code == (403 if role == Role.AUDITOR else 409)
    submitted.refresh_from_db()
    assert submitted.status == Claim.Status.SUBMITTED
    assert not submitted.decisions.exists()


def test_an_act_that_does_not_exist_is_not_found(desk, address):
    assert desk.post(f"{address}delete/").status_code == 404
    assert desk.get(f"{address}decide/").status_code == 405


def test_a_grant_by_two_persons_through_the_pages(desk, client, address, approver, submitted):
    assert press(desk, f"{address}decide/", GRANTED).url == address
    assert "Waits for approval" in text(desk.get(address))
    sign_in(client, approver)
    page = text(client.get(address))
    assert "Agree to the decision" in page
    assert press(client, f"{address}approve/").url == address
    submitted.refresh_from_db()
    assert submitted.status == Claim.Status.GRANTED
    assert Award.objects.get().amount == Decimal(164_350)


def test_the_officer_who_decided_is_told_why_they_cannot_agree(client, decided, officer, office, address):
    people.RoleGrant.objects.create(user=officer, role=Role.APPROVER, office=office)
    sign_in(client, officer)
    page = text(client.get(address))
    assert "Who worked on the claim cannot approve" in page
    assert "Agree to the decision" not in page
    assert press(client, f"{address}approve/").status_code == 409


def test_an_approver_returns_with_a_reason_and_the_officer_decides_again(client, decided, approver, officer, address):
    sign_in(client, approver)
    refused = press(client, f"{address}return/", {"reason": "no"})
    assert refused.status_code == 409
    assert "Write it in a sentence." in text(refused)
    press(client, f"{address}return/", {"reason": REASON})
    sign_in(client, officer)
    page = text(client.get(address))
    assert page.count(REASON) >= 1
    assert press(client, f"{address}decide/", GRANTED).status_code == 302


def test_a_refusal_waits_for_the_hearing_and_keeps_what_was_typed(desk, address, submitted):
    typed = {"kind": "refuse", "reason": REASON, "override_reason": "The papers are of somebody else."}
    answer = press(desk, f"{address}decide/", typed)
    assert answer.status_code == 409
    assert "First open a hearing" in text(answer)
    assert all(value in text(answer) for value in (REASON, typed["override_reason"]))
    assert desk.post(f"{address}open-hearing/", {"planned": "A refusal is planned, because ..."}).url == address
    assert "A hearing is open." in text(desk.get(address))
    submitted.refresh_from_db()
    assert submitted.status == Claim.Status.HEARING


def test_another_amount_needs_a_reason_beside_its_field(desk, address):
    answer = press(desk, f"{address}decide/", GRANTED | {"amount": "200 000"})
    assert answer.status_code == 409
    assert answer.context["forms"]["decide"].errors == {"override_reason": ["Write it in a sentence."]}
    press(desk, f"{address}decide/", GRANTED | {"amount": "200 000", "override_reason": REASON})
    page = text(desk.get(address))
    assert "This differs from the computation" in page
    assert "200\u202f000" in page


def test_a_wrong_form_says_so_and_changes_nothing(desk, address):
    answer = press(desk, f"{address}decide/", {"kind": "perhaps", "amount": "much"})
    assert answer.status_code == 400
    assert {"kind", "amount"} == set(answer.context["forms"]["decide"].errors)


def test_a_request_for_information_goes_to_the_person(desk, address, submitted):
    desk.post(f"{address}ask-information/", {"text": "Please add the birth certificate."})
    submitted.refresh_from_db()
    assert submitted.status == Claim.Status.INFORMATION_ASKED
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
    answer = press(desk, f"{address}decide/", GRANTED)
    assert "Look at every warning first" in text(answer)
    assert desk.post(f"{address}clear-warning/", {"flag": flag.pk, "reason": "ok"}).status_code == 409
    desk.post(f"{address}clear-warning/", {"flag": flag.pk, "reason": REASON})
    assert REASON in text(desk.get(address))
    assert press(desk, f"{address}decide/", GRANTED).status_code == 302


def test_a_warning_of_another_claim_cannot_be_cleared_here(desk, address, submitted, office):
    other = Flag.objects.create(claim=make_claim(office), kind="much_property")
    assert desk.post(f"{address}clear-warning/", {"flag": other.pk, "reason": REASON}).status_code == 400
    other.refresh_from_db()
    assert other.cleared_at is None


def test_the_head_assigns_and_hands_over(client, office, submitted, officer, address):
    elsewhere = people.make_office(people.OTHER_DISTRICT)
    outsider = people.make_staff(Role.OFFICER, elsewhere)
    sign_in(client, people.make_staff(Role.HEAD, office))
    assert client.post(f"{address}assign/", {"to": outsider.pk}).status_code == 400
    assert client.post(f"{address}assign/", {"to": officer.pk}).url == address
    submitted.refresh_from_db()
    assert submitted.assigned_to == officer
    assert client.post(f"{address}transfer/", {"office": elsewhere.pk, "reason": REASON}).url == "/work/"
    submitted.refresh_from_db()
    assert (submitted.office, submitted.status, submitted.assigned_to) == (elsewhere, Claim.Status.SUBMITTED, None)
    assert client.get(address).status_code == 403
