"""Two who want one right, and a claim on its way to an award."""

import pytest

from socialcode.awards.models import Award
from socialcode.cases.actions import applying, deciding, working
from tests.cast import ANSWERS, ON
from tests.factories import people
from tests.factories.claims import GRANT


@pytest.fixture
def his_wish(father, child):
    return applying.Wish("birth_grant", father, child, ON, ANSWERS)


@pytest.fixture
def his(father):
    """The father's account."""
    return people.make_account(father)


@pytest.fixture
def decision_on(officer):
    """Take a sent claim, look at its warnings, and decide: `decision_on(claim)`."""

    def decision_on(claim):
        working.take(claim=claim, by=officer)
        for flag in claim.flags.filter(cleared_at=None):
            working.clear_flag(flag=flag, reason="Looked at, and in order.", by=officer)
        return deciding.decide(claim=claim, ruling=GRANT, by=officer)

    return decision_on


@pytest.fixture
def granted(decision_on, approver):
    """The same, agreed to: the award."""

    def granted(claim):
        decision = decision_on(claim)
        deciding.approve(decision=decision, by=approver)
        return Award.objects.get(decision=decision)

    return granted
