"""What an office looks at again: begun by an auditor's conclusion, told to the office, and what comes of it."""

from django.utils import timezone

from socialcode.accounts.models import User
from socialcode.audit.kinds import EventKind
from socialcode.audit.recording import record
from socialcode.cases.models import Claim, News
from socialcode.cases.reopening import reopen

from . import policies
from .models import RELOOKED, Relook, Review
from .telling import tell_office


def begin(review: Review) -> Relook:
    """Open it in the caller's transaction, with its last day, and tell the office."""
    origin = review.decision.origin
    due_on = policies.relook_due_on(timezone.localdate())
    relook = Relook.objects.create(review=review, office=origin.office, due_on=due_on)
    record(EventKind.RELOOK_OPENED, on=origin, by=None, review=review.key, due_on=due_on)
    tell_office(review, News.Kind.RELOOK, review.conclusion)
    return relook


def locked(relook: Relook) -> Relook:
    """Its row as it is now, held to the end of the transaction."""
    named = (*RELOOKED, "review__decision__decided_by")
    return Relook.objects.select_for_update(of=("self",)).select_related(*named).get(pk=relook.pk)


def moved(relook: Relook, state: str, kind: EventKind, by, **written) -> Relook:
    """Write a step, with its event on the claim or contract."""
    for name, value in {"state": state, **written}.items():
        setattr(relook, name, value)
    relook.save(update_fields=["state", *written])
    told = {name: written[name] for name in ("outcome", "answer") if name in written}
    told |= {"reason": written["returned"]} if "returned" in written else {}
    record(kind, on=relook.review.decision.origin, by=by, review=relook.review.key, state=state, **told)
    return relook


def take_effect(relook: Relook, by: User) -> None:
    """A refused claim that is decided anew goes into its office's queue; a payment is changed on its own page."""
    claim = relook.review.decision.claim
    if claim and relook.outcome == Relook.Outcome.ANEW and claim.status == Claim.Status.REFUSED:
        reopen(claim=claim, number=claim.number, by=by)
