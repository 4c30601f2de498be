"""All incomes of a person's months: what is due on each, by when, what was withheld already, and what it insures."""

import datetime
from collections import defaultdict
from dataclasses import dataclass, field
from decimal import Decimal

from babel.dates import format_skeleton
from django.utils import timezone
from django.utils.translation import get_language

from socialcode.engine import explain
from socialcode.engine.days import months_after, start_of_month
from socialcode.engine.explanation import Explanation
from socialcode.engine.registry import registry
from socialcode.law.values import values_on
from socialcode.people.models import Person
from socialcode.registers.frames.household import RegisterRows
from socialcode.registers.known import look_up, values_of
from socialcode.registers.models import Contribution, Income

from .models import Payout

PLATFORM = "platform_payments"
MONTHS_SHOWN = 12
NOTHING = Decimal(0)
PARTS = {
    "regime_pension": "pension",
    "regime_employer": "employer_pension",
    "regime_social": "social",
    "regime_health": "health",
}  # what is due by a step of the law: what an operator withholds for it


@dataclass(frozen=True)
class Part:
    """One kind of payment of a month in tenge: `due` by the law, `withheld` by the platforms."""

    name: str
    due: Decimal
    withheld: Decimal

    @property
    def left(self) -> Decimal:
        """What is still to be paid; never below zero."""
        return max(NOTHING, self.due - self.withheld)


@dataclass
class Month:
    """`incomes` by kind from the registers, `payouts` of operators, `parts` what platform work owes, `paid` the
    contributions that registers know by kind. `pay_by` is None where nothing is due."""

    month: datetime.date
    incomes: list = field(default_factory=list)
    payouts: list = field(default_factory=list)
    parts: list[Part] = field(default_factory=list)
    paid: list = field(default_factory=list)
    pay_by: datetime.date | None = None

    @property
    def title(self) -> str:
        """Month and year in the reader's language."""
        return format_skeleton("yMMMM", self.month, locale=get_language())

    @property
    def platform_income(self) -> Decimal:
        return sum((one.income for one in self.payouts), NOTHING)

    @property
    def withheld(self) -> Decimal:
        return sum((one.withheld for one in self.payouts), NOTHING)

    @property
    def left(self) -> Decimal:
        """What the person has still to see to: due and not withheld."""
        return sum((part.left for part in self.parts), NOTHING)

    @property
    def insures(self) -> bool:
        """Whether a social contribution of the month is known: it counts towards the tenure of the Fund."""
        return any(one.kind == "social" for one in self.paid)


def months_of(person: Person) -> list[Month]:
    """The last twelve months of which something is known, the newest first. Four queries besides the law's and what
    registers say of the person."""
    first = months_after(start_of_month(timezone.localdate()), -MONTHS_SHOWN)
    found: dict[datetime.date, Month] = {}

    def of(day: datetime.date) -> Month:
        return found.setdefault(day, Month(day))

    since = {"person": person, "month__gte": first}
    for one in Income.objects.current().filter(**since).order_by("month", "kind"):
        of(one.month).incomes.append(one)
    for one in Contribution.objects.current().filter(**since).order_by("month", "kind"):
        of(one.month).paid.append(one)
    for one in Payout.objects.filter(**since, ended_at=None).select_related("operator").order_by("month", "pk"):
        of(one.month).payouts.append(one)
    _compute(person, [month for month in found.values() if month.payouts])
    return sorted(found.values(), key=lambda month: month.month, reverse=True)


def _compute(person: Person, months: list[Month]) -> None:
    if not months:
        return
    provision = registry.provision(PLATFORM)
    rows = RegisterRows([person], timezone.localdate())
    known = values_of(look_up(provision.facts.values(), rows, person, None))
    for month in months:
        explained = due_of(month.month, month.platform_income, known)
        if explained is None or explained.outcome != "entitled":
            continue
        withheld = defaultdict(Decimal)
        for payout in month.payouts:
            for column in PARTS.values():
                withheld[column] += getattr(payout, column)
        month.parts = [
            Part(name, Decimal(explained.result(name) or 0), withheld[column]) for name, column in PARTS.items()
        ]
        month.pay_by = explained.result("pay_by")


def due_of(month: datetime.date, income: Decimal, known: dict) -> Explanation | None:
    """What a month's income through platforms owes under the special regime; None before there was such a regime."""
    provision = registry.provision(PLATFORM)
    if month < provision.since:
        return None
    usual = {
        "person_has_disability": False,
        "special_pension": "none",
        "asks_to_contribute": False,
        "disability_is_permanent": False,
    }
    said = {"uses_self_employed_regime": True, "works_on_platform": True, "platform_income": income}
    return explain(provision, {**usual, **known, **said}, month, values_on(month))
