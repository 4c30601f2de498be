"""A closed claim that is decided anew: a complaint about its decision was right, or an auditor found it wrong."""

from django.utils import timezone
from django.utils.translation import gettext as _

from socialcode.audit.kinds import EventKind
from socialcode.audit.recording import record
from socialcode.law.working_days import working_days_after
from socialcode.refusal import NotAllowedError

from .actions.applying import days_to_decide
from .actions.moving import locked
from .models import Claim

REOPENS = (Claim.Status.GRANTED, Claim.Status.REFUSED)


def reopen(*, claim: Claim, number: str, by) -> Claim:
    """Put a decided claim into its office's queue again, with the office's days from today; for an action whose policy
    allowed it. `number` is that of the complaint, or the claim's where an auditor found its decision wrong.

    Who decided before does not take it (`policies.decided_before`).
    """
    claim = locked(claim)
    if claim.status not in REOPENS:
        raise NotAllowedError(_("This claim is open already."))
    now = timezone.now()
    changed = {
        "status": Claim.Status.SUBMITTED,
        "assigned_to": None,
        "closed_at": None,
        "reopened_at": now,
        "is_escalated": False,
        "stopped_on": None,
        "due_on": working_days_after(timezone.localdate(now), days_to_decide(claim)),
    }
    for name, value in changed.items():
        setattr(claim, name, value)
    claim.save(update_fields=list(changed))
    record(EventKind.CLAIM_REOPENED, on=claim, by=by, number=number, due_on=claim.due_on)
    return claim
