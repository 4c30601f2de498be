"""The regimes side by side over a year: what is taken off, what is saved for the pension, what is insured."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from socialcode.engine import explain
from socialcode.engine.days import months_after, start_of_month
from socialcode.engine.registry import registry
from socialcode.entitlement.months import law_on
from socialcode.law.values import values_on

MONTHS = 12
NOTHING = Decimal(0)
USUAL: Mapping[str, Any] = {
    "person_has_disability": False,
    "disability_is_permanent": False,
    "special_pension": "none",
    "asks_to_contribute": False,
    "employer_pays_single_payment": False,
}
REGIME = ("platform_payments",)
OWN_BUSINESS = ("pension_contribution", "employer_contribution", "social_contribution")


@dataclass(frozen=True)
class Regime:
    """`provisions` are what it owes; `facts` say how one earns; `by_others` are those that an employer pays on top."""

    name: str
    title: str
    provisions: tuple[str, ...]
    facts: Mapping[str, Any]
    income: str
    by_others: tuple[str, ...] = ()


REGIMES = (
    Regime(
        "self_employed",
        _("Special regime for the self-employed, through a platform"),
        REGIME,
        {"uses_self_employed_regime": True, "works_on_platform": True},
        "platform_income",
    ),
    Regime("entrepreneur", _("Own business"), OWN_BUSINESS, {"earns_as": "entrepreneur"}, "monthly_earnings"),
    Regime(
        "employee",
        _("Job with an employer"),
        OWN_BUSINESS,
        {"earns_as": "employee"},
        "monthly_earnings",
        by_others=("employer_contribution", "social_contribution"),
    ),
)


@dataclass(frozen=True)
class Year:
    """Twelve months under one regime, in tenge: `own` is taken off one's income, `others` an employer pays on top,
    `pension` is saved, `social` goes to the Fund. `insured` is the income a month that counts if work is lost; None
    where a month has no known figure."""

    regime: Regime
    own: Decimal
    others: Decimal
    pension: Decimal
    social: Decimal
    insured: Decimal

    @property
    def a_month(self) -> Decimal:
        return self.own / MONTHS


def compare(income: Decimal, birth_date: datetime.date, sex: str) -> list[Year]:
    """Each regime with the same income every month of the next year, from this month on."""
    first = start_of_month(timezone.localdate())
    return [_year(regime, income, first, {"birth_date": birth_date, "sex": sex}) for regime in REGIMES]


def _year(regime: Regime, income: Decimal, first: datetime.date, who: Mapping[str, Any]) -> Year:
    sums = dict.fromkeys(("own", "others", "pension", "social"), NOTHING)
    for place in range(MONTHS):
        for name, amount in _month(regime, income, months_after(first, place), who):
            sums[name] += amount
    rate = values_on(first).value("social_contribution_rate")
    return Year(regime, **sums, insured=(sums["social"] / MONTHS / rate).quantize(Decimal(1)))


def _month(regime: Regime, income: Decimal, month: datetime.date, who: Mapping[str, Any]):
    """What each provision of a regime adds to which sum."""
    for name in regime.provisions:
        provision = registry.provision(name)
        known = {**USUAL, **who, **regime.facts, regime.income: income}
        said = {fact: known[fact] for fact in known if fact in provision.facts}
        found = explain(provision, said, month, law_on(values_on(timezone.localdate()), month))
        if found.outcome != "entitled":
            continue
        yield ("others" if name in regime.by_others else "own"), Decimal(found.amount)
        if name in REGIME:
            yield "pension", Decimal(found.result("regime_pension") + found.result("regime_employer"))
            yield "social", Decimal(found.result("regime_social"))
        elif name == "social_contribution":
            yield "social", Decimal(found.amount)
        else:
            yield "pension", Decimal(found.amount)
