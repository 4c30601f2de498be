"""The door to a mobility centre's pages: its specialists, and heads of its office; each sees the whole region."""

from django.core.exceptions import PermissionDenied

from socialcode.accounts.models import Office, Role, RoleGrant, User

WORKS = (Role.MOBILITY_CENTRE, Role.HEAD)


def grant_of(user: User) -> RoleGrant:
    """The role by which somebody works here. Raises PermissionDenied."""
    found = next((grant for grant in user.grants if grant.role in WORKS), None)
    if found is None:
        raise PermissionDenied
    return found


def region_of(user: User) -> str:
    """The KATO code of the region. Raises PermissionDenied."""
    return grant_of(user).office.region


def specialist_at(user: User) -> Office:
    """The office at which somebody is a specialist of a mobility centre. Raises PermissionDenied."""
    found = next((grant.office for grant in user.grants if grant.role == Role.MOBILITY_CENTRE), None)
    if found is None:
        raise PermissionDenied
    return found
