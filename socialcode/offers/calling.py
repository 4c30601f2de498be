"""Rows of an office's list: whom somebody calls, visits or writes a letter to, because no message settles it."""

from django.utils import timezone

from socialcode.accounts.models import Office
from socialcode.cases.actions.applying import office_of
from socialcode.people.models import Person

from .models import CallTask, Offer


def ask(person: Person, reason: str, *, offer: Offer | None = None, **about) -> Office | None:
    """Put a row into the list of the person's office, once as long as it is open. Returns that office; None where
    there is none.

    `about` are further fields of `CallTask`.
    """
    office = office_of(person, timezone.localdate())
    if office is None:
        return None
    task = CallTask(office=office, person=person, offer=offer, reason=reason, **about)
    CallTask.objects.bulk_create([task], ignore_conflicts=True)
    return office


def no_more(offer: Offer, *reasons: str) -> None:
    """Close what waits about an offer, for some reasons or for any: nobody is called for what is settled."""
    waiting = CallTask.objects.waiting().filter(offer=offer, reason__in=reasons or CallTask.Reason)
    waiting.update(closed_at=timezone.now(), result=CallTask.Result.NO_MORE)
