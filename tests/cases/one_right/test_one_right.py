"""What is granted or asked for already is found when a claim begins, when it is sent, decided and agreed to."""

import datetime

import pytest
from django.urls import reverse
from django.utils import timezone

from socialcode.awards.models import Award, Held
from socialcode.cases.actions import applying, deciding, working
from socialcode.cases.models import Claim
from socialcode.cases.ruling import Ruling
from socialcode.refusal import NotAllowedError
from tests.cases.one_right.sending import html, sent
from tests.cast import ANSWERS, IBAN, ON
from tests.factories import people
from tests.factories.accounts import sign_in
from tests.factories.claims import GRANT
from tests.factories.pages import press

pytestmark = pytest.mark.django_db
DAY = datetime.date(2026, 4, 1)
FAMILY = {"lives_in_kazakhstan": True, "legal_status": "citizen", "relative_is_paid": False}


def test_a_claim_holds_the_key_that_its_award_will_have(submitted, granted, child):
    assert submitted.whom == [f"person:{child.pk}"]
    assert granted(submitted).whom == submitted.whom


def test_who_begins_again_reads_since_when_it_is_theirs(submitted, granted, citizen, child, signed_in):
    award = granted(submitted)
    answer = signed_in(citizen).post(reverse("cases:begin"), {"provision": "birth_grant", "subject": str(child.key)})
    assert answer.status_code == 409
    assert f"This was granted to you for this child on {award.since:%B} {award.since.day}" in html(answer)
    assert not Claim.objects.open().exists()


def test_the_other_parent_reads_no_more_than_that_it_is_granted(submitted, granted, his, child, client):
    granted(submitted)
    client.cookies["django_language"] = "en"
    sign_in(client, his)
    answer = client.post(reverse("cases:begin"), {"provision": "birth_grant", "subject": str(child.key)})
    assert answer.status_code == 409
    assert "This was already granted for this child." in html(answer)
    assert submitted.person.given_name not in html(answer)


def test_the_other_parent_may_ask_and_reads_that_somebody_has(submitted, his, child, client):
    client.cookies["django_language"] = "en"
    sign_in(client, his)
    wish = {"provision": "birth_grant", "subject": str(child.key)}
    answer = client.post(reverse("cases:begin"), wish, follow=True)
    assert "Somebody has already asked for this for this child." in html(answer)
    assert submitted.number not in html(answer)
    assert submitted.person.given_name not in html(answer)


def test_the_look_before_sending_says_that_the_other_parent_has_asked(submitted, his, his_wish, client):
    client.cookies["django_language"] = "en"
    sign_in(client, his)
    own = applying.begin(wish=his_wish, by=his)
    answer = client.get(reverse("cases:overview", args=[own.key]))
    assert "Somebody has already asked for this for this child." in html(answer)
    assert submitted.number not in html(answer)


def test_a_draft_of_before_the_grant_is_not_sent(his, his_wish, submitted, granted):
    old = applying.begin(wish=his_wish, by=his)
    applying.set_account(claim=old, iban=IBAN, by=his)
    applying.consent(claim=old, by=his, language="en")
    granted(submitted)
    with pytest.raises(NotAllowedError, match="already granted for this child"):
        applying.submit(claim=old, by=his)
    old.refresh_from_db()
    assert old.status == Claim.Status.DRAFT


def test_the_officer_is_warned_of_the_other_parent_s_claim(submitted, his, his_wish, officer):
    other = sent(his_wish, his)
    assert other.flags.get(kind="several_claims").details == {"claims": [submitted.number]}
    taken = working.take(claim=submitted, by=officer)
    assert taken.flags.get(kind="several_claims").details == {"claims": [other.number]}


def test_the_second_of_two_claims_is_refused_when_it_is_decided(submitted, his, his_wish, granted, decision_on):
    other = sent(his_wish, his)
    granted(submitted)
    with pytest.raises(NotAllowedError, match=f"granted already from .*{submitted.number}"):
        decision_on(other)


@pytest.fixture
def both_decided(submitted, his, his_wish, officer):
    """Mother's and father's decision for one child, each waiting for another person."""
    other = sent(his_wish, his)
    decisions = []
    for claim in (submitted, other):
        working.take(claim=claim, by=officer)
        for flag in claim.flags.all():
            working.clear_flag(flag=flag, reason="Looked at, and in order.", by=officer)
        decisions.append(deciding.decide(claim=claim, ruling=GRANT, by=officer))
    return decisions


def test_the_approver_of_a_second_grant_reads_why_it_cannot_be(both_decided, approver, signed_in):
    first, second = both_decided
    deciding.approve(decision=first, by=approver)
    with pytest.raises(NotAllowedError, match="granted already from"):
        deciding.approve(decision=second, by=approver)
    address = reverse("work:act", args=[second.claim.key, "approve"])
    answer = press(signed_in(approver), address)
    assert answer.status_code == 409
    assert f"claim {first.claim.number}" in html(answer)
    second.claim.refresh_from_db()
    assert second.claim.status == Claim.Status.APPROVAL
    assert not second.approvals.exists()
    assert second.claim.flags.filter(kind="already_granted", cleared_at=None).exists()  # the officer will see it


def test_a_constraint_that_policy_did_not_foresee_is_a_sentence(both_decided, approver, monkeypatch):
    first, second = both_decided
    deciding.approve(decision=first, by=approver)
    monkeypatch.setattr(deciding.one_right, "check_may_be_granted", lambda _claim: None)
    monkeypatch.setattr(deciding, "check_all_seen", lambda _claim: None)
    with pytest.raises(NotAllowedError, match="granted already for the same person, child or family"):
        deciding.approve(decision=second, by=approver)
    assert Award.objects.count() == Held.objects.count() == 1


@pytest.mark.parametrize("answers", [{}, {"relative_is_paid": None}])
def test_what_is_granted_to_another_is_refused_though_facts_are_open(both_decided, approver, officer, answers):
    """No circle: neither a grant, nor a refusal until facts are known that no longer matter."""
    first, second = both_decided
    deciding.approve(decision=first, by=approver)
    deciding.send_back(decision=second, reason="It is granted to the mother.", by=approver)
    claim = Claim.objects.get(pk=second.claim_id)
    claim.answers |= answers
    claim.save(update_fields=["answers"])
    working.look_again(claim=claim)
    for flag in claim.flags.filter(cleared_at=None):
        working.clear_flag(flag=flag, reason="Looked at: the mother has it.", by=officer)
    hearing = working.open_hearing(claim=claim, planned="It is granted to the mother already.", by=officer)
    type(hearing).objects.filter(pk=hearing.pk).update(heard_at=timezone.now())
    Claim.objects.filter(pk=claim.pk).update(status=Claim.Status.IN_REVIEW)
    ruling = Ruling("refuse", reason="It is granted once, and the mother has it.")
    assert deciding.decide(claim=claim, ruling=ruling, by=officer).kind == "refuse"


def test_what_was_paid_once_does_not_bar_another_child(submitted, granted, mother, citizen):
    granted(submitted)
    other = people.make_child(mother, datetime.date(2026, 4, 20), given_name="Дана")
    claim = sent(applying.Wish("birth_grant", mother, other, ON, ANSWERS), citizen)
    assert granted(claim).whom == [f"person:{other.pk}"]


def test_an_officer_who_enters_it_from_paper_reads_the_same(submitted, granted, officer, child, signed_in):
    granted(submitted)
    paper = {"provision": "birth_grant", "applicant": submitted.person.iin, "child": child.iin}
    answer = signed_in(officer).post(reverse("cases:on_paper"), paper | {"received_on": ON.isoformat()})
    assert "This was granted to you for this child" in html(answer)
    assert not Claim.objects.open().exists()
