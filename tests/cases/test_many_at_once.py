"""Many of the staff press at the same moment: nobody gets what another has, and a decision takes effect once."""

from collections import Counter
from functools import partial

import pytest

from socialcode.accounts.models import Role
from socialcode.audit.models import Event
from socialcode.awards.models import Award
from socialcode.cases.actions import deciding, working
from socialcode.cases.models import Claim
from socialcode.decisions.models import Approval
from socialcode.notices.models import Notice
from socialcode.refusal import NotAllowedError
from tests.factories import people
from tests.factories.claims import make_claims
from tests.threads import at_once

pytestmark = pytest.mark.django_db(transaction=True)
OFFICERS = 20


@pytest.fixture
def officers(office):
    return [people.make_staff(Role.OFFICER, office) for _place in range(OFFICERS)]


def test_twenty_officers_take_twenty_claims_and_no_two_the_same(office, officers):
    claims = make_claims(office, OFFICERS)
    taken = at_once(*(partial(working.take_next, by=officer) for officer in officers), refusals=NotAllowedError)
    assert {claim.pk for claim in taken} == {claim.pk for claim in claims}
    holders = Claim.objects.values_list("assigned_to", flat=True)
    assert Counter(holders) == Counter(officer.pk for officer in officers)
    assert Event.objects.filter(kind="claim_taken").count() == OFFICERS


def test_twenty_officers_and_five_claims_leave_fifteen_with_none(office, officers):
    make_claims(office, 5)
    taken = at_once(*(partial(working.take_next, by=officer) for officer in officers), refusals=NotAllowedError)
    assert len({claim.pk for claim in taken if claim}) == 5
    assert taken.count(None) == OFFICERS - 5


def test_twenty_officers_want_one_claim_by_name(office, officers):
    (claim,) = make_claims(office, 1)
    results = at_once(
        *(partial(working.take, claim=claim, by=officer) for officer in officers), refusals=NotAllowedError
    )
    refused = [str(result) for result in results if isinstance(result, NotAllowedError)]
    assert refused == ["Somebody else has taken this claim."] * (OFFICERS - 1)


def test_two_approvers_agree_at_once_and_it_takes_effect_once(decided, office, approver):
    other = people.make_staff(Role.APPROVER, office)
    results = at_once(
        *(partial(deciding.approve, decision=decided, by=by) for by in (approver, other)), refusals=NotAllowedError
    )
    assert sorted(type(result).__name__ for result in results) == ["Approval", "NotAllowedError"]
    assert "This decision is settled already." in [str(result) for result in results]
    assert Award.objects.count() == 1
    assert Notice.objects.filter(kind="decision_grant").count() == 1
    assert Event.objects.filter(kind="award_made").count() == 1


def test_one_agrees_while_another_returns(decided, office, approver):
    other = people.make_staff(Role.APPROVER, office)
    at_once(
        partial(deciding.approve, decision=decided, by=approver),
        partial(deciding.send_back, decision=decided, reason="The child’s date is wrong.", by=other),
        refusals=NotAllowedError,
    )
    (approval,) = Approval.objects.all()
    agreed = approval.verdict == Approval.Verdict.AGREE
    decided.claim.refresh_from_db()
    assert decided.claim.status == (Claim.Status.GRANTED if agreed else Claim.Status.IN_REVIEW)
    assert Award.objects.count() == agreed
