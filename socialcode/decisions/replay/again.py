"""One decision computed once more, and how it differs from what was kept."""

import datetime
from bisect import bisect_right
from dataclasses import dataclass, field
from decimal import Decimal
from functools import lru_cache

from socialcode.engine import FactError, Provision, explain
from socialcode.engine.explanation import Explanation
from socialcode.engine.fingerprint import fingerprint
from socialcode.engine.parameters import Values
from socialcode.engine.registry import registry
from socialcode.law.values import moments_of_change, values_known_at, values_on

from ..models import Assessment, Changed, Decision

Why = Changed.Why
DAYS = ("starts_on", "ends_on")
BEFORE_ALL = datetime.datetime(2000, 1, 1, tzinfo=datetime.UTC)  # of the first change of the table


@dataclass(frozen=True)
class Difference:
    """Why a decision does not come out as it was kept, with what was and what comes out."""

    why: str
    before: dict = field(default_factory=dict)
    now: dict = field(default_factory=dict)
    trouble: str = ""


class Law:
    """The values of the law as the portal knew them at a moment: read once between two changes of the table."""

    def __init__(self):
        self._changes = moments_of_change()
        self._known = lru_cache(maxsize=512)(values_known_at)

    def known_at(self, moment: datetime.datetime, on: datetime.date, region: str) -> Values:
        place = bisect_right(self._changes, moment)
        return self._known(self._changes[place - 1] if place else BEFORE_ALL, on, region)


def differences(decision: Decision, law: Law) -> list[Difference]:
    """How a decision differs from what comes out when it is computed once more; empty where it does not."""
    return [*_of_assessment(decision.assessment, law), *_of_override(decision)]


def computed_then(assessment: Assessment, law: Law) -> Explanation:
    """The outcome from the facts that were kept, by the law of that day as the portal knew it when it was made."""
    return _explained(assessment, law.known_at(assessment.made_at, assessment.on, assessment.region))


def result(found: Explanation) -> dict:
    """What of an outcome is compared, as text that JSON keeps."""
    days = {name: _day(getattr(found, name)) for name in DAYS}
    return {"outcome": found.outcome, "amount": _sum(found.amount), "net": _sum(found.net_amount), **days}


def kept_result(assessment: Assessment) -> dict:
    """The same of what was kept."""
    explanation = assessment.explanation
    days = {name: _day(explanation.get(name)) for name in DAYS}
    net = _sum(explanation.get("net_amount"))
    return {"outcome": assessment.outcome, "amount": _sum(assessment.amount), "net": net, **days}


def _of_assessment(assessment: Assessment, law: Law) -> list[Difference]:
    before = kept_result(assessment)
    try:
        provision = registry.provision(assessment.provision)
        then = law.known_at(assessment.made_at, assessment.on, assessment.region)
        now = values_on(assessment.on, assessment.region)
        as_then, as_now = result(_explained(assessment, then)), result(_explained(assessment, now))
    except (KeyError, LookupError, FactError, ValueError, TypeError, ArithmeticError) as error:
        return [Difference(Why.UNREADABLE, before, {}, f"{type(error).__name__}: {error}"[:300])]
    if as_then != before:
        return [Difference(_why(assessment, provision, then), before, as_then)]
    return [Difference(Why.LATER_VALUE, before, as_now)] if as_now != before else []


def _why(assessment: Assessment, provision: Provision, then: Values) -> str:
    """A rule whose file is not what it was then explains another outcome; nothing else does."""
    is_same = fingerprint(provision, assessment.on, then) == assessment.law_version
    return Why.UNEXPLAINED if is_same else Why.LATER_RULE


def _of_override(decision: Decision) -> list[Difference]:
    """Another amount than was computed, or a refusal of what was computed, has its reason."""
    if decision.claim_id is None or decision.override_reason or decision.reason:
        return []
    computed = decision.assessment.amount if decision.assessment.outcome == "entitled" else None
    if (decision.amount or 0) == (computed or 0):
        return []
    return [Difference(Why.OVERRIDE, {"amount": _sum(computed)}, {"amount": _sum(decision.amount)})]


def _explained(assessment: Assessment, values: Values) -> Explanation:
    known = {name: fact["value"] for name, fact in assessment.facts.items()}
    return explain(registry.provision(assessment.provision), known, values.on, values)


def _sum(amount) -> str | None:
    return None if amount is None else f"{Decimal(str(amount)).normalize():f}"


def _day(day) -> str | None:
    return None if day is None else str(day)
