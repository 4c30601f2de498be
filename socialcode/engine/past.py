"""What a right is worth on the days before it is asked for: each by the law and the figures of its own day."""

import datetime
from collections.abc import Callable
from itertools import pairwise
from typing import Any, NamedTuple

from .citizen import Case
from .days import days_after, end_of_month
from .explanation import Explanation, explain_cases

Sums = tuple[Any, Any]  # gross and in hand, tenge


class Worth(NamedTuple):
    """So much a month (tenge) from `since` to `until`, both included; None goes on. `in_hand` reaches the person."""

    since: datetime.date
    until: datetime.date | None
    amount: Any
    in_hand: Any


def worth(found: Explanation) -> tuple[Worth, ...]:
    """Every stretch of a monthly right from its first day on, in their order: the last one is what was found.

    Empty where there is no such right, or no day of it lies before the day asked about. The answers are those of that
    day. Between the first days of two months at most one change is found, and to the day. A day on which the rules
    of its time give no sum is worth what was found, one before the law known here as much as its first day.
    """
    first, last = found.starts_on, min(found.ends_on or found.on, found.on)
    is_known = found.outcome == "entitled" and found.amount is not None and found.provision.pays == "monthly"
    if not is_known or first is None or first >= last:
        return ()
    sums, begins = _sums(found), first
    stretches = []
    for one, other in pairwise(_days(first, last)):
        while sums(begins) != sums(other):
            changed = _changed(begins if begins > one else one, other, sums)
            stretches.append(Worth(begins, days_after(changed, -1), *sums(begins)))
            begins = changed
    return (*stretches, Worth(begins, found.ends_on, found.amount, found.in_hand))


def _days(first: datetime.date, last: datetime.date) -> list[datetime.date]:
    """The first day, the first of each month after it, the last."""
    days = [first]
    while (following := days_after(end_of_month(days[-1]), 1)) < last:
        days.append(following)
    return [*days, last]


def _changed(one: datetime.date, other: datetime.date, sums: Callable[[datetime.date], Sums]) -> datetime.date:
    """The first day after `one`, up to `other`, that is worth something else."""
    before = sums(one)
    while (days := (other - one).days) > 1:
        middle = days_after(one, days // 2)
        one, other = (middle, other) if sums(middle) == before else (one, middle)
    return other


def _sums(found: Explanation) -> Callable[[datetime.date], Sums]:
    """What a day is worth, worked out once for each."""
    as_found, earliest = (found.amount, found.in_hand), found.provision.since
    seen = {found.on: as_found}

    def of(day: datetime.date) -> Sums:
        day = max(day, earliest)
        if day not in seen:
            then = _then(found, day)
            seen[day] = as_found if then.outcome != "entitled" or then.amount is None else (then.amount, then.in_hand)
        return seen[day]

    return of


def _then(found: Explanation, day: datetime.date) -> Explanation:
    """The right on an earlier day, by what was answered on the day asked about."""
    known = found.known | dict(found.provision.since_asking)
    values = found.values.seen_on(day)
    return explain_cases([Case([found.provision], known, day, values, answered_on=found.on)])[0][0]
