"""The door to offers and calls: for who is offered something, and for the office that calls."""

from django.core.exceptions import PermissionDenied
from django.utils.translation import gettext_noop

from socialcode.accounts.access import grant_at
from socialcode.accounts.models import Role, User
from socialcode.accounts.territory import at_offices, offices_of
from socialcode.people import access
from socialcode.people.access import Look
from socialcode.people.kin import check_not_close
from socialcode.refusal import objection

from .models import CallTask, Offer

CALLERS = (Role.OFFICER, Role.HEAD)
TO_CALL = gettext_noop("To call about an offer")


def offers_of(user: User):
    """The offers that a citizen may see: to them and to those they act for."""
    own = access.own_person(user)
    if own is None:
        return Offer.objects.none()
    return Offer.objects.filter(person__in=[own, *access.wards_of(own)]).exclude(state=Offer.State.PREPARED)


def open_as_citizen(key, *, by: User) -> Offer:
    """One of the citizen's own. Raises PermissionDenied alike for others' offers and for keys that do not exist."""
    offer = offers_of(by).select_related("person", "consent", "notice").filter(key=key).first()
    if offer is None:
        raise PermissionDenied
    return offer


def calls_of(user: User):
    """What waits in the lists of calls of one of the staff's offices, the longest waiting first."""
    here = at_offices(offices_of(user, *CALLERS))
    return CallTask.objects.waiting().filter(here).order_by("opened_at", "pk")


def open_call(key, *, by: User) -> CallTask:
    """A row of an office's list, for an officer of that office; the look is recorded."""
    found = CallTask.objects.select_related("office", "person", "subject", "offer").filter(key=key).first()
    grant = grant_at(by, found.office, *CALLERS) if found else None
    if grant is None:
        raise PermissionDenied
    if objected := objection(check_not_close, by, found.concerned):
        raise PermissionDenied(objected)
    for person in dict.fromkeys(filter(None, (found.person, found.subject))):
        access.record_look(person, by=by, look=Look(grant, TO_CALL, case=found.offer.code if found.offer else ""))
    return found


def record_names(calls, *, by: User) -> None:
    """Write down that a list showed who is to be called."""
    access.record_list([call.person.iin for call in calls], by=by, purpose=TO_CALL)
