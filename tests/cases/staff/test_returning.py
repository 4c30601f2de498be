"""What an officer takes back, what an approver agrees to at once, and who may leave."""

import pytest
from django.utils import timezone

from socialcode.accounts.actions import staff
from socialcode.accounts.models import Role, User
from socialcode.awards.models import Award
from socialcode.cases.actions import absences, deciding, returning, working
from socialcode.cases.models import Claim, Flag, News
from socialcode.cases.ruling import PARTS
from socialcode.refusal import NotAllowedError
from tests.factories import people
from tests.factories.accounts import make_administrator, sign_in
from tests.factories.claims import GRANT

from .pages import text

REASON = "A reason in a whole sentence."


def test_a_claim_given_back_waits_in_the_queue_again(desk, address, submitted):
    assert desk.post(f"{address}give-back/", {"reason": REASON}).url == address
    submitted.refresh_from_db()
    assert (submitted.status, submitted.assigned_to) == (Claim.Status.SUBMITTED, None)
    assert REASON in text(desk.get(address))


def test_a_decision_is_recalled_until_others_have_agreed(client, decided, officer, approver, address):
    browser = sign_in(client, officer)
    assert "Take the decision back" in text(browser.get(address))
    assert browser.post(f"{address}recall/", {"reason": REASON}).url == address
    claim = Claim.objects.get(pk=decided.claim_id)
    assert claim.status == Claim.Status.IN_REVIEW
    with pytest.raises(NotAllowedError, match="settled already"):
        deciding.approve(decision=decided, by=approver)
    again = deciding.decide(claim=claim, ruling=GRANT, by=officer)
    deciding.approve(decision=again, by=approver)
    with pytest.raises(NotAllowedError):
        returning.recall(claim=claim, reason=REASON, by=officer)


def test_nobody_else_recalls_a_decision(decided, office):
    colleague = people.make_staff(Role.OFFICER, office)
    with pytest.raises(NotAllowedError, match="Only the officer who decided"):
        returning.recall(claim=decided.claim, reason=REASON, by=colleague)


def test_a_grant_with_a_part_unseen_or_not_in_order_needs_a_reason(desk, address, submitted, officer):
    for part in ("person", "family", "facts", "evidence"):
        working.mark(claim=submitted, section=part, is_in_order=True, by=officer)
    working.mark(claim=submitted, section="account", is_in_order=False, by=officer)
    page = desk.get(address)
    assert [one.text for one in page.context["hindrances"]] == ["Not in order:"]
    with pytest.raises(NotAllowedError, match="Bank account") as refused:
        deciding.decide(claim=submitted, ruling=type(GRANT)("grant"), by=officer)
    assert refused.value.field == "despite"
    decision = deciding.decide(claim=submitted, ruling=GRANT, by=officer)
    assert decision.despite == GRANT.despite


def test_what_was_seen_needs_no_reason_and_keeps_none(submitted, officer):
    claim = working.take(claim=submitted, by=officer)
    all_seen(claim, officer)
    assert deciding.decide(claim=claim, ruling=GRANT, by=officer).despite == ""


def test_all_that_hinders_a_decision_is_said_at_once(desk, address, submitted):
    Flag.objects.create(claim=submitted, kind="much_property", details={"kinds": ["home"]})
    page = text(desk.post(f"{address}decide/", {"kind": "refuse", "shown": shown(desk, address)}))
    for told in ("Look at every warning first", "First open a hearing", "Write it in a sentence."):
        assert told in page, told


def shown(desk, address):
    return desk.get(address).context["forms"]["decide"].shown


def test_marks_are_saved_in_their_place(desk, address, submitted):
    htmx = {"headers": {"HX-Request": "true"}}
    part = text(desk.post(f"{address}mark/", {"section": "account", "is_in_order": "yes"}, **htmx))
    assert 'id="mark-account"' in part
    assert 'id="hindrances" data-hx-swap-oob="true"' in part
    assert "<main" not in part


def all_seen(claim, officer):
    for part in PARTS:
        working.mark(claim=claim, section=part, is_in_order=True, by=officer)


def test_decisions_are_agreed_to_in_the_list_as_they_were_shown(client, submitted, approver, officer):
    claim = working.take(claim=submitted, by=officer)
    all_seen(claim, officer)
    decided = deciding.decide(claim=claim, ruling=GRANT, by=officer)
    browser = sign_in(client, approver)
    page = browser.get("/work/approvals/")
    assert [each.claim for each in page.context["singly"]] == [decided.claim]  # alone of its kind
    stamp = page.context["singly"][0].stamp
    key = str(decided.claim.key)
    browser.post("/work/approvals/agree/", {"claim": key, f"shown-{key}": "another"})
    assert not Award.objects.exists()
    browser.post("/work/approvals/agree/", {"claim": key, f"shown-{key}": stamp})
    assert Award.objects.get().decision == decided


def test_a_role_does_not_end_while_claims_stay_with_it(desk, submitted, officer, office):
    administrator, head = make_administrator(), people.make_staff(Role.HEAD, office)
    grant = officer.role_grants.get()
    with pytest.raises(NotAllowedError, match="1 open claim is with this officer"):
        staff.end_role(grant=grant, by=administrator)
    working.assign(claim=submitted, to=people.make_staff(Role.OFFICER, office), by=head)
    staff.end_role(grant=grant, by=administrator)
    grant.refresh_from_db()
    assert grant.ended_at


def test_a_stand_in_works_on_the_claims_of_who_is_away_and_sees_what_is_new(client, desk, submitted, officer, office):
    colleague, head = people.make_staff(Role.OFFICER, office), people.make_staff(Role.HEAD, office)
    with pytest.raises(NotAllowedError, match="not assigned to you"):
        working.mark(claim=submitted, section="person", is_in_order=True, by=colleague)
    today = timezone.localdate()
    browser = sign_in(client, head)
    named = {"user": officer.pk, "stand_in": colleague.pk, "since": today.isoformat(), "until": today.isoformat()}
    assert browser.post("/work/officers/", named).url == "/work/officers/"
    assert "stand-in: " in text(browser.get("/work/officers/"))
    colleague = User.objects.get(pk=colleague.pk)
    working.mark(claim=submitted, section="person", is_in_order=True, by=colleague)
    News.objects.create(claim=submitted, kind=News.Kind.MESSAGE, to=officer)
    sign_in(client, colleague)
    assert [news.claim for news in client.get("/work/new/").context["page"]] == [submitted]
    assert client.get("/work/?whose=mine").context["counts"]["mine"] == 1


def test_nobody_stands_in_for_themselves_or_without_the_office(office, officer):
    head, today = people.make_staff(Role.HEAD, office), timezone.localdate()
    outsider = people.make_staff(Role.OFFICER, people.make_office(people.OTHER_DISTRICT))
    for stand_in, told in ((officer, "nobody stands in for themselves"), (outsider, "no officer of the office")):
        with pytest.raises(NotAllowedError, match=told):
            absences.name_stand_in(office=office, user=officer, stand_in=stand_in, since=today, until=today, by=head)
