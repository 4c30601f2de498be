"""Several claims of the queue at once: each is changed or refused by itself, and the officer learns which and why."""

import uuid

import pytest

from socialcode.accounts.models import Role
from socialcode.audit.models import Event
from socialcode.cases.models import Claim
from tests.factories import people
from tests.factories.accounts import sign_in
from tests.factories.claims import make_claim, make_claims

from .pages import text

ASSIGN, TRANSFER = "/work/several/assign/", "/work/several/transfer/"
REASON = "Our office closes for a week."
GONE = "Some of the chosen claims are not with your office any more."
QUERIES_OF_THE_PAGE = 10  # three are of stand-ins, saved filters, and how much waits where


@pytest.fixture
def elsewhere(db):
    return people.make_office(people.OTHER_DISTRICT)


@pytest.fixture
def head(office):
    return people.make_staff(Role.HEAD, office)


def keys(claims):
    return [claim.key for claim in claims]


def told(answer):
    """What the queue says once somebody was sent back to it."""
    assert answer.redirect_chain
    return [str(message) for message in answer.context["messages"]]


def offices_of(claims):
    return [claim.office for claim in Claim.objects.filter(key__in=keys(claims)).order_by("pk")]


def test_the_head_assigns_several_and_learns_which_were_not_and_why(client, head, officer, office):
    one, two = make_claims(office, 2)
    settled = make_claim(office, status="approval", assigned_to=officer)
    sign_in(client, head)
    asked = client.post(ASSIGN, {"claim": keys([one, two, settled])})
    assert asked.status_code == 200
    assert "There is nothing left to do for an officer." in text(asked)
    sent = {"claim": keys([one, two, settled]), "to": officer.pk}
    answer = client.post(f"{ASSIGN}?state=&whose=nobody&after=2026-01-01_1", sent, follow=True)
    assert answer.redirect_chain == [("/work/?state=&whose=nobody&after=2026-01-01_1", 302)]
    assert told(answer) == [
        "Assigned. Claims: 2 of 3.",
        f"Not done with {settled.number}. There is nothing left to do for an officer.",
    ]
    for claim in (one, two):
        claim.refresh_from_db()
        assert (claim.assigned_to, claim.status) == (officer, Claim.Status.IN_REVIEW)
        assert Event.objects.about(claim).get().kind == "claim_assigned"
    assert not Event.objects.about(settled).exists()


def test_an_officer_hands_over_their_own_and_nobody_elses(client, officer, office, elsewhere):
    mine = make_claim(office, status="in_review", assigned_to=officer)
    other = make_claim(office, status="in_review", assigned_to=people.make_staff(Role.OFFICER, office))
    sign_in(client, officer)
    sent = {"claim": keys([mine, other]), "office": elsewhere.pk, "reason": REASON}
    answer = client.post(TRANSFER, sent, follow=True)
    assert told(answer) == [
        "Transferred. Claims: 1 of 2.",
        f"Not done with {other.number}. Only the officer of the claim or the head of the office hands it over.",
    ]
    assert offices_of([mine, other]) == [elsewhere, office]
    assert Event.objects.get(kind="claim_handed_over").details["reason"] == REASON
    assert mine.person.notices.filter(kind="claim_handed_over").exists()


def test_a_reason_that_says_nothing_changes_nothing_and_is_asked_again(client, head, office, elsewhere):
    claims = [*make_claims(office, 2), make_claim(office, status="approval")]
    sign_in(client, head)
    answer = client.post(TRANSFER, {"claim": keys(claims), "office": elsewhere.pk, "reason": "no"})
    assert answer.status_code == 409
    assert answer.context["form"].errors == {"reason": ["Write it in a sentence."]}
    assert all(str(claim.key) in text(answer) for claim in claims)
    assert client.post(TRANSFER, {"claim": keys(claims), "reason": REASON}).status_code == 400
    assert offices_of(claims) == [office] * 3


def test_a_claim_goes_to_no_office_that_it_is_with(client, office, elsewhere):
    here, there = make_claim(office), make_claim(elsewhere)
    sign_in(client, people.make_staff(Role.HEAD, people.make_office(district="")))
    sent = {"claim": keys([here, there]), "office": elsewhere.pk, "reason": REASON}
    answer = client.post(TRANSFER, sent, follow=True)
    assert told(answer)[1] == f"Not done with {there.number}. The claim is with this office already."
    assert offices_of([here, there]) == [elsewhere, elsewhere]


def test_claims_of_other_offices_are_neither_shown_nor_changed(client, head, officer, office, elsewhere):
    own, foreign = make_claim(office), make_claim(elsewhere)
    sign_in(client, head)
    assert foreign.number not in text(client.post(ASSIGN, {"claim": keys([own, foreign])}))
    answer = client.post(ASSIGN, {"claim": keys([own, foreign]), "to": officer.pk}, follow=True)
    assert told(answer) == ["Assigned. Claims: 1 of 2.", GONE]
    foreign.refresh_from_db()
    assert foreign.assigned_to is None
    assert told(client.post(ASSIGN, {"claim": keys([foreign])}, follow=True)) == [GONE]
    assert told(client.post(ASSIGN, follow=True)) == ["Choose at least one claim of the list first."]


def test_who_may_not_assign_changes_nothing(client, officer, approver, office):
    claim = make_claim(office)
    for user in (officer, approver):
        answer = sign_in(client, user).post(ASSIGN, {"claim": keys([claim]), "to": officer.pk}, follow=True)
        assert told(answer) == [f"Not done with {claim.number}. Only the head of the office assigns claims."]
    claim.refresh_from_db()
    assert claim.assigned_to is None
    assert 'name="claim"' not in text(client.get("/work/"))


def test_what_no_queue_sends_is_refused(client, head):
    sign_in(client, head)
    assert client.post(ASSIGN, {"claim": "everything"}).status_code == 400
    assert client.post(ASSIGN, {"claim": [uuid.uuid4() for _ in range(51)]}).status_code == 400
    assert client.post("/work/several/decide/").status_code == 404
    assert client.get(ASSIGN).status_code == 405


@pytest.mark.parametrize("many", [1, 25])
def test_the_page_costs_the_same_queries_however_many_are_chosen(client, head, office, many, django_assert_num_queries):
    chosen = {"claim": keys(make_claims(office, many))}
    sign_in(client, head).post(ASSIGN, chosen)
    with django_assert_num_queries(QUERIES_OF_THE_PAGE):
        client.post(ASSIGN, chosen)
