"""The door to an order of payment: for who pays, whose look is recorded, and for the person whose money it is."""

from collections.abc import Iterable

from django.core.exceptions import PermissionDenied
from django.utils.translation import gettext_noop

from socialcode.accounts.models import Role, RoleGrant, User
from socialcode.people import access
from socialcode.people.access import Look
from socialcode.people.kin import is_close

from .models import PaymentOrder

TO_PAY = gettext_noop("To pay what was granted")


def open_order(key, *, by: User) -> PaymentOrder:
    """An order for a specialist for payments; the look is recorded. Raises PermissionDenied alike for strangers, for
    those who are close to the person, and for orders that do not exist."""
    found = PaymentOrder.objects.select_related("person", "organisation", "register__run", "award", "run")
    order = found.filter(key=key).first()
    grant = _grant(by)
    if order is None or grant is None or is_close(by, order.concerned):
        raise PermissionDenied
    if order.person:
        access.record_look(order.person, by=by, look=Look(grant, TO_PAY, case=order.number))
    return order


def record_names(orders: Iterable[PaymentOrder], *, by: User) -> None:
    """Write down that a list showed whose orders these are."""
    access.record_list([order.number for order in orders], by=by, purpose=TO_PAY)


def orders_of(user: User):
    """The orders that a citizen may see: their own, and those of whom they act for."""
    own = access.own_person(user)
    if own is None:
        return PaymentOrder.objects.none()
    return PaymentOrder.objects.filter(person__in=[own, *access.wards_of(own)])


def _grant(user: User) -> RoleGrant | None:
    return next((grant for grant in user.grants if grant.role == Role.PAYER), None)
