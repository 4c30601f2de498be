"""What is still worth asking: the facts that can still change an outcome."""

import datetime
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any

from .citizen import Case, Kept, rows_of
from .facts import Fact
from .parameters import Values
from .plan import Plan, plan_for
from .provision import Provision

ENDLESS = ("ends_on", "apply_by")  # no last day is an answer: the right goes on, or may be asked for at any time


def questions(
    provisions: Sequence[Provision],
    known: Mapping[str, Any],
    on: datetime.date,
    values: Values,
    declined: Collection[str] = frozenset(),
) -> list[Fact]:
    """The facts still worth asking about one row: see `questions_of`."""
    return questions_of(Case(provisions, known, on, values), declined)


def questions_of(case: Case, declined: Collection[str] = frozenset(), kept: Kept | None = None) -> list[Fact]:
    """The facts still worth asking, best first: only those that can still change an outcome.

    First come the facts that settle a right, and of these what most undecided provisions wait for; then those that only
    size it. A fact that makes sense after another (`asked_if`) waits for that one. What was declined is not asked.
    `kept` is given by who asks for several persons of a family, or on several days.
    """
    rank: dict[str, list[int]] = {}
    catalogue: dict[str, Fact] = {}
    for provision, row in zip(case.provisions, rows_of(case, kept), strict=True):
        plan = plan_for(provision, case.on)
        settling, _gaps = _behind(plan, row, ["eligible"])
        unknown, _gaps = needed(plan, row)
        for name in unknown:
            if name not in declined and plan.facts[name].makes_sense(case.known):
                catalogue[name] = plan.facts[name]
                settles, waiting = rank.get(name, (0, 0))
                rank[name] = [settles + (name in settling), waiting + 1]
    return sorted(catalogue.values(), key=lambda fact: [-score for score in rank[fact.name]])


def needed(plan: Plan, row: Mapping[str, Any]) -> tuple[dict, dict]:
    """Unknown facts behind what is not known yet, and gaps; none once the right is refused."""
    return ({}, {}) if row["eligible"] is False else _behind(plan, row, plan.outcomes)


def _behind(plan: Plan, row: Mapping[str, Any], goals: Iterable[str]) -> tuple[dict, dict]:
    """Names (in order, as keys) of unknown facts, and of rules that know all they ask for and still have no result."""
    unknown: dict[str, None] = {}
    gaps: dict[str, None] = {}
    seen: set[str] = set()
    waiting = [*goals][::-1]
    while waiting:
        name = waiting.pop()
        if row[name] is not None or name in seen:
            continue
        seen.add(name)
        open_rules = [a for a in plan.inner(name) if row[a] is None]
        open_facts = [a for a in plan.asked_by(name) if _is_open(plan, plan.facts[a], row)]
        unknown |= dict.fromkeys(open_facts)
        if not open_rules and not open_facts and name not in ENDLESS:
            gaps[name] = None
        waiting += open_rules[::-1]
    return unknown, gaps


def _is_open(plan: Plan, fact: Fact, row: Mapping[str, Any]) -> bool:
    """Whether a fact is unknown and not foreign to the person."""
    value = row[fact.name]
    return (value is None or (isinstance(value, list) and None in value)) and not _is_foreign(plan, fact, row)


def _is_foreign(plan: Plan, fact: Fact, row: Mapping[str, Any]) -> bool:
    """Whether it is a follow-up of a lead that was answered otherwise, or that is foreign itself."""
    lead, values = fact.asked_if or ("", ())
    if row.get(lead) is not None:
        return row[lead] not in values
    return lead in plan.facts and _is_foreign(plan, plan.facts[lead], row)
