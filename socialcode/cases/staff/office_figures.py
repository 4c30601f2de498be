"""How an office does, in figures: what came and was decided week by week, what is open and how old, how long each
payment takes and whether in time, what others returned. No row names a person."""

import datetime
from dataclasses import dataclass

from django.db import connection
from django.db.models import Count, Q
from django.db.models.functions import TruncWeek
from django.utils import timezone

from socialcode.accounts.models import Office
from socialcode.decisions.models import Approval
from socialcode.engine.registry import registry
from socialcode.law.working_days import working_days_left
from socialcode.midnight import midnight

from ..models import Claim

WEEKS = 8
AGES = ((0, 2), (3, 5), (6, 7), (8, 14), (15, None))  # working days since a claim was received
PAYMENTS = 20
HUNDRED = 100


@dataclass(frozen=True)
class Week:
    """Claims that came and that were decided in the week from a Monday on."""

    monday: datetime.date
    received: int
    decided: int


@dataclass(frozen=True)
class Age:
    """Open claims received so many working days ago; `last` None is any more."""

    first: int
    last: int | None
    count: int


@dataclass(frozen=True)
class Duration:
    """Decided claims of one payment: how many, in how many days half of them were, and how many by their day."""

    provision: str
    decided: int
    median: int
    in_time: int

    @property
    def title(self) -> str:
        return registry.provision(self.provision).title

    @property
    def percent(self) -> int:
        """How many of a hundred were decided by their day."""
        return round(HUNDRED * self.in_time / self.decided)


@dataclass(frozen=True)
class Figures:
    """Of some offices (None: of the country), as of today. Weeks are the last eight, durations those of these weeks."""

    weeks: list[Week]
    ages: list[Age]
    durations: list[Duration]
    returned: int
    appealed: int
    refused: int
    open: int
    overdue: int

    @property
    def most(self) -> int:
        """The largest count of a week, at least one."""
        return max(1, *(max(week.received, week.decided) for week in self.weeks))

    @property
    def bars(self) -> list[tuple[Week, int, int]]:
        """Each week with the heights of its bars in a drawing of a hundred."""
        return [
            (week, HUNDRED * week.received // self.most, HUNDRED * week.decided // self.most) for week in self.weeks
        ]

    @property
    def shares(self) -> list[tuple[Age, int]]:
        """Each age with how many of a hundred open claims have it."""
        return [(age, round(HUNDRED * age.count / self.open) if self.open else 0) for age in self.ages]


def figures(offices: list[Office] | None) -> Figures:
    """Seven queries, however many claims there are."""
    today = timezone.localdate()
    since = today - datetime.timedelta(days=today.weekday(), weeks=WEEKS - 1)
    claims = Claim.objects.exclude(number=None)
    claims = claims if offices is None else claims.at(offices)
    open_claims = claims.in_work()
    decided = claims.filter(status__in=["granted", "refused"], closed_at__gte=midnight(since))
    ages = _ages(open_claims, today)
    about = Q(decision__claim__in=decided)
    return Figures(
        _weeks(claims, since),
        ages,
        _durations(decided),
        Approval.objects.filter(about, verdict=Approval.Verdict.RETURN).count(),
        decided.filter(decisions__appeals__isnull=False).distinct().count(),
        decided.filter(status="refused").count(),
        sum(age.count for age in ages),
        open_claims.overdue(today).count(),
    )


def _weeks(claims, since: datetime.date) -> list[Week]:
    counted = {}
    for name in ("submitted_at", "closed_at"):
        found = claims.filter(**{f"{name}__gte": midnight(since)})
        found = found if name == "submitted_at" else found.filter(status__in=["granted", "refused"])
        rows = found.order_by().annotate(week=TruncWeek(name)).values_list("week").annotate(Count("pk"))
        counted[name] = {timezone.localdate(week): count for week, count in rows}
    mondays = [since + datetime.timedelta(weeks=number) for number in range(WEEKS)]
    return [Week(day, counted["submitted_at"].get(day, 0), counted["closed_at"].get(day, 0)) for day in mondays]


def _ages(open_claims, today: datetime.date) -> list[Age]:
    rows = open_claims.order_by().values_list("submitted_at__date").annotate(Count("pk"))
    counts = [0] * len(AGES)
    for day, count in rows:
        old = working_days_left(day, today)
        counts[next(place for place, (_first, last) in enumerate(AGES) if last is None or old <= last)] += count
    return [Age(*bounds, count) for bounds, count in zip(AGES, counts, strict=True)]


def _durations(decided) -> list[Duration]:
    """By payment, those with most decisions first."""
    chosen, given = (
        decided.order_by().values("provision", "submitted_at", "closed_at", "due_on").query.sql_with_params()
    )
    statement = f"""
        SELECT provision, count(*) AS decided,
            percentile_disc(0.5) WITHIN GROUP (
                ORDER BY (closed_at AT TIME ZONE %s)::date - (submitted_at AT TIME ZONE %s)::date
            ),
            count(*) FILTER (WHERE (closed_at AT TIME ZONE %s)::date <= due_on)
        FROM ({chosen}) found GROUP BY provision ORDER BY decided DESC, provision LIMIT {PAYMENTS}
    """  # noqa: S608 - a query of ours, its values apart
    zone = timezone.get_current_timezone_name()
    with connection.cursor() as cursor:
        cursor.execute(statement, [zone] * 3 + list(given))
        return [Duration(*row) for row in cursor.fetchall()]
