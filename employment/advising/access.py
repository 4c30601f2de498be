"""The doors of advising: for the staff of the career centre that has somebody on its register, and for the person.

The staff's looks and lists are recorded; nobody looks at themselves or at those close to them in this way.
"""

from collections.abc import Iterable

from django.core.exceptions import PermissionDenied
from django.utils.translation import gettext_noop

from employment.advising.models import Appointment, Call, Referral, Removal, Round, SocialContract
from employment.seekers.models import Registration
from socialcode.accounts.access import grant_at
from socialcode.accounts.models import Office, Role, RoleGrant, User
from socialcode.accounts.territory import at_offices, offices_of
from socialcode.people import access
from socialcode.people.access import Look
from socialcode.people.kin import is_close
from socialcode.people.models import Person

ADVISES = (Role.ADVISER, Role.HEAD)
GOES_ROUND = (Role.MOBILE_GROUP, Role.ADVISER, Role.HEAD)
TO_ADVISE = gettext_noop("To help somebody to find work")
ON_A_ROUND = gettext_noop("To visit somebody with the mobile group")


def registrations_for(user: User):
    """Everybody on the registers of the centres where somebody advises, those of a region where it is the region's.
    Raises PermissionDenied for others."""
    offices = offices_of(user, *ADVISES)
    if not offices:
        raise PermissionDenied
    return Registration.objects.filter(at_offices(offices))


def open_registration(key, *, by: User) -> Registration:
    """Somebody on a register, for who advises there. The look is recorded. Raises PermissionDenied."""
    found = act_on_registration(key, by=by)
    look(found.person, found.office, by=by)
    return found


def act_on_registration(key, *, by: User) -> Registration:
    """The same to do something and not to look: what is done is recorded by its action."""
    found = Registration.objects.select_related("person", "office").filter(key=key).first()
    if found is None:
        raise PermissionDenied
    check_advises(found.person, found.office, by)
    return found


def check_advises(person: Person, office: Office, by: User) -> RoleGrant:
    """The role by which somebody advises a person of a centre. Raises PermissionDenied."""
    grant = grant_at(by, office, *ADVISES)
    if grant is None or is_close(by, [person]):
        raise PermissionDenied
    return grant


def look(person: Person, office: Office, *, by: User, purpose: str = TO_ADVISE) -> None:
    """Write down that somebody of a centre looked at a person."""
    access.record_look(person, by=by, look=Look(grant_at(by, office, *ADVISES), purpose))


def look_on_round(person: Person, grant: RoleGrant, *, by: User) -> None:
    """Write down that a mobile group looked at somebody whom it visits. Raises PermissionDenied for their own."""
    if is_close(by, [person]):
        raise PermissionDenied
    access.record_look(person, by=by, look=Look(grant, ON_A_ROUND))


def list_people(people: Iterable[Person], *, by: User, purpose: str = TO_ADVISE) -> None:
    """Write down that the names of people were shown in a list."""
    access.record_list(sorted({person.iin for person in people}), by=by, purpose=purpose)


def registration_of(user: User) -> Registration | None:
    """A citizen's own registration: the one in force, else the newest; None for who never was registered."""
    own = access.own_person(user)
    if own is None:
        return None
    found = Registration.objects.filter(person=own).select_related("person", "office")
    return found.in_force().first() or found.first()


def own_offer(key, *, by: User) -> Referral:
    """An offer of work for the citizen. Raises PermissionDenied alike for others' and for keys that do not exist."""
    return _own(Referral.objects.whole(), key, by)


def own_removal(key, *, by: User) -> Removal:
    return _own(Removal.objects.whole(), key, by)


def own_contract(key, *, by: User) -> SocialContract:
    return _own(SocialContract.objects.select_related("person", "office", "made_by"), key, by)


def own_appointment(key, *, by: User) -> Appointment:
    found = Appointment.objects.select_related("slot__adviser", "slot__office", "registration__person")
    return _own(found, key, by)


def offer_for_staff(key, *, by: User) -> Referral:
    return _for_staff(Referral.objects.whole(), key, by)


def removal_for_staff(key, *, by: User) -> Removal:
    return _for_staff(Removal.objects.whole(), key, by)


def contract_for_staff(key, *, by: User) -> SocialContract:
    return _for_staff(SocialContract.objects.select_related("person", "office", "made_by"), key, by)


def appointment_for_staff(key, *, by: User) -> Appointment:
    found = Appointment.objects.select_related("slot__adviser", "registration__person", "registration__office", "call")
    return _for_staff(found, key, by)


def call_for_staff(key, *, by: User) -> Call:
    return _for_staff(Call.objects.select_related("registration__person", "registration__office"), key, by)


def round_for(key, *, by: User) -> Round:
    """A round of a mobile group of the user's offices. Raises PermissionDenied."""
    found = Round.objects.select_related("office").filter(key=key).first()
    if found is None or grant_at(by, found.office, *GOES_ROUND) is None:
        raise PermissionDenied
    return found


def person_of(row) -> Person:
    """Whom a row of advising is about."""
    return row.person if hasattr(row, "person") else row.registration.person


def office_of(row) -> Office:
    return row.office if hasattr(row, "office") else row.registration.office


def _own(rows, key, by: User):
    found = rows.filter(key=key).first()
    if found is None or not access.may_act_for(by, person_of(found)):
        raise PermissionDenied
    return found


def _for_staff(rows, key, by: User):
    found = rows.filter(key=key).first()
    if found is None:
        raise PermissionDenied
    check_advises(person_of(found), office_of(found), by)
    return found
