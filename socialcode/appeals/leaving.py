"""Complaints that stay with somebody whose role ends: the head of the office gives them to others first."""

from django.utils.translation import ngettext

from socialcode.accounts.models import Role, RoleGrant
from socialcode.accounts.roles.leaving import stays

from .models import WITH_AN_OFFICER, Proceeding


@stays
def complaints_stay(grant: RoleGrant) -> str:
    """How many open complaints an officer has at the office of a role; empty where there are none."""
    if grant.role != Role.OFFICER:
        return ""
    mine = Proceeding.objects.filter(assigned_to=grant.user, office=grant.office, state__in=WITH_AN_OFFICER)
    count = mine.count()
    if not count:
        return ""
    told = ngettext(
        "%(count)s complaint is with this officer. First the head of the office gives it to another one.",
        "%(count)s complaints are with this officer. First the head of the office gives them to others.",
        count,
    )
    return told % {"count": count}
