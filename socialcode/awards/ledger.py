"""What is owed for each month of many awards: the one face of this room that pays.

Whoever pays a month pays for each award what `owed` says through that month, less what was paid before for the same
months. Where more was paid for a month than is owed by now, nothing is taken back by that: it becomes an overpayment
here, and `recoveries` says what of a month's money may be kept for it, as far as the law lets that be.
"""

import datetime
from collections.abc import Iterable, Iterator
from decimal import ROUND_DOWN, Decimal
from itertools import islice
from typing import NamedTuple

from django.db.models import F, QuerySet
from django.db.models.expressions import RawSQL

from socialcode.engine.days import end_of_month

from .life import NOTHING, TIYN, Gap, Life, Stretch, Withheld
from .models import Award, Pause, Recovered, Recovery, Term
from .models.term import read

CHUNK = 5000  # awards read together

__all__ = ["MonthOwed", "ToRecover", "Withheld", "lives_of", "owed", "recoveries"]


class MonthOwed(NamedTuple):
    """What is owed for one month (its first day) of an award; `gross` less what is `withheld` is `net`, in tenge.

    Nothing is said of months before the first day and after the last; of those that are paused all are 0.
    """

    award_id: int
    month: datetime.date
    gross: Decimal
    withheld: tuple[Withheld, ...]
    net: Decimal


class ToRecover(NamedTuple):
    """A running plan and what it may keep: `rest` of the overpayment, of a month no more than `instalment` (tenge) and
    than `share` of what is due, where these are set. `rest` is below zero where too much came back: that is given."""

    recovery: int
    award_id: int
    overpayment: int
    rest: Decimal
    instalment: Decimal | None
    share: Decimal | None

    def of(self, due: Decimal, kept: Decimal = NOTHING) -> Decimal:
        """What is kept of so much that is due in the month, in whole tiyn; negative where it is given instead.

        The law's share is the most of all that is kept of a month: `kept` is what other plans keep of it.
        """
        if self.rest < 0:
            return self.rest
        most = due if self.share is None else (due * self.share).quantize(TIYN, ROUND_DOWN)
        return max(NOTHING, min(self.rest, most - kept, self.rest if self.instalment is None else self.instalment))


def owed(
    awards: QuerySet[Award] | Iterable[int], *, through: datetime.date, since: datetime.date | None = None
) -> Iterator[MonthOwed]:
    """Every month of each award up to the month of `through` (from that of `since`, if given), by award and month.

    Takes a query or the keys of awards. Two queries for every 5000 of them, however many there are; months are whole,
    whichever day of a month `through` is.
    """
    first = since.replace(day=1) if since else datetime.date.min
    for keys in _chunks(awards):
        for key, life in lives_of(keys).items():
            for month in life.months(through):
                if month.month >= first:
                    yield MonthOwed(key, *month)


def recoveries(awards: QuerySet[Award] | Iterable[int], *, month: datetime.date) -> Iterator[ToRecover]:
    """The plans by which something may be kept of a month's payment (any day of it), by award, the oldest first.

    Each stands for one award. One that kept something of this month already is left out, so that a run may come twice.
    """
    first = month.replace(day=1)
    running = Recovery.objects.running().filter(since__lte=end_of_month(first)).exclude(taken__month=first)
    running = running.annotate(rest=F("overpayment__amount") - Recovered.objects.sum_of("overpayment"))
    columns = ("pk", "overpayment__award", "overpayment", "rest", "instalment", "share")
    for keys in _chunks(awards):
        rows = running.filter(overpayment__award__in=any_of(keys)).exclude(rest=0).order_by("overpayment__award", "pk")
        yield from (ToRecover(*row) for row in rows.values_list(*columns))


def lives_of(keys: list[int]) -> dict[int, Life]:
    """The lives of some awards as they stand now, in the order of their keys. An award without money has none."""
    of_keys = any_of(keys)
    gaps: dict[int, list[Gap]] = {}
    for key, since, paid_from in Pause.objects.filter(award__in=of_keys).values_list("award", "since", "paid_from"):
        gaps.setdefault(key, []).append(Gap(since, paid_from))
    stretches: dict[int, list[Stretch]] = {}
    once = set()
    columns = ("award", "since", "until", "gross", "in_hand", "withheld", "decision", "award__pays")
    rows = Term.objects.in_effect().filter(award__in=of_keys).order_by("award", "since").values_list(*columns)
    for key, since, until, gross, in_hand, withheld, decision, pays in rows:
        stretches.setdefault(key, []).append(Stretch(since, until, gross, read(in_hand, withheld), decision))
        if pays == Award.Pays.ONCE:
            once.add(key)
    return {key: Life(tuple(found), tuple(gaps.get(key, ())), key in once) for key, found in stretches.items()}


def _chunks(awards: QuerySet[Award] | Iterable[int]) -> Iterator[list[int]]:
    keys = awards.order_by("pk").values_list("pk", flat=True).iterator(CHUNK) if _is_query(awards) else iter(awards)
    while chunk := list(islice(keys, CHUNK)):
        yield chunk


def any_of(keys: list[int]) -> RawSQL:
    """Thousands of keys as one parameter: to write each of them into the query takes longer than to find its rows."""
    return RawSQL("SELECT unnest(%s::bigint[])", [keys])


def _is_query(awards) -> bool:
    return isinstance(awards, QuerySet)
