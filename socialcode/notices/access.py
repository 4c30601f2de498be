"""The door to notices: those of a citizen's own, and of the children and wards they act for."""

from django.core.exceptions import PermissionDenied

from socialcode.accounts.models import User
from socialcode.people import access

from .models import Notice


def notices_of(user: User):
    """What a citizen may read, the newest first."""
    own = access.own_person(user)
    people = [own, *access.wards_of(own)] if own else []
    return Notice.objects.to_read().filter(to__in=people).select_related("to").order_by("-created_at", "-pk")


def open_notice(key, *, by: User) -> Notice:
    """One notice. Raises PermissionDenied alike for others' notices and for keys that do not exist."""
    notice = Notice.objects.select_related("to").filter(key=key).first()
    if notice is None or not access.may_act_for(by, notice.to):
        raise PermissionDenied
    return notice
