"""An award computed once more from a day on: with the facts that were kept, what registers say and what changed.

Nothing is stored until somebody proposes the change.
"""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from socialcode.decisions.computing import Computed, computed_from, kept, with_source
from socialcode.decisions.models import Assessment
from socialcode.engine import Fact
from socialcode.engine.days import days_after
from socialcode.law.values import values_on
from socialcode.people.models import Person
from socialcode.questions.answers import Answers
from socialcode.registers.frames.household import RegisterRows
from socialcode.registers.known import Known, look_up, values_of

from .granting import withheld
from .life import Stretch
from .models import Award
from .planning import life_of, provision_of, stands_on


@dataclass(frozen=True)
class Anew:
    """What an award comes to from a day on: the outcome of that day, and the stretches it is worth then; none where
    there is no right any more or the amount is not known. `changed` are the facts that are not as they were."""

    computed: Computed
    stretches: tuple[Stretch, ...]
    changed: tuple[Fact, ...]

    @property
    def outcome(self) -> str:
        return self.computed.explanation.outcome


def who_asked(award: Award) -> Person:
    """Of whom facts are asked: who claimed it, whoever receives it now."""
    return award.decision.subject.person


def anew(award: Award, since: datetime.date, said: Mapping[str, Any]) -> Anew:
    """The award from a day on. `said` are raw answers by fact that are otherwise than before; they go before all else.

    Later days on which the award changed anyway, such as with a new year's figures, are computed by the law of theirs.
    """
    found = _computed(award, since, said)
    days = [since, *(one.since for one in life_of(award).stretches if one.since > since)]
    each = [found, *(_computed(award, day, said) for day in days[1:])]
    ends = [*(days_after(day, -1) for day in days[1:]), _last_day(found.explanation.ends_on, award)]
    stretches = [_stretch(award, *one) for one in zip(days, ends, each, strict=True)]
    is_known = found.explanation.outcome == "entitled" and None not in stretches
    before = stands_on(award).facts
    changed = tuple(
        fact
        for fact in provision_of(award).facts.values()
        if fact.name in found.known and _otherwise(fact, found.known[fact.name], before.get(fact.name), since)
    )
    return Anew(found, tuple(stretches) if is_known else (), changed)


def keep(award: Award, found: Computed) -> Assessment:
    """Keep an outcome of an award: what the decision about the change refers to."""
    return kept(found, award.provision, award=award)


def _computed(award: Award, on: datetime.date, said: Mapping[str, Any]) -> Computed:
    person, subject, stored = who_asked(award), award.subject, stands_on(award)
    provision = provision_of(award)
    of_child = subject if subject != person else None
    rows = RegisterRows([one for one in (person, of_child) if one], on)
    given = {name: fact["value"] for name, fact in stored.facts.items()}
    registered = {
        name: held
        for name, held in look_up(provision.facts.values(), rows, person, of_child, given).items()
        if name not in said
    }
    answers = Answers({**given, **said}, on, values_of(registered))
    known = answers.known
    facts = {name: _kept_fact(name, {**given, **said}, stored.facts, registered, said) for name in known}
    region = rows.step("home_region", person) or stored.region
    return computed_from(provision, facts, known, values_on(on, region))


def _kept_fact(name: str, given: Mapping, stored: Mapping, registered: Mapping[str, Known], said: Mapping) -> dict:
    if name in registered or name in said or name not in stored:
        return with_source(given.get(name), registered.get(name))
    return stored[name]


def _stretch(award: Award, since: datetime.date, until: datetime.date | None, found: Computed) -> Stretch | None:
    explained = found.explanation
    if explained.amount is None or explained.outcome != "entitled":
        return None
    gross, in_hand = (None if tenge is None else Decimal(tenge) for tenge in (explained.amount, explained.in_hand))
    return Stretch(since, until, gross, withheld(award.provision, gross, in_hand))


def _last_day(by_rule: datetime.date | None, award: Award) -> datetime.date | None:
    """No day after the last one that was decided on: who has a right beyond it asks for it again."""
    return min(by_rule, award.until) if by_rule and award.until else by_rule or award.until


def _otherwise(fact: Fact, value: Any, before: dict | None, on: datetime.date) -> bool:
    return before is None or fact.read(before["value"], on) != value
