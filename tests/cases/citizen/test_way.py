"""The way of a claim: what is done, what is waited for, what lies ahead and by when."""

import pytest

from socialcode.cases.actions import applying, deciding, working
from socialcode.cases.citizen.following import Following
from socialcode.cases.citizen.way import AHEAD, DONE, HERE, YOURS, way
from socialcode.templatetags.portal import day
from tests.factories.claims import GRANT

pytestmark = pytest.mark.django_db


def states(claim, citizen):
    claim.refresh_from_db()
    return [step.state for step in way(Following(claim, citizen))]


def test_what_lies_ahead_of_a_claim_just_sent_has_its_last_day(submitted, citizen):
    steps = way(Following(submitted, citizen))
    assert [step.state for step in steps] == [DONE, HERE, AHEAD, AHEAD]
    assert steps[2].when == f"by {day(submitted.due_on)}"


def test_what_is_asked_of_the_person_stands_between_and_is_theirs(submitted, citizen, officer):
    working.take(claim=submitted, by=officer)
    assert states(submitted, citizen) == [DONE, HERE, AHEAD, AHEAD]
    working.ask_information(claim=submitted, text="Please add the certificate.", by=officer)
    assert states(submitted, citizen) == [DONE, DONE, YOURS, AHEAD, AHEAD]


def test_a_granted_claim_waits_for_its_payment_and_a_refused_one_for_nothing(submitted, citizen, officer, approver):
    working.take(claim=submitted, by=officer)
    decision = deciding.decide(claim=submitted, ruling=GRANT, by=officer)
    assert states(submitted, citizen) == [DONE, DONE, HERE, AHEAD]
    deciding.approve(decision=decision, by=approver)
    assert states(submitted, citizen) == [DONE, DONE, DONE, HERE]


def test_a_withdrawn_claim_has_come_to_its_end(submitted, citizen):
    applying.withdraw(claim=submitted, by=citizen)
    assert states(submitted, citizen) == [DONE, DONE]
