"""After an answer that a complaint is right: the office changes what it granted, and another person agrees to that."""

from socialcode.appeals import policies, setting_right
from socialcode.audit.kinds import EventKind
from socialcode.audit.recording import record
from socialcode.awards.actions import changing
from socialcode.broken_constraint import change
from socialcode.cases.assessing import compute

from .moving import locked


@change
def set_right(*, proceeding, right, reason, by):
    """Propose another amount of the payment from a day on (`setting_right.Right`). Nothing changes until another person
    agrees to the change, as to any other of a payment."""
    proceeding = locked(proceeding)
    award = setting_right.award_of(proceeding)
    policies.check_can_set_right(proceeding, by)
    computed = compute(proceeding.claim)
    proposal = setting_right.proposed(award, right, computed, proceeding, reason)
    made = changing.propose(award=award, proposal=proposal, by=by)
    told = {"number": proceeding.number, "amount": right.amount, "since": right.since}
    record(EventKind.APPEAL_SET_RIGHT, on=proceeding.claim, by=by, **told)
    return made
