"""The days and shares that articles 103 and 107 set for employers, on a day."""

import datetime
import math
from dataclasses import dataclass
from decimal import Decimal

from django.utils import timezone

from socialcode.engine.days import months_after
from socialcode.law.values import values_on


def last_day_to_tell(starts_on: datetime.date) -> datetime.date:
    """The last day on which lay-offs that begin on a day are told in time (article 103.2(2))."""
    return months_after(starts_on, -int(values_on(timezone.localdate()).value("layoff_notice_months")))


def first_day_told_today() -> datetime.date:
    """The first day from which lay-offs told today are told in time."""
    today = timezone.localdate()
    first = months_after(today, int(values_on(today).value("layoff_notice_months")))
    while last_day_to_tell(first) < today:  # the month told on the 31st ends in a shorter one
        first += datetime.timedelta(days=1)
    return first


@dataclass(frozen=True)
class Staff:
    """The people of an employer: the whole list, those lent by other firms, jobs of heavy and harmful work, people with
    disability; `of_disability_union`: it is a public association of people with disability."""

    headcount: int
    lent: int = 0
    hard_jobs: int = 0
    with_disability: int = 0
    of_disability_union: bool = False


@dataclass(frozen=True)
class Quota:
    """What article 107 asks of an employer. `why_none` is "union", "many_already" or "small" where no quota is set.

    `counted` are the jobs of which the share is taken; `needed` the whole jobs that it comes to.
    """

    counted: int
    share: Decimal
    needed: int
    why_none: str = ""

    def missing(self, with_disability: int) -> int:
        """How many of the jobs are not kept yet."""
        return max(0, self.needed - with_disability)


def shares() -> tuple[Decimal, Decimal]:
    """The least and the largest share that an akimat may set (article 107.2), from 0 to 1."""
    values = values_on(timezone.localdate())
    return values.value("job_quota.least_quota"), values.value("job_quota.largest_quota")


def quota_of(staff: Staff, share: Decimal) -> Quota:
    """The jobs that an employer keeps for people with disability, of the share that its akimat set.

    Part of a job is no job: the law does not say how to round, so it is rounded down, which asks for no more than the
    share (assumed).
    """
    values = values_on(timezone.localdate())
    counted = staff.headcount - staff.lent - staff.hard_jobs
    why = _why_none(staff, values)
    return Quota(counted, share, 0 if why else math.floor(counted * share), why)


def _why_none(staff: Staff, values) -> str:
    if staff.of_disability_union:
        return "union"
    own = staff.headcount - staff.lent
    if own < int(values.value("quota_from_headcount")):
        return "small"
    if staff.with_disability > own * Decimal(values.value("quota_free_share")):
        return "many_already"
    return ""
