"""The door to a move: for who acts for the person, and for the staff of the office that it was filed with."""

from django.core.exceptions import PermissionDenied

from socialcode.accounts.access import grant_at
from socialcode.accounts.models import OF_AN_OFFICE, Role, User
from socialcode.people import access
from socialcode.people.access import Look
from socialcode.people.kin import check_not_close
from socialcode.refusal import objection

from .models import Move


def moves_of(user: User):
    """The moves that a citizen asked for."""
    own = access.own_person(user)
    return Move.objects.filter(person=own) if own else Move.objects.none()


def open_as_citizen(key, *, by: User) -> Move:
    """A move of the citizen's own. Raises PermissionDenied alike for others' and for keys that do not exist."""
    move = Move.objects.whole().filter(key=key).first()
    if move is None or access.own_person(by) != move.person:
        raise PermissionDenied
    return move


def open_as_staff(key, *, by: User, purpose: str) -> Move:
    """A move for the staff of its office, or for an auditor. The look at everybody who moves is recorded."""
    move, grant = _found_for_staff(key, by)
    for person in move.concerned:
        access.record_look(person, by=by, look=Look(grant, purpose, case=move.number))
    return move


def open_any(key, *, by: User, purpose: str) -> Move:
    """A move for the citizen whose it is, or for its staff."""
    own = moves_of(by).whole().filter(key=key).first()
    return own or open_as_staff(key, by=by, purpose=purpose)


def act_as_staff(key, *, by: User) -> Move:
    """A move to change and not to look at: what the change does is recorded by its action."""
    return _found_for_staff(key, by)[0]


def _found_for_staff(key, by: User):
    move = Move.objects.whole().filter(key=key).first()
    grant = _grant(move, by) if move else None
    if grant is None:
        raise PermissionDenied
    if objected := objection(check_not_close, by, move.concerned):
        raise PermissionDenied(objected)
    return move, grant


def _grant(move: Move, by: User):
    auditing = next((grant for grant in by.grants if grant.role == Role.AUDITOR), None)
    return grant_at(by, move.office, *OF_AN_OFFICE) or auditing
