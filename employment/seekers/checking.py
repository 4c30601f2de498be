"""Whether the law lets somebody be registered, from what registers say and, where they are silent, the person."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from employment.seekers.models import Registration
from socialcode.decisions.computing import with_source
from socialcode.engine import explain
from socialcode.engine.explanation import Explanation, Step
from socialcode.engine.registry import registry
from socialcode.law.values import values_on
from socialcode.people.models import Person, Register
from socialcode.registers.frames.household import RegisterRows
from socialcode.registers.known import Known, look_up, values_of
from socialcode.registers.models import Employment

PROVISION = "unemployed_registration"
OF_SEEKERS = frozenset(
    {"lives_here", "has_no_work"}
)  # the conditions of article 98.1; the rest are those of article 99
JUDGED = ("is_employed",)  # what the centre has to look at itself where no register says it
GROUNDS = Registration.Ground
CHANGES = (GROUNDS.WORK, GROUNDS.BUSINESS, GROUNDS.FOUNDER, GROUNDS.PENSION, GROUNDS.MOVED)
NOT_REMOVED = (GROUNDS.UNEMPLOYED, GROUNDS.OWN_WISH, GROUNDS.DEATH)


@dataclass(frozen=True)
class Checked:
    """What came of a check. `facts` are kept with the registration; `unmet` are conditions of the law that refuse it,
    as steps; `open` are names of facts that decide and are not known, or that only the person says."""

    facts: dict[str, dict]
    unmet: tuple[Step, ...]
    open: tuple[str, ...]

    @property
    def is_certain(self) -> bool:
        return not self.unmet and not self.open


def registered_facts(person: Person, on: datetime.date) -> dict[str, Known]:
    """What registers say of the facts that decide, and what the portal's own registrations say."""
    facts = registry.provision(PROVISION).facts
    found = look_up(facts.values(), RegisterRows([person], on), person, None)
    if "is_employed" not in found and (known := _without_work(person, on)):
        found["is_employed"] = known
    return found | _removed_before(person, on)


def checked(person: Person, kind: str, said: Mapping[str, Any], on: datetime.date) -> Checked:
    """Check a wish to be registered as `kind`. `said` are facts as the person told them; registers go before."""
    held = registered_facts(person, on)
    told = {name: value for name, value in said.items() if name not in held and value is not None}
    known = {"looks_for_work": True, **told, **values_of(held)}
    found = explain(registry.provision(PROVISION), known, on, values_on(on, known.get("region", "")))
    facts = {name: with_source(value, held.get(name)) for name, value in known.items()}
    unmet = tuple(step for step in found.conditions if step.name in found.lacking and _counts(step.name, kind))
    return Checked(facts, unmet, () if unmet else (*_open(found, kind, told), *_undecided(person, kind)))


def _counts(rule: str, kind: str) -> bool:
    return kind == Registration.Kind.UNEMPLOYED or rule in OF_SEEKERS


def _open(found: Explanation, kind: str, told: Mapping[str, Any]) -> tuple[str, ...]:
    behind = {
        fact.name
        for step in found.conditions
        if step.result is None and _counts(step.name, kind)
        for fact in found.facts_behind(step.name)
    }
    unknown = {fact.name for fact in found.unknown}
    return (*sorted(behind & unknown), *(name for name in JUDGED if name in told))


def _undecided(person: Person, kind: str) -> tuple[str, ...]:
    """Why somebody was taken off the register, where that is being decided still."""
    is_open = kind == Registration.Kind.UNEMPLOYED and person.registrations.being_removed().exists()
    return ("deregistration_reason",) if is_open else ()


def _without_work(person: Person, on: datetime.date) -> Known | None:
    """That the register of contracts knows the person and of no work on the day; None where it never had a row."""
    rows = list(Employment.objects.current().filter(person=person).exclude(kind=Employment.Kind.UNEMPLOYED))
    if not rows or any(row.since <= on and (row.until is None or row.until >= on) for row in rows):
        return None
    return Known(False, Register.LABOUR, max(row.received_at for row in rows).date())


def _removed_before(person: Person, on: datetime.date) -> dict[str, Known]:
    """Why and when the person was taken off the register the last time; that it never was, where there is no such."""
    last = person.registrations.filter(state=Registration.State.ENDED).exclude(ground__in=NOT_REMOVED)
    last = last.filter(kind=Registration.Kind.UNEMPLOYED).order_by("-ended_on", "-pk").first()
    if last is None:
        return {"deregistration_reason": Known("none", Register.LABOUR_MARKET, on)}
    reason = "changes" if last.ground in CHANGES else last.ground
    said = {"deregistration_reason": reason, "deregistered_on": last.ended_on}
    return {name: Known(value, Register.LABOUR_MARKET, on) for name, value in said.items()}
