"""How money that was paid too much comes back: what its pages show of an overpayment, and the months still to come."""

import datetime
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from typing import NamedTuple

from django.utils import timezone

from socialcode.engine.days import end_of_month, months_after, start_of_month
from socialcode.shown import stamp_of

from .keeping_back import How, Limit, limit_of
from .ledger import ToRecover
from .life import NOTHING
from .models import Overpayment, Recovered, Recovery
from .overpaid import months_paid
from .planning import life_of, provision_of
from .policies import asked_to_keep

MONTHS_AHEAD = 60  # for which the months of a plan are shown; what is left then is said


class Kept(NamedTuple):
    """What a plan keeps of a month's payment (tenge), and what is left of the overpayment after it."""

    month: datetime.date
    due: Decimal
    amount: Decimal
    left: Decimal


class TooMuch(NamedTuple):
    """A month that was paid more than it was worth."""

    month: datetime.date
    paid: Decimal
    owed: Decimal

    @property
    def more(self) -> Decimal:
        return self.paid - self.owed


@dataclass(frozen=True)
class Returning:
    """One overpayment with all that its pages show."""

    overpayment: Overpayment

    @property
    def key(self):
        return self.overpayment.key

    @cached_property
    def came_back(self) -> list[Recovered]:
        """What came back, the newest first."""
        return list(self.overpayment.taken.select_related("recovery").order_by("-month", "-pk"))

    @property
    def amount_back(self) -> Decimal:
        return sum((one.amount for one in self.came_back), NOTHING)

    @property
    def rest(self) -> Decimal:
        return self.overpayment.amount - self.amount_back

    @property
    def months(self) -> list[TooMuch]:
        """For which months it was too much."""
        day = datetime.date.fromisoformat
        rows = self.overpayment.months
        return [TooMuch(day(row["month"]), Decimal(row["paid"]), Decimal(row["owed"])) for row in rows]

    @property
    def limit(self) -> Limit:
        return limit_of(provision_of(self.overpayment.award))

    @property
    def is_never_kept(self) -> bool:
        return self.limit.how == How.NEVER

    @property
    def needs_asking(self) -> bool:
        return self.limit.how == How.APPLIED

    @cached_property
    def is_asked(self) -> bool:
        """Whether an application to have it kept waits for an answer."""
        return asked_to_keep(self.overpayment).exists()

    @cached_property
    def plan(self) -> Recovery | None:
        """The plan that runs or waits for another person."""
        return self.overpayment.recoveries.open().select_related("proposed_by", "overpayment__award").first()

    @property
    def shown(self) -> str:
        """What who agrees to the plan was shown."""
        return plan_shown(self.plan) if self.plan else ""

    @cached_property
    def ahead(self) -> list[Kept]:
        """The months of the plan that are still to come."""
        plan = self.plan
        return [] if plan is None else list(self.kept_by(plan.since, plan.instalment))

    @property
    def left_at_end(self) -> Decimal:
        """What the months ahead do not bring back."""
        return self.ahead[-1].left if self.ahead else self.rest

    def kept_by(self, since: datetime.date, instalment: Decimal | None) -> Iterator[Kept]:
        """What a plan from the month of a day on keeps of each month, until nothing is left or nothing more is due.

        Nothing of a month that was paid or has kept something already, and of each no more than the law leaves once
        older plans have kept theirs; the month of payment is the month it is paid for.
        """
        award, this = self.overpayment.award, start_of_month(timezone.localdate())
        first = max(since.replace(day=1), this)
        wanted = ToRecover(0, award.pk, self.overpayment.pk, self.rest, instalment, self.limit.share)
        own, older, paid = Taking(first, wanted, self._months_done), self._older, months_paid(award)
        for owed in life_of(award).months(end_of_month(months_after(first, MONTHS_AHEAD))):
            if own.rest <= 0:
                return
            if owed.month < this or owed.month in paid:
                continue
            kept = NOTHING
            for plan in older:
                kept += plan.take(owed.month, owed.net, kept)
            if own.may_take(owed.month):
                taken = own.take(owed.month, owed.net, kept)
                yield Kept(owed.month, owed.net, taken, own.rest)

    @property
    def _months_done(self) -> frozenset[datetime.date]:
        return frozenset(one.month for one in self.came_back if one.recovery_id)

    @property
    def _older(self) -> list["Taking"]:
        """The plans of the award that keep something before this one does: those that run and are older."""
        running = Recovery.objects.running().filter(overpayment__award=self.overpayment.award)
        running = running.exclude(overpayment=self.overpayment).order_by("pk").prefetch_related("taken")
        if self.plan:
            running = running.filter(pk__lt=self.plan.pk)
        return [
            Taking(
                plan.since,
                ToRecover(plan.pk, 0, plan.overpayment_id, plan.overpayment.rest, plan.instalment, plan.share),
                frozenset(one.month for one in plan.taken.all()),
            )
            for plan in running.select_related("overpayment")
        ]


@dataclass
class Taking:
    """A plan in the months to come: from which month, with what is still to come back, and months that are done."""

    since: datetime.date
    plan: ToRecover
    done: frozenset[datetime.date]

    @property
    def rest(self) -> Decimal:
        return self.plan.rest

    def may_take(self, month: datetime.date) -> bool:
        return month >= self.since and month not in self.done

    def take(self, month: datetime.date, due: Decimal, kept: Decimal) -> Decimal:
        """What it keeps of so much that is due in a month of which others have kept something, and note it."""
        if not self.rest or not self.may_take(month):
            return NOTHING
        taken = min(self.plan.of(due, kept), due - kept)
        self.plan = self.plan._replace(rest=self.rest - taken)
        return taken


def plan_shown(plan: Recovery) -> str:
    """The stamp of a plan and of what it is to bring back."""
    return stamp_of(plan, plan.overpayment.rest)
