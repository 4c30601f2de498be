"""Locking a claim and moving it from one status to the next."""

from django.utils import timezone

from socialcode.cases import clock, policies
from socialcode.cases.models import Claim
from socialcode.cases.models.claim import CLOSED


def locked(claim: Claim) -> Claim:
    """The claim's row as it is now, locked to the end of the transaction: who comes second sees the first's work."""
    named = ("person", "subject", "named__told_by", "acting__representative", "office")
    return Claim.objects.select_for_update(of=("self",)).select_related(*named).get(pk=claim.pk)


def move(claim: Claim, to: str, stood_until=None, **changed) -> None:
    """Move a locked claim, with what changes besides. `stood_until` is the last day on which the office's time stood
    still, where that is not today."""
    policies.check_move(claim, to)
    changed |= clock.moved(claim, to, stood_until)
    claim.status = to
    if to in CLOSED:
        changed["closed_at"] = timezone.now()
    for name, value in changed.items():
        setattr(claim, name, value)
    claim.save(update_fields=["status", *changed])
