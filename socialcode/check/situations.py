"""Pages that settle many rights: a person ticks what is true of them, and is asked no more about the rest.

The first comes after the questions that decide what can be true at all (sex, age, children); another one whenever an
answer opens several such sentences at once, so that painful and rare grounds are one gentle question.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from dateutil.relativedelta import relativedelta
from django.utils.translation import gettext

from socialcode.engine import Fact, Kind, Meaning, _
from socialcode.engine.registry import registry
from socialcode.people.facts import YOU

from .events import EVENTS, events_of
from .visit import Visit

SLUG = "situations"
FEWEST, FEWEST_AFTER = 3, 2  # with fewer to tick, the questions themselves are shorter
CHILDREN = "children"
SMALL_CHILD = _("A child came into our family in the last three years, or comes soon")
RARER = _("Rarer things")


@dataclass(frozen=True)
class Situation:
    """A sentence to tick. `name` is that of the first fact it settles, with the choice that it says, if it says one."""

    name: str
    sentence: str
    is_true: bool


@dataclass(frozen=True)
class PartOfLife:
    """Situations of one part of life; `rare` ones stand folded after the others."""

    title: str
    situations: tuple[Situation, ...]
    rare: bool = False

    @property
    def open(self) -> bool:
        return any(situation.is_true for situation in self.situations)


class Ticks:
    """What a visit may tick. `needed` are the facts that can still change a result, `known` what the visitor said."""

    def __init__(self, visit: Visit, needed: Collection[str], known: Mapping[str, Any]):
        self.visit, self.needed, self._known = visit, needed, known

    @property
    def worth_asking(self) -> bool:
        """Whether the page saves questions: enough of its sentences were not offered yet and still decide something."""
        new = len({fact.situation for fact in self._facts if fact.name not in self.visit.offered})
        if SLUG in self.visit.pages:
            return new >= FEWEST_AFTER
        return new + self._asks_for_children >= FEWEST

    @property
    def groups(self) -> list[PartOfLife]:
        """All sentences for the payments of the visit as the person ticked them; of a later page only the new ones."""
        found: dict[tuple[bool, str], list[Situation]] = {}
        if self._asks_for_children:
            small = Situation(CHILDREN, gettext(SMALL_CHILD), CHILDREN in self.visit.offered and self._has_children)
            found[False, gettext("Your family")] = [small]
        for facts in self._by_sentence.values():
            title = gettext(RARER) if facts[0].rare else gettext(facts[0].page)
            found.setdefault((facts[0].rare, title), []).extend(self._situations(facts))
        common = {title: situations for (rare, title), situations in found.items() if not rare}
        alone = [one for situations in common.values() if len(situations) == 1 for one in situations]
        parts = [PartOfLife(title, tuple(several)) for title, several in common.items() if len(several) > 1]
        first = [PartOfLife(gettext(YOU), tuple(alone))] if alone else []
        rare = [PartOfLife(title, tuple(situations), True) for (rare, title), situations in found.items() if rare]
        return [*first, *parts, *rare]

    def keep(self, ticked: Iterable[str]) -> None:
        """Keep what was ticked. What was not settles its facts; what only a question can settle is asked on its own."""
        ticked = set(ticked)
        facts = self._facts
        if self._asks_for_children:
            described = CHILDREN in ticked or any(fact.brings_child and fact.name in ticked for fact in facts)
            _settle_children(self.visit, has_children=described)
            self._offer(CHILDREN)
        for shown in self._by_sentence.values():
            chosen = next((value for value, _sentence in shown[0].said if f"{shown[0].name}.{value}" in ticked), None)
            for fact in shown:
                self._settle(fact, chosen, is_true=(fact is shown[0] and chosen is not None) or shown[0].name in ticked)
        for fact in self._foreign:
            self._settle(fact, None, is_true=False)
        self.visit.passed(SLUG)

    @cached_property
    def _candidates(self) -> list[Fact]:
        """Facts with a sentence that still decide something, or were offered before; those of registers are not."""
        asked = {name for provision in self.visit.provisions for name in provision.facts}
        places = _how_common()
        return [
            fact
            for fact in sorted(registry.facts.values(), key=lambda fact: places.get(fact.name, len(EVENTS)))
            if fact.name in asked
            and fact.situation
            and fact.page != YOU
            and (fact.name in self.needed or fact.name in self.visit.offered)
            and fact.makes_sense(self._known)
            and not self._is_held(fact)
            and (SLUG in self.visit.pages or (0 if self._age is None else self._age) >= fact.later)
        ]

    @property
    def _facts(self) -> list[Fact]:
        new = [fact for fact in self._candidates if fact.name not in self.visit.offered]
        again = SLUG not in self.visit.pages or len({fact.situation for fact in new}) < FEWEST_AFTER
        return [fact for fact in (self._candidates if again else new) if self._concerns(fact)]

    @property
    def _foreign(self) -> list[Fact]:
        return [fact for fact in self._candidates if not self._concerns(fact)]

    @property
    def _by_sentence(self) -> dict[str, list[Fact]]:
        found: dict[str, list[Fact]] = {}
        for fact in self._facts:
            found.setdefault(fact.situation, []).append(fact)
        return found

    def _concerns(self, fact: Fact) -> bool:
        """Whether it can be true of somebody of this sex and age, and with or without children."""
        if fact.sex and self._of(Meaning.SEX) not in (None, fact.sex):
            return False
        if fact.with_children and self._of(Meaning.CHILDREN_OF_FAMILY) == 0:
            return False
        return not fact.ages or self._age is None or fact.ages[0] <= self._age <= fact.ages[1]

    @cached_property
    def _age(self) -> int | None:
        born = self._of(Meaning.BORN)
        return None if born is None else relativedelta(self.visit.on, born).years

    def _of(self, meaning: Meaning) -> Any:
        return self._known.get(registry.meant(meaning).name)

    def _situations(self, facts: list[Fact]) -> list[Situation]:
        given = self.visit.person.given
        first = facts[0]
        if first.said:
            said = [
                (f"{first.name}.{value}", sentence, given.get(first.name) == value) for value, sentence in first.said
            ]
        else:
            offered = any(fact.name in self.visit.offered for fact in facts)
            is_true = any(given.get(fact.name) != fact.without for fact in facts if fact.name in self.visit.offered)
            said = [(first.name, first.situation, offered and is_true)]
        return [Situation(name, gettext(sentence), is_true) for name, sentence, is_true in said]

    def _settle(self, fact: Fact, chosen: Any, *, is_true: bool) -> None:
        answers = self.visit.person
        if not is_true:
            answers.save(fact.name, fact.without)
            for child in self.visit.children if fact.of == "child" else ():
                child.forget(fact.name)  # what was said of one child does not outlive that it is true of none
        elif chosen is not None:
            answers.save(fact.name, chosen)
        elif fact.kind == Kind.YES_NO and fact.of != "child":
            answers.save(fact.name, not fact.without)
        elif answers.given.get(fact.name) == fact.without:
            answers.forget(fact.name)
        self._offer(fact.name)

    def _offer(self, name: str) -> None:
        if name not in self.visit.offered:
            self.visit.offered.append(name)

    @property
    def _has_children(self) -> bool:
        return bool(self.visit.children)

    @property
    def _asks_for_children(self) -> bool:
        """Whether it is open that there is a child to describe: no register names one, and no event says so."""
        visit = self.visit
        if (SLUG in visit.pages and CHILDREN not in visit.offered) or any(
            event.with_child for event in events_of(visit.event)
        ):
            return False
        of_child = [provision for provision in visit.provisions if provision.unit == "child"]
        any_child = any(not any(f.brings_child for f in provision.facts.values()) for provision in of_child)
        return any_child and not any(child.key for child in visit.children) and bool(self._count_of_children)

    @property
    def _count_of_children(self) -> int:
        known = self._of(Meaning.CHILDREN_OF_FAMILY)
        return 1 if known is None else known

    def _is_held(self, fact: Fact) -> bool:
        """Whether a register has the answer: of a child it goes before what would be settled for all children alike."""
        visit = self.visit
        return any(visit.held(subject, fact.name) for subject in (visit.person, *visit.children))


def name_of(fact: Fact) -> str:
    """The name its sentence is ticked by: that of the first fact with it."""
    first = next(other for other in registry.facts.values() if other.situation == fact.situation)
    return f"{first.name}.{first.said[0][0]}" if first.said else first.name


def settles(visit: Visit, fact: Fact) -> bool:
    """Whether a page of ticks has the answer, which is then changed there and shown nowhere else as a question."""
    if fact.name not in visit.offered:
        return False
    if fact.without is None:
        return fact.name in visit.person.declined
    answer = visit.person.given.get(fact.name)
    said = [fact.without, *(value for value, _sentence in fact.said)]
    return answer is not None and (fact.kind == Kind.YES_NO or answer in said)


def _settle_children(visit: Visit, *, has_children: bool) -> None:
    if not has_children:
        visit.children = []
    elif not visit.children:
        visit.add_child()


def _how_common() -> dict[str, int]:
    """By fact: the place of the commonest event that leads to a payment for which it is asked."""
    places = {name: place for place, name in enumerate(EVENTS)}
    found: dict[str, int] = {}
    for provision in registry.provisions.values():
        commonest = min((places[name] for name in provision.events), default=len(places))
        for name in provision.facts:
            found[name] = min(commonest, found.get(name, commonest))
    return found
