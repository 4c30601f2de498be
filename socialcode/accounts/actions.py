"""Accounts of staff: making one, giving and ending roles, taking away a second factor that was lost."""

import secrets

from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from django.db import transaction
from django.utils import timezone

from socialcode.audit.kinds import EventKind
from socialcode.audit.recording import record

from . import policies
from .models import RoleGrant, User


@transaction.atomic
def grant_role(*, user, role, by, office=None):
    """Give a role, with its office if it is one of an office. The user's row is locked: two grants do not meet."""
    user = User.objects.select_for_update().get(pk=user.pk)
    policies.check_can_grant(user, role, office, by)
    grant = RoleGrant.objects.create(user=user, role=role, office=office, granted_by=by)
    record(EventKind.ROLE_GRANTED, on=grant, by=by, role=role, to=str(user), office=office.code if office else "")
    return grant


@transaction.atomic
def end_role(*, grant, by):
    """End a role from now on. What was done under it stays."""
    grant = RoleGrant.objects.select_for_update().get(pk=grant.pk)
    policies.check_can_end(grant, by)
    if grant.ended_at is None:
        grant.ended_at = timezone.now()
        grant.save(update_fields=["ended_at"])
        record(EventKind.ROLE_ENDED, on=grant, by=by, role=grant.role)
    return grant


@transaction.atomic
def add_staff(*, email, full_name, by):
    """Make an account without roles. Returns the user and a first password, which is good for one sign-in only."""
    policies.check_can_add_staff(email, by)
    password = secrets.token_urlsafe(12)
    user = User.objects.create_user(email, password, full_name=full_name.strip(), password_is_temporary=True)
    record(EventKind.STAFF_ADDED, on=user, by=by)
    return user, password


@transaction.atomic
def change_password(*, user, password):
    """Set the password that the user chose."""
    user.set_password(password)
    user.password_is_temporary = False
    user.save(update_fields=["password", "password_is_temporary"])
    record(EventKind.PASSWORD_CHANGED, on=user, by=user)
    return user


@transaction.atomic
def reset_second_factor(*, user, by):
    """Take away the second factor of somebody who lost it, and sign them out everywhere."""
    policies.check_can_reset_second_factor(user, by)
    Authenticator.objects.filter(user=user).delete()
    for session in UserSession.objects.filter(user=user):
        session.end()
    record(EventKind.SECOND_FACTOR_RESET, on=user, by=by)
    return user
