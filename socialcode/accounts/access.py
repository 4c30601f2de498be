"""Who may open a page."""

from functools import wraps

from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.urls import reverse

from .models import OF_AN_OFFICE, WITH_EMPLOYERS, Role, RoleGrant, User


def _only(may_pass):
    """Ask visitors to sign in; refuse everybody of whom `may_pass(user)` is not true."""

    def guard(view):
        @wraps(view)
        def guarded(request, *args, **kwargs):
            if not request.user.is_authenticated:
                return redirect_to_login(request.get_full_path(), reverse("accounts:login"))
            if not may_pass(request.user):
                raise PermissionDenied
            return view(request, *args, **kwargs)

        return guarded

    return guard


administrators_only = _only(lambda user: user.is_administrator)
auditors_only = _only(lambda user: Role.AUDITOR in user.roles)
ministry_only = _only(lambda user: Role.MINISTRY in user.roles)
payers_only = _only(lambda user: Role.PAYER in user.roles)
office_only = _only(lambda user: bool(user.roles & set(OF_AN_OFFICE)))
employers_desk_only = _only(lambda user: bool(user.roles & set(WITH_EMPLOYERS)))
staff_only = _only(lambda user: user.is_staff_member)


def grant_at(user: User, office, *roles: str) -> RoleGrant | None:
    """A role of the user at an office, or at the regional centre above it."""
    for grant in user.grants:
        if grant.role in roles and grant.office and office and grant.office.covers(office.region, office.district):
            return grant
    return None
