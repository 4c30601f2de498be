"""Giving and ending roles."""

from django.db import transaction
from django.utils import timezone

from socialcode import audit

from . import policies
from .models import RoleGrant, User


@transaction.atomic
def grant_role(*, user, role, by, office=None):
    """Give a role, with its office if it is one of an office. The user's row is locked: two grants do not meet."""
    user = User.objects.select_for_update().get(pk=user.pk)
    policies.check_can_grant(user, role, office, by)
    grant = RoleGrant.objects.create(user=user, role=role, office=office, granted_by=by)
    audit.record("role_granted", on=grant, by=by, role=role, to=str(user), office=office.code if office else "")
    return grant


@transaction.atomic
def end_role(*, grant, by):
    """End a role from now on. What was done under it stays."""
    grant = RoleGrant.objects.select_for_update().get(pk=grant.pk)
    policies.check_can_manage_roles(by)
    if grant.ended_at is None:
        grant.ended_at = timezone.now()
        grant.save(update_fields=["ended_at"])
        audit.record("role_ended", on=grant, by=by, role=grant.role)
    return grant
