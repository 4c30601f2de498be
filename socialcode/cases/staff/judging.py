"""What there is to judge on a claim: conditions with values and sources, where two sources differ and what that costs,
and what keeps the claim from its decision."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from django.utils.translation import gettext

from socialcode.engine import FactError, explain
from socialcode.explaining.calculation import Condition

from ..models import Claim
from ..ruling import PARTS
from .casefile import CaseFile, KnownFact, warning

OPEN = (Claim.Status.IN_REVIEW, Claim.Status.INFORMATION_ASKED, Claim.Status.HEARING)


@dataclass(frozen=True)
class Judged:
    """A condition with the facts that go into it."""

    condition: Condition
    facts: tuple[KnownFact, ...]


@dataclass(frozen=True)
class Contradiction:
    """A register says something else than the person. `difference` is how many tenge more the person's word would give;
    None where that cannot be said."""

    fact: KnownFact
    difference: Decimal | None


@dataclass(frozen=True)
class Hindrance:
    """What stands in the way of a decision: its sign, words before it, and each thing with where on the page it is."""

    icon: str
    text: str
    things: tuple[tuple[str, str], ...]


def judged(case: CaseFile) -> list[Judged]:
    """Each condition of the right with the facts that it asks for itself."""
    facts = {fact.name: fact for fact in case.facts}
    steps = case.computed.explanation.conditions
    pairs = zip(steps, case.shown.conditions, strict=True)
    return [
        Judged(condition, tuple(facts[given.name] for given in step.inputs if given.name in facts))
        for step, condition in pairs
    ]


def beside(case: CaseFile, conditions: list[Judged]) -> list[KnownFact]:
    """The known facts that no condition asks for itself."""
    shown = {fact.name for each in conditions for fact in each.facts}
    return [fact for fact in case.facts if fact.name not in shown]


def contradictions(case: CaseFile) -> list[Contradiction]:
    return [Contradiction(fact, _difference(case, fact)) for fact in case.facts if fact.said]


def _difference(case: CaseFile, fact: KnownFact) -> Decimal | None:
    """The amount by the person's word, less the one by the register."""
    claim, computed = case.claim, case.computed
    try:
        said = case.provision.facts[fact.name].read(claim.answers[fact.name], claim.on)
    except FactError:
        return None
    otherwise = explain(case.provision, {**computed.known, fact.name: said}, claim.on, computed.values)
    now = computed.explanation
    if "likely" in (otherwise.outcome, now.outcome):
        return None
    return (otherwise.amount or 0) - (now.amount or 0)


def hindrances(case: CaseFile) -> list[Hindrance]:
    """All of them at once, of a claim that somebody works on."""
    return list(_hindrances(case)) if case.claim.status in OPEN else []


def _hindrances(case: CaseFile) -> Iterator[Hindrance]:
    unknown = tuple((gettext(fact.label), "facts") for fact in case.computed.explanation.unknown)
    warnings = tuple((warning(flag), "warnings") for flag in case.flags if flag.cleared_at is None)
    marks = {part: case.checklist.get(part) for part in PARTS}
    unseen = tuple((str(PARTS[part]), part) for part, mark in marks.items() if mark is None)
    wrong = tuple((str(PARTS[part]), part) for part, mark in marks.items() if mark and not mark.is_in_order)
    is_heard = case.hearing is None or case.hearing.closed_at is not None
    for icon, text, things in (
        ("unknown", gettext("Not known:"), unknown),
        ("warning", gettext("Warnings:"), warnings),
        ("open", gettext("Not looked at:"), unseen),
        ("error", gettext("Not in order:"), wrong),
        ("message", "", () if is_heard else ((gettext("A hearing is open."), "history"),)),
    ):
        if things:
            yield Hindrance(icon, text, things)
