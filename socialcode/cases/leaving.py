"""Claims that stay with somebody whose role ends: the head of the office hands them over first."""

from django.utils.translation import ngettext

from socialcode.accounts.models import Role, RoleGrant
from socialcode.accounts.roles.leaving import stays

from .models import Claim
from .policies import WITH_THE_OFFICER


@stays
def claims_stay(grant: RoleGrant) -> str:
    """How many open claims an officer has at the office of a role, and who moves them; empty where there are none."""
    if grant.role != Role.OFFICER:
        return ""
    count = Claim.objects.at([grant.office]).filter(assigned_to=grant.user, status__in=WITH_THE_OFFICER).count()
    if not count:
        return ""
    told = ngettext(
        "%(count)s open claim is with this officer. First the head of the office hands it over (page of the load).",
        "%(count)s open claims are with this officer. First the head of the office hands them over (page of the load).",
        count,
    )
    return told % {"count": count}
