"""What happens to the payments of somebody who takes a job, month by month, beside the pay and what it insures.

What is in payment is known to the tenge. Whether the law goes on giving it is asked of the engine, with what registers
say and with the job: where a fact that decides is not known, the month says so and is in no sum.
"""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from socialcode.awards.models import Award
from socialcode.engine import Provision, explain
from socialcode.engine.days import days_after, months_after, start_of_month, start_of_quarter
from socialcode.engine.registry import registry
from socialcode.entitlement.income import MONTHS_OF_QUARTER, looks_at_income
from socialcode.entitlement.months import law_on
from socialcode.entitlement.what_if import JOB, USUAL
from socialcode.law.values import values_on
from socialcode.people.models import Person
from socialcode.questions import pay as of_pay
from socialcode.registers.frames.household import RegisterRows
from socialcode.registers.known import look_up, values_of

MONTHS = 12
WITH_THE_JOB = {"is_employed": True, "is_registered_unemployed": False}  # also where no register says it


@dataclass(frozen=True)
class Line:
    """One payment in the months: what it is `before`, without the job, and `after`, with it; None is not known.

    `ends_on` is the last day with the job, where the job ends it."""

    provision: Provision
    before: list[Decimal]
    after: list[Decimal | None]
    ends_on: datetime.date | None = None

    @property
    def changes(self) -> bool:
        return self.before != self.after


@dataclass(frozen=True)
class Outlook:
    """The months from the one in which the job begins. `in_hand` is an estimate of what reaches the card a month;
    `pension` and `social` are the contributions paid for a month, which count towards later rights."""

    months: list[datetime.date]
    lines: list[Line]
    pay: Decimal
    in_hand: Decimal
    pension: Decimal
    social: Decimal

    @property
    def sums(self) -> list[tuple[datetime.date, Decimal, Decimal | None]]:
        """For each month what comes without the job and with it; None where a part is not known."""
        found = []
        for place, month in enumerate(self.months):
            with_job = [line.after[place] for line in self.lines]
            known = None not in with_job
            total = self.in_hand + sum(with_job) if known else None
            found.append((month, sum((line.before[place] for line in self.lines), Decimal(0)), total))
        return found


class ChangingPerson:
    """What registers say of a person, while the job is put into it (see `entitlement.what_if.Changing`)."""

    children: tuple = ()
    asks_about_children = False

    def __init__(self, provisions: list[Provision], known: Mapping[str, Any], on: datetime.date, pay: int):
        self.provisions, self.known, self.on, self.pay = provisions, dict(known), on, pay

    def say(self, fact: str, value: Any) -> None:
        self.known[fact] = value

    def add_child(self, facts: Mapping[str, Any]) -> None:
        """No part of taking a job."""
        raise NotImplementedError

    def move_to(self, on: datetime.date) -> None:
        """No part of taking a job."""
        raise NotImplementedError


def outlook(person: Person, pay: Decimal, starts_on: datetime.date) -> Outlook:
    """The months of a job with so much pay (tenge a month before deductions) that begins on a day."""
    first = start_of_month(starts_on)
    months = [months_after(first, step) for step in range(MONTHS)]
    awards = list(Award.objects.standing(starts_on).filter(person=person, pays=Award.Pays.MONTHLY).order_by("pk"))
    lines = [_line(award, person, int(pay), starts_on, months) for award in awards]
    law = values_on(starts_on)
    least = law.value("minimum_wage")
    pension = min(pay, law.value("pension_income_cap") * least) * law.value("mandatory_pension_rate")
    insured = of_pay.counted(pay, of_pay.GROSS, law, first)
    social = insured * law.value("social_contribution_rate")
    return Outlook(months, lines, pay, of_pay.in_hand(pay, law), _whole(pension), _whole(social))


def _line(award: Award, person: Person, pay: int, starts_on: datetime.date, months: list[datetime.date]) -> Line:
    provision = registry.provision(award.provision)
    before = [_amount(award, month) for month in months]
    facts = values_of(look_up(provision.facts.values(), RegisterRows([person], starts_on), person, None))
    changed = ChangingPerson([provision], facts, starts_on, pay)
    USUAL[JOB].make(changed)
    for fact, value in WITH_THE_JOB.items():
        if fact in provision.facts:
            changed.say(fact, value)
    if changed.known == facts and not looks_at_income(provision):
        return Line(provision, before, list(before))
    law = law_on(values_on(starts_on, facts.get("region", "")), starts_on)
    found = explain(provision, changed.known, starts_on, law)
    since = _counts_from(provision, starts_on)
    if found.outcome == "refused":
        after = [amount if month < since else Decimal(0) for amount, month in zip(before, months, strict=True)]
        return Line(provision, before, after, days_after(since, -1))
    amount = found.in_hand if found.outcome == "entitled" else None
    known = None if amount is None else Decimal(amount)
    return Line(
        provision,
        before,
        [was if month < since or not was else known for was, month in zip(before, months, strict=True)],
    )


def _counts_from(provision: Provision, starts_on: datetime.date) -> datetime.date:
    """The first month in which a job tells: the next quarter for what looks at the income of a quarter, else the next
    month (for the job-loss payment article 119.3(4))."""
    if looks_at_income(provision):
        return months_after(start_of_quarter(starts_on), MONTHS_OF_QUARTER)
    return months_after(start_of_month(starts_on), 1)


def _amount(award: Award, month: datetime.date) -> Decimal:
    """What an award pays in a month, by its term; a month counts in full if a day of it is in the term."""
    is_over = award.until is not None and award.until < month
    return Decimal(0) if is_over else award.amount or Decimal(0)


def _whole(amount: Decimal) -> Decimal:
    return amount.quantize(Decimal(1), ROUND_HALF_UP)
