"""What one administrator does alone: make an account that can do nothing yet, and take power away."""

from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from django.db import transaction
from django.utils import timezone

from socialcode.accounts import policies
from socialcode.accounts.models import RoleGrant, User
from socialcode.audit.kinds import EventKind
from socialcode.audit.recording import record
from socialcode.broken_constraint import change


@change
def add_staff(*, email, full_name, iin, by):
    """Make an account without roles and without a password: its owner gets a link once a role is agreed to."""
    policies.check_can_add_staff(email, iin, by)
    user = User.objects.create_user(email, None, full_name=full_name.strip(), staff_iin=iin)
    record(EventKind.STAFF_ADDED, on=user, by=by)
    return user


@change
def say_whose(*, user, iin, by):
    """Say whose an account is that was made before accounts said so. It is said once and never changed."""
    user = User.objects.select_for_update().get(pk=user.pk)
    policies.check_can_say_whose(user, iin, by)
    user.staff_iin = iin
    user.save(update_fields=["staff_iin"])
    record(EventKind.ACCOUNT_OWNER_NAMED, on=user, by=by)
    return user


@transaction.atomic
def end_role(*, grant, by):
    """End a role from now on. What was done under it stays."""
    grant = RoleGrant.objects.select_for_update().get(pk=grant.pk)
    policies.check_can_end(grant, by)
    _end(grant, by)
    return grant


@transaction.atomic
def end_sessions(*, user, by):
    """Sign somebody out wherever they are signed in."""
    policies.check_can_manage(user, by)
    end_sessions_of(user)
    record(EventKind.SESSIONS_ENDED, on=user, by=by)
    return user


@transaction.atomic
def close(*, user, reason, by):
    """Close an account: its roles end, it is signed out everywhere, and nobody signs in to it. What it did stays."""
    user = User.objects.select_for_update().get(pk=user.pk)
    policies.check_can_close(user, reason, by)
    for grant in user.role_grants.filter(ended_at=None):
        _end(grant, by)
    user.is_active = False
    user.set_unusable_password()
    user.save(update_fields=["is_active", "password"])
    Authenticator.objects.filter(user=user).delete()
    end_sessions_of(user)
    record(EventKind.ACCOUNT_CLOSED, on=user, by=by, reason=reason.strip())
    return user


@transaction.atomic
def reopen(*, user, by):
    """Open a closed account again: without roles, as a new one."""
    user = User.objects.select_for_update().get(pk=user.pk)
    policies.check_can_reopen(user, by)
    user.is_active = True
    user.save(update_fields=["is_active"])
    record(EventKind.ACCOUNT_REOPENED, on=user, by=by)
    return user


def end_sessions_of(user: User) -> None:
    for session in UserSession.objects.filter(user=user):
        session.end()


def _end(grant: RoleGrant, by) -> None:
    if grant.ended_at is None:
        grant.ended_at = timezone.now()
        grant.save(update_fields=["ended_at"])
        record(EventKind.ROLE_ENDED, on=grant, by=by, role=grant.role)
