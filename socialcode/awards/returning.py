"""How money that was paid too much comes back: what its pages show of an overpayment, and the months still to come."""

import datetime
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from typing import NamedTuple

from django.utils import timezone

from socialcode.engine.days import end_of_month, months_after
from socialcode.shown import stamp_of

from .keeping_back import How, Limit, limit_of
from .ledger import ToRecover
from .life import NOTHING
from .models import Overpayment, Recovered, Recovery
from .planning import life_of, provision_of

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

        Nothing of a month that has kept something already; the month of payment is the month it is paid for.
        """
        award, rest = self.overpayment.award, self.rest
        first = max(since, timezone.localdate()).replace(day=1)
        done = {one.month for one in self.came_back if one.recovery_id}
        for owed in life_of(award).months(end_of_month(months_after(first, MONTHS_AHEAD))):
            if rest <= 0:
                return
            if owed.month >= first and owed.month not in done:
                limits = {"rest": rest, "instalment": instalment, "share": self.limit.share}
                taken = ToRecover(0, award.pk, self.overpayment.pk, **limits).of(owed.net)
                rest -= taken
                yield Kept(owed.month, owed.net, taken, rest)


def plan_shown(plan: Recovery) -> str:
    """The stamp of a plan and of what it is to bring back."""
    return stamp_of(plan, plan.overpayment.rest)
