"""What an officer takes back: a claim into the queue, a decision before others have agreed."""

from socialcode.audit.kinds import EventKind
from socialcode.audit.recording import record
from socialcode.broken_constraint import change
from socialcode.cases import policies
from socialcode.cases.models import Claim
from socialcode.cases.telling import hand_on
from socialcode.refusal import check_reason

from .moving import locked, move


@change
def give_back(*, claim, reason, by):
    """Give a claim back into the queue, with why; its day to decide stays."""
    claim = locked(claim)
    policies.check_can_give_back(claim, by)
    check_reason(reason)
    move(claim, Claim.Status.SUBMITTED, assigned_to=None)
    hand_on(claim)
    record(EventKind.CLAIM_GIVEN_BACK, on=claim, by=by, reason=reason.strip())
    return claim


@change
def recall(*, claim, reason, by):
    """Take a decision back that waits for others, with why: the claim is in work again."""
    claim = locked(claim)
    policies.check_can_recall(claim, by)
    check_reason(reason)
    move(claim, Claim.Status.IN_REVIEW)
    record(EventKind.DECISION_RECALLED, on=claim, by=by, reason=reason.strip())
    return claim
