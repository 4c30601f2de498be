"""Who is close to a member of staff: nobody looks at, decides on or agrees to their own matters or those of these."""

from collections.abc import Iterable

from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _

from socialcode.accounts.models import User
from socialcode.refusal import NotAllowedError

from .models import LegalRepresentation, Membership, Person
from .models.family import in_force

Kin = Membership.Kin
SAME_GENERATION = {(Kin.CHILD, Kin.CHILD), (Kin.CHILD, Kin.PARENT), (Kin.PARENT, Kin.PARENT)}  # brothers, grandparents


def close_to(user: User) -> frozenset[str]:
    """The IINs of somebody and of their spouse, children, wards, parents and guardians, by the registers of today.

    Read once for a user as a request holds them. Empty where it is not known whose the account is.
    """
    if not hasattr(user, "close_iins"):
        user.close_iins = _close_to(user.known_iin) if user.known_iin else frozenset()
    return user.close_iins


def _close_to(iin: str) -> frozenset[str]:
    own = Person.objects.filter(iin=iin).first()
    if own is None:
        return frozenset([iin])
    ties = LegalRepresentation.objects.filter(Q(representative=own) | Q(represented=own))  # a grown-up child stays one
    iins = {iin, *(number for pair in ties.values_list("representative__iin", "represented__iin") for number in pair)}
    today = timezone.localdate()
    kin = own.memberships.filter(in_force(today)).values_list("family", "kin").first()
    if kin:
        members = Membership.objects.filter(in_force(today), family=kin[0]).exclude(kin=Kin.OTHER)
        iins |= {number for number, other in members.values_list("person__iin", "kin") if _are_close(kin[1], other)}
    return frozenset(iins)


def _are_close(one: str, other: str) -> bool:
    """Of two members of a family, by their places in it."""
    return Kin.OTHER not in (one, other) and tuple(sorted((one, other))) not in SAME_GENERATION


def is_close(user: User, persons: Iterable) -> bool:
    """Whether any of the persons (with an `iin`, or None) is the user or close to them."""
    close = close_to(user)
    return any(person.iin in close for person in persons if person and person.iin)


def check_not_close(user: User, persons: Iterable) -> None:
    """Whether somebody of the staff may work in a matter of the persons."""
    if user.is_staff_member and not user.known_iin:
        raise NotAllowedError(_("Nobody has said whose your account is. Ask an administrator to add your IIN."))
    if is_close(user, persons):
        raise NotAllowedError(
            _("This is about you, or about a spouse, child or parent of yours. Another person works on it.")
        )
