"""The door to an award: for those who act for whom it is paid to, and for the office that granted it."""

from django.core.exceptions import PermissionDenied

from socialcode.accounts.access import grant_at
from socialcode.accounts.models import OF_AN_OFFICE, Office, Role, User
from socialcode.people import access
from socialcode.people.access import Look
from socialcode.people.kin import check_not_close
from socialcode.refusal import objection

from .models import Award


def office_of(award: Award) -> Office:
    """The office that granted it, and that everything about it is told to."""
    return award.decision.subject.office


def awards_of(user: User):
    """The awards a citizen may see: what is paid to them or to those they act for, and what is paid for these."""
    own = access.own_person(user)
    if own is None:
        return Award.objects.none()
    return Award.objects.filter(person__in=[own, *access.wards_of(own)])


def open_as_citizen(key, *, by: User) -> Award:
    """One of the citizen's own. Raises PermissionDenied alike for others' awards and for keys that do not exist."""
    award = _found(key)
    if award is None or award.person is None or not access.may_act_for(by, award.person):
        raise PermissionDenied
    return award


def open_as_staff(key, *, by: User, purpose: str) -> Award:
    """An award for one of the staff of its office, or for an auditor. The look is recorded."""
    award, grant = _found_for_staff(key, by)
    for person in dict.fromkeys(filter(None, (award.person, award.subject))):
        access.record_look(person, by=by, look=Look(grant, purpose, case=str(award.decision.subject)))
    return award


def act_as_staff(key, *, by: User) -> Award:
    """An award to change and not to look at: what the change does is recorded by its action."""
    return _found_for_staff(key, by)[0]


def _found_for_staff(key, by: User):
    award = _found(key)
    grant = _grant(by, award) if award else None
    if grant is None:
        raise PermissionDenied
    if objected := objection(check_not_close, by, award.concerned):
        raise PermissionDenied(objected)
    return award, grant


def _found(key) -> Award | None:
    named = ("person", "subject", "named", "organisation", "decision__claim__office", "decision__claim__person")
    return Award.objects.select_related(*named).filter(key=key).first()


def _grant(user: User, award: Award):
    auditing = next((grant for grant in user.grants if grant.role == Role.AUDITOR), None)
    return grant_at(user, office_of(award), *OF_AN_OFFICE) or auditing
