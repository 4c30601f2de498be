"""A decision on a move as one of the commission writes it."""

from django.utils import timezone

from socialcode.audit.kinds import EventKind
from socialcode.audit.recording import record
from socialcode.decisions.approving import approvers_by_amount

from .models import Move, Ruling


def propose(move: Move, kind: str, reason: str, by, amount=0, **more) -> Ruling:
    """A decision on a locked move, in the caller's transaction; `more` are other fields of it."""
    needed = approvers_by_amount(amount, timezone.localdate())
    ruling = Ruling.objects.create(
        move=move, kind=kind, reason=reason.strip(), amount=amount, votes_needed=max(1, needed), ruled_by=by, **more
    )
    record(EventKind.MOVE_RULED, on=move, by=by, act=kind, amount=amount, reason=ruling.reason)
    return ruling
