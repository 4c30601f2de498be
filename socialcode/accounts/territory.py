"""The offices at which somebody works, and what lies in their territory."""

from collections.abc import Iterable

from django.db.models import Q

from .models import Office, User


def offices_of(user: User, *roles: str) -> list[Office]:
    """The offices at which somebody holds one of the roles."""
    return [grant.office for grant in user.grants if grant.office and grant.role in roles]


def at_offices(offices: Iterable[Office], field: str = "office") -> Q:
    """Rows whose office (`field`) is one of some offices, or lies in the region of a regional centre among them; of no
    offices, nothing."""
    found = Q(pk__in=())
    for office in offices:
        found |= Q(**({f"{field}__region": office.region} if office.is_regional else {field: office}))
    return found


def in_territory(offices: Iterable[Office], prefix: str = "") -> Q:
    """Rows that lie in the territory of one of some offices, by their columns region and district after `prefix`; of no
    offices, nothing."""
    found = Q(pk__in=())
    for office in offices:
        district = {} if office.is_regional else {f"{prefix}district": office.district}
        found |= Q(**{f"{prefix}region": office.region}, **district)
    return found
