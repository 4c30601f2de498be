"""An office's queue: which claims are in it, in which order, page by page, and how many of which kind.

It lists claims of the reader's own offices only; the door to one of them is `access`. A page costs the same however
many claims there are: each office gives its first rows from an index, and paging goes on from the last row seen.
"""

import datetime
from dataclasses import asdict, dataclass
from itertools import chain
from urllib.parse import urlencode

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Count, OuterRef, Prefetch, Q
from django.utils import timezone

from socialcode.accounts import territory
from socialcode.accounts.models import OF_AN_OFFICE, Office, User
from socialcode.decisions.models import Decision
from socialcode.law.working_days import working_days_after

from ..models import Claim, Flag, News
from ..models.claim import IN_WORK, WITH_THE_OFFICE, overdue
from ..standing_in import works_for
from .lines.orders import Order, order_of

PAGE = 25
SOON = 3  # working days


@dataclass(frozen=True)
class Choice:
    """What a reader wants to see; empty means all. `whose` is mine, nobody or an officer's number, `order` a name of
    `orders`."""

    state: str = ""
    whose: str = ""
    due: str = ""
    provision: str = ""
    office: str = ""
    escalated: bool = False
    order: str = ""

    @property
    def is_open(self) -> bool:
        """Whether only claims that are still to be decided are asked for."""
        return self.state in ("", *IN_WORK) or self.escalated

    @property
    def by(self) -> Order:
        return order_of(self.order, is_open=self.is_open)

    @property
    def query(self) -> str:
        """The choice as the part of an address after the question mark, always written alike."""
        chosen = {name: "on" if value is True else value for name, value in asdict(self).items() if value}
        return urlencode(chosen)


@dataclass(frozen=True)
class Page:
    """Claims with the places before the first and after the last of them; None where there are no more."""

    claims: list[Claim]
    before: str | None
    after: str | None


def offices_of(user: User) -> list[Office]:
    """The offices whose queue somebody works on: their own, and of a regional centre all of its region."""
    own = territory.offices_of(user, *OF_AN_OFFICE)
    regions = [office.region for office in own if office.is_regional]
    return list(Office.objects.filter(Q(pk__in=[office.pk for office in own]) | Q(region__in=regions)))


def chosen(choice: Choice, by: User):
    """The claims of a choice, of whatever office."""
    claims = Claim.objects.filter(status=choice.state) if choice.state else Claim.objects.in_work()
    if choice.whose == "nobody":
        claims = claims.filter(status=Claim.Status.SUBMITTED, assigned_to=None)
    elif choice.whose:
        claims = claims.filter(assigned_to__in=works_for(by) if choice.whose == "mine" else [choice.whose])
    if choice.provision:
        claims = claims.filter(provision=choice.provision)
    if choice.escalated:
        claims = claims.in_work().filter(is_escalated=True)
    return claims.filter(DUE[choice.due](timezone.localdate())) if choice.due else claims


def soon(today: datetime.date) -> Q:
    return Q(status__in=WITH_THE_OFFICE, due_on__gte=today, due_on__lte=working_days_after(today, SOON))


DUE = {"soon": soon, "overdue": overdue}


def listed(choice: Choice, offices: list[Office], by: User):
    """The whole list of a choice in its order, with what a line shows."""
    return shown(chosen(choice, by).filter(office__in=_asked(choice, offices))).order_by(*choice.by.names)


def page(choice: Choice, offices: list[Office], by: User, *, after: str = "", before: str = "") -> Page:
    """One page of a choice, after or before a place that an earlier page gave."""
    backwards = bool(before) and not after
    claims = chosen(choice, by)
    order = choice.by.reversed if backwards else choice.by
    if place := order.read(before if backwards else after):
        claims = claims.filter(order.beyond(place))
    found = _first(claims, _asked(choice, offices), order.names, by_office=choice.whose in ("", "nobody"))
    has_more, found = len(found) > PAGE, found[:PAGE]
    if backwards:
        found.reverse()
    return Page(
        found,
        before=order.place(found[0]) if found and (has_more if backwards else place) else None,
        after=order.place(found[-1]) if found and (has_more or backwards) else None,
    )


def counts(offices: list[Office], by: User) -> dict[str, dict[str, int]]:
    """Of the claims in work: how many in each `state`, and how many are mine, nobody's, soon or over due, escalated."""
    today = timezone.localdate()
    kinds = {
        "mine": Q(assigned_to__in=works_for(by)),
        "nobody": Q(assigned_to=None),
        "soon": soon(today),
        "overdue": overdue(today),
        "escalated": Q(is_escalated=True),
    }
    rows = (
        Claim.objects.in_work()
        .filter(office__in=offices)
        .values("status")
        .annotate(all=Count("*"), **{kind: Count("pk", filter=which) for kind, which in kinds.items()})
    )
    by_state = {row["status"]: row for row in rows}
    return {
        "state": {state: row["all"] for state, row in by_state.items()},
        **{kind: sum(row[kind] for row in by_state.values()) for kind in ("all", *kinds)},
    }


def _asked(choice: Choice, offices: list[Office]) -> list[Office]:
    return [office for office in offices if choice.office in ("", office.code)]


def shown(claims):
    """Claims with what a line of a list shows of each: people, open warnings, a decision that waits, what is new."""
    warnings = Prefetch("flags", Flag.objects.filter(cleared_at=None), to_attr="warnings")
    waiting = Decision.objects.filter(claim__status=Claim.Status.APPROVAL).select_related("assessment").order_by("-pk")
    proposed = Prefetch("decisions", waiting, to_attr="proposed")  # the newest first
    unread = Prefetch("news", News.objects.unread(), to_attr="unread")
    related = claims.select_related("person", "subject", "named", "office", "assigned_to")  # more joins cost the plan
    return related.prefetch_related("acting__representative", warnings, proposed, unread)


def _first(claims, offices: list[Office], order, *, by_office: bool) -> list[Claim]:
    """The first claims of the offices, and one more. One officer's are few; else each office gives its own first."""
    if by_office:
        firsts = claims.filter(office=OuterRef("pk")).order_by(*order).values("pk")[: PAGE + 1]
        rows = Office.objects.filter(pk__in=[office.pk for office in offices]).annotate(firsts=ArraySubquery(firsts))
        candidates = Claim.objects.filter(pk__in=list(chain.from_iterable(rows.values_list("firsts", flat=True))))
        claims = Claim.objects.filter(pk__in=candidates.order_by(*order).values("pk")[: PAGE + 1])
    else:
        claims = claims.filter(office__in=offices)
    return list(shown(claims).order_by(*order)[: PAGE + 1])
