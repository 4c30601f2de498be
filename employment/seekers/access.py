"""The door to registrations for advisers of a centre; each look at a person is recorded."""

from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.utils.translation import gettext_noop

from employment.seekers.models import Registration
from employment.seekers.policies import ADVISES
from socialcode.accounts.access import grant_at
from socialcode.accounts.models import User
from socialcode.accounts.territory import at_offices, offices_of
from socialcode.people import access
from socialcode.people.kin import is_close

TO_REGISTER = gettext_noop("To register somebody who looks for work")


def registrations_of(user: User) -> QuerySet[Registration]:
    """Registrations of the centres at which the user advises. Raises PermissionDenied for who advises nowhere."""
    offices = offices_of(user, *ADVISES)
    if not offices:
        raise PermissionDenied
    return Registration.objects.filter(at_offices(offices)).select_related("person", "office")


def waiting_for(user: User) -> QuerySet[Registration]:
    """Wishes that the user's centres have to answer, the first due first."""
    return registrations_of(user).waiting().order_by("answer_by", "pk")


def record_names(rows: list[Registration], *, by: User) -> None:
    """That the names of a list were shown."""
    access.record_list([row.person.iin for row in rows], by=by, purpose=TO_REGISTER)


def open_registration(key, *, by: User) -> Registration:
    """A registration for an adviser of its centre; the look is recorded. Raises PermissionDenied."""
    found = Registration.objects.filter(key=key).select_related("person", "office").first()
    grant = grant_at(by, found.office, *ADVISES) if found else None
    if grant is None or is_close(by, [found.person]):
        raise PermissionDenied
    access.record_look(found.person, by=by, look=access.Look(grant, TO_REGISTER))
    return found
