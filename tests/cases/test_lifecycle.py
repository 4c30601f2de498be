"""From a claim to an award by two persons."""

from decimal import Decimal

import pytest

from socialcode.audit.models import Event
from socialcode.awards.models import Award
from socialcode.cases import policies
from socialcode.cases.actions import applying, deciding, working
from socialcode.cases.models import Claim
from socialcode.cases.models.claim import CLOSED
from socialcode.cases.ruling import Ruling
from socialcode.refusal import NotAllowedError
from tests.factories.claims import GRANT

Status = Claim.Status


def test_a_claim_becomes_an_award_by_two_persons(submitted, officer, approver, child):
    claim = working.take_next(by=officer)
    decision = deciding.decide(claim=claim, ruling=GRANT, by=officer)
    claim.refresh_from_db()
    assert claim.status == Status.APPROVAL
    deciding.approve(decision=decision, by=approver)
    claim.refresh_from_db()
    award = Award.objects.get()
    assert claim.status == Status.GRANTED
    assert (award.subject, award.amount) == (child, Decimal(164_350))
    kinds = list(Event.objects.about(claim).values_list("kind", flat=True))
    assert kinds[-4:] == ["claim_submitted", "claim_taken", "claim_decided", "decision_approved"]


def test_who_decided_cannot_approve(submitted, officer):
    claim = working.take_next(by=officer)
    decision = deciding.decide(claim=claim, ruling=GRANT, by=officer)
    with pytest.raises(NotAllowedError):
        deciding.approve(decision=decision, by=officer)


def test_a_refusal_needs_a_hearing_first(submitted, officer):
    claim = working.take_next(by=officer)
    with pytest.raises(NotAllowedError):
        deciding.decide(
            claim=claim,
            ruling=Ruling(
                "refuse", reason="The papers are not genuine.", override_reason="The papers are not genuine."
            ),
            by=officer,
        )


def test_two_tabs_get_one_claim(wish, draft, citizen):
    assert applying.begin(wish=wish, by=citizen) == draft


def test_a_claim_waits_for_consent(draft, citizen, office):
    applying.set_account(claim=draft, iban="KZ86125KZT5004100100", by=citizen)
    with pytest.raises(NotAllowedError, match="registers"):
        applying.submit(claim=draft, by=citizen)


def test_nothing_leaves_a_closed_claim():
    assert not set(policies.MOVES) & set(CLOSED)
