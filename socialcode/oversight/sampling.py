"""Decisions that took effect on some days, drawn (`audit.drawing`): the same seed over the same days gives the same
decisions in the same order."""

import datetime
from functools import reduce
from operator import or_

from django.db.models import Exists, OuterRef, Q, QuerySet

from socialcode.accounts.models import RoleGrant
from socialcode.audit.drawing import drawn
from socialcode.decisions.models import Decision
from socialcode.law.values import values_on
from socialcode.midnight import midnight

from .models import Sample

Kind = Sample.Kind
IN_EFFECT = ("granted", "refused")
ONE_DAY = datetime.timedelta(days=1)


def _overridden(_until: datetime.date) -> Q:
    return ~Q(override_reason="") | ~Q(despite="")


def _on_paper(_until: datetime.date) -> Q:
    return Q(claim__is_paper=True)


def _near_a_limit(until: datetime.date) -> Q:
    """Amounts by the share of the law below one from which on more people have to agree, by the values of the last
    day: who divides or rounds a sum to stay below it is found here."""
    values = values_on(until)
    share, near = values.value("sample_near_limit_share"), Q(pk__in=[])
    for step in values.value("approvers_by_amount"):
        near |= Q(amount__lt=step, amount__gte=step * (1 - share)) if step else Q()
    return near


def _of_own_office(until: datetime.date) -> Q:
    """Of people who have, or had, a role at the office that decided."""
    granted = RoleGrant.objects.filter(granted_at__lt=midnight(until + ONE_DAY))
    works = (
        granted.filter(office=OuterRef(f"{origin}__office"), user__staff_iin=OuterRef(f"{origin}__person__iin"))
        for origin in ("claim", "contract")
    )
    return reduce(or_, (Q(Exists(found)) for found in works))


RISKS = {
    Kind.ALL: lambda _until: Q(),
    Kind.OVERRIDE: _overridden,
    Kind.PAPER: _on_paper,
    Kind.NEAR_LIMIT: _near_a_limit,
    Kind.OWN_OFFICE: _of_own_office,
}


def draw(seed: str, since: datetime.date, until: datetime.date, size: int, kind: str = Kind.ALL) -> QuerySet[Decision]:
    """The first `size` decisions of the order, of a kind; the days are those of Kazakhstan, both included.

    On claims that are decided, the last one; on contracts, those that came into force.
    """
    days = midnight(since), midnight(until + ONE_DAY)
    claims = Q(claim__status__in=IN_EFFECT, claim__closed_at__gte=days[0], claim__closed_at__lt=days[1])
    contracts = Q(contract__began_at__gte=days[0], contract__began_at__lt=days[1])
    later = Decision.objects.filter(claim=OuterRef("claim"), pk__gt=OuterRef("pk"))
    decided = Decision.objects.filter(~Exists(later), claims | contracts)
    return drawn(decided.filter(RISKS[kind](until)), seed, size)
