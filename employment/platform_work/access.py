"""The door to an operator and its statements: for those who act for the organisation."""

from django.core.exceptions import PermissionDenied
from django.utils import timezone

from socialcode.accounts.models import User
from socialcode.people import access
from socialcode.people.models import Organisation
from socialcode.people.models.family import in_force

from .models import Statement


def operators_of(user: User) -> list[Organisation]:
    """The organisations that a citizen acts for today, by name."""
    own = access.own_person(user)
    if own is None:
        return []
    acting = own.mandates.filter(in_force(timezone.localdate())).values("organisation")
    return list(Organisation.objects.filter(pk__in=acting, closed_on=None).order_by("name", "pk"))


def open_operator(key, *, by: User) -> Organisation:
    """Raises PermissionDenied alike for others' organisations and for keys that do not exist."""
    found = Organisation.objects.filter(key=key).first()
    if found is None or not access.may_act_for_organisation(by, found):
        raise PermissionDenied
    return found


def open_statement(key, *, by: User) -> Statement:
    """Raises PermissionDenied alike for others' statements and for keys that do not exist."""
    found = Statement.objects.select_related("operator", "delivery").filter(key=key).first()
    if found is None or not access.may_act_for_organisation(by, found.operator):
        raise PermissionDenied
    return found
