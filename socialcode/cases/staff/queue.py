"""An office's queue: which claims are in it, in which order, page by page, and how many of which kind.

It lists claims of the reader's own offices only; the door to one of them is `access`. A page costs the same however
many claims there are: each office gives its first rows from an index, and paging goes on from the last row seen.
"""

import datetime
import re
from dataclasses import dataclass
from itertools import chain

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Count, OuterRef, Prefetch, Q
from django.utils import timezone

from socialcode.accounts.models import OF_AN_OFFICE, Office, User
from socialcode.alphabetical import alphabetical
from socialcode.decisions.models import Decision
from socialcode.law.working_days import working_days_after
from socialcode.people.models import LegalRepresentation, Person

from ..models import Claim, Flag
from ..models.claim import WITH_THE_OFFICE, overdue

PAGE = 25
SOON = 3  # working days
MOST_FOUND = 50
IIN = re.compile(r"[0-9]{12}")
NUMBER = re.compile(r"([0-9]{4})-?([0-9]{1,7})")
PLACE = re.compile(r"([0-9]{4}-[0-9]{2}-[0-9]{2})_([0-9]{1,18})")


@dataclass(frozen=True)
class Choice:
    """What a reader wants to see; empty means all. `whose` is mine, nobody or an officer's number."""

    state: str = ""
    whose: str = ""
    due: str = ""
    provision: str = ""
    office: str = ""
    escalated: bool = False
    order: str = ""

    @property
    def is_latest_first(self) -> bool:
        return self.order == "latest"


@dataclass(frozen=True)
class Page:
    """Claims with the places before the first and after the last of them; None where there are no more."""

    claims: list[Claim]
    before: str | None
    after: str | None


def offices_of(user: User) -> list[Office]:
    """The offices whose queue somebody works on: their own, and of a regional centre all of its region."""
    own = [grant.office for grant in user.grants if grant.role in OF_AN_OFFICE]
    regions = [office.region for office in own if office.is_regional]
    return list(Office.objects.filter(Q(pk__in=[office.pk for office in own]) | Q(region__in=regions)))


def chosen(choice: Choice, by: User):
    """The claims of a choice, of whatever office."""
    claims = Claim.objects.filter(status=choice.state) if choice.state else Claim.objects.in_work()
    if choice.whose == "nobody":
        claims = claims.filter(status=Claim.Status.SUBMITTED, assigned_to=None)
    elif choice.whose:
        claims = claims.filter(assigned_to=by.pk if choice.whose == "mine" else choice.whose)
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
    return _shown(chosen(choice, by).filter(office__in=_asked(choice, offices))).order_by(*_order(choice))


def page(choice: Choice, offices: list[Office], by: User, *, after: str = "", before: str = "") -> Page:
    """One page of a choice, after or before a place that an earlier page gave."""
    backwards = bool(before) and not after
    claims = chosen(choice, by)
    if place := read_place(before if backwards else after):
        claims = claims.filter(_beyond(place, downwards=choice.is_latest_first != backwards))
    order = _order(choice, backwards)
    found = _first(claims, _asked(choice, offices), order, by_office=choice.whose in ("", "nobody"))
    has_more, found = len(found) > PAGE, found[:PAGE]
    if backwards:
        found.reverse()
    return Page(
        found,
        before=_place(found[0]) if found and (has_more if backwards else place) else None,
        after=_place(found[-1]) if found and (has_more or backwards) else None,
    )


def read_place(text: str) -> tuple[datetime.date, int] | None:
    """The day and number of a place in the list; None for anything else."""
    match = PLACE.fullmatch(text or "")
    try:
        return (datetime.date.fromisoformat(match[1]), int(match[2])) if match else None
    except ValueError:
        return None


def search(text: str, offices: list[Office]) -> list[Claim]:
    """Claims of the offices, closed ones too, by IIN, number, or the beginning of surname and given name."""
    text = " ".join(text.split())
    claims = Claim.objects.filter(office__in=offices)
    if IIN.fullmatch(text):
        persons = list(Person.objects.filter(iin=text))
        acting = list(LegalRepresentation.objects.filter(representative__in=persons))
        claims = claims.filter(
            Q(person__in=persons) | Q(subject__in=persons) | Q(named__iin=text) | Q(acting__in=acting)
        )
    elif number := NUMBER.fullmatch(text):
        claims = claims.filter(number=f"{number[1]}-{int(number[2]):07d}")
    else:
        surname, _space, given_name = text.partition(" ")
        claims = claims.filter(person__surname__istartswith=surname, person__given_name__istartswith=given_name)
    found = _shown(claims.exclude(submitted_at=None))[: MOST_FOUND + 1]
    return sorted(found, key=lambda claim: claim.submitted_at, reverse=True)


def counts(offices: list[Office], by: User) -> dict[str, dict[str, int]]:
    """Of the claims in work: how many in each `state`, and how many are mine, nobody's, soon or over due, escalated."""
    today = timezone.localdate()
    kinds = {
        "mine": Q(assigned_to=by),
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


def by_officer(offices: list[Office]) -> list[dict]:
    """How much every officer has in work: all, overdue, due soon, escalated; whose it is, by name."""
    today = timezone.localdate()
    return list(
        Claim.objects.in_work()
        .filter(office__in=offices, assigned_to__isnull=False)
        .values("assigned_to", "assigned_to__full_name")
        .annotate(
            all=Count("*"),
            overdue=Count("pk", filter=overdue(today)),
            soon=Count("pk", filter=soon(today)),
            escalated=Count("pk", filter=Q(is_escalated=True)),
        )
        .order_by(alphabetical("assigned_to__full_name"), "assigned_to")
    )


def _asked(choice: Choice, offices: list[Office]) -> list[Office]:
    return [office for office in offices if choice.office in ("", office.code)]


def _shown(claims):
    warnings = Prefetch("flags", Flag.objects.filter(cleared_at=None), to_attr="warnings")
    waiting = Decision.objects.filter(claim__status=Claim.Status.APPROVAL).select_related("assessment").order_by("-pk")
    proposed = Prefetch("decisions", waiting, to_attr="proposed")  # the newest first
    related = claims.select_related("person", "subject", "named", "office", "assigned_to")
    return related.prefetch_related(warnings, proposed)


def _order(choice: Choice, backwards: bool = False) -> tuple[str, str]:
    return ("-due_on", "-pk") if choice.is_latest_first != backwards else ("due_on", "pk")


def _beyond(place: tuple[datetime.date, int], *, downwards: bool) -> Q:
    day, number = place
    if downwards:
        return Q(due_on__lte=day) & (Q(due_on__lt=day) | Q(pk__lt=number))
    return Q(due_on__gte=day) & (Q(due_on__gt=day) | Q(pk__gt=number))


def _first(claims, offices: list[Office], order, *, by_office: bool) -> list[Claim]:
    """The first claims of the offices, and one more. One officer's are few; else each office gives its own first."""
    if by_office:
        firsts = claims.filter(office=OuterRef("pk")).order_by(*order).values("pk")[: PAGE + 1]
        rows = Office.objects.filter(pk__in=[office.pk for office in offices]).annotate(firsts=ArraySubquery(firsts))
        candidates = Claim.objects.filter(pk__in=list(chain.from_iterable(rows.values_list("firsts", flat=True))))
        claims = Claim.objects.filter(pk__in=candidates.order_by(*order).values("pk")[: PAGE + 1])
    else:
        claims = claims.filter(office__in=offices)
    return list(_shown(claims).order_by(*order)[: PAGE + 1])


def _place(claim: Claim) -> str:
    return f"{claim.due_on}_{claim.pk}"
