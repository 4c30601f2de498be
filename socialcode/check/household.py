"""A visit as a household: whose rights are looked at, and what is known of everybody, read once for a page."""

import datetime
from functools import cached_property
from typing import Any

from socialcode.engine import Fact, Provision
from socialcode.engine.parameters import Values
from socialcode.engine.registry import registry
from socialcode.entitlement.months import law_on
from socialcode.law.values import values_on
from socialcode.questions import pay

from .visit import Subject, Visit


class VisitedHousehold:
    """The visitor and the children of a visit on its day, or on another one (see `entitlement.household.Household`)."""

    def __init__(self, visit: Visit):
        self.visit, self.on = visit, visit.on
        self.provisions = visit.provisions
        self.subjects = visit.subjects
        self._known: dict[int, dict[str, Any]] = {}

    @cached_property
    def values(self) -> Values:
        """The law on the day, with the figures of the visitor's region once it is known."""
        return values_on(self.on, self.known_of(self.visit.person).get("region", ""))

    def asked_of(self, subject: Subject) -> list[Provision]:
        return [provision for provision in self._about(subject) if not self.of_another(provision, subject)]

    def of_another(self, provision: Provision, subject: Subject) -> str:
        """That somebody else has this right of the subject, so that it is in no sum and no month; empty if nobody."""
        standing = self.visit.standing
        return standing.of_another(provision, subject.number) if standing else ""

    @property
    def others_rights(self) -> list[tuple[Provision, Subject, str]]:
        """The rights that somebody else has, with what is said of them."""
        asked = ((provision, subject) for subject in self.subjects for provision in self._about(subject))
        told = ((*right, self.of_another(*right)) for right in asked)
        return [right for right in told if right[-1]]

    def _about(self, subject: Subject) -> list[Provision]:
        of_child = subject is not self.visit.person
        return [provision for provision in self.provisions if (provision.unit == "child") == of_child]

    def known_of(self, subject: Subject) -> dict[str, Any]:
        """What was answered of somebody, by the names of facts, and what is counted with where they do not know."""
        if subject.number not in self._known:
            known = self.visit.known_of(subject)
            self._known[subject.number] = {**self._estimated(subject, known), **known}
        return self._known[subject.number]

    def estimates(self, subject: Subject) -> dict[str, Any]:
        """The values, by fact, that stand for an "I don't know"."""
        known = self.known_of(subject)
        return {fact.name: known[fact.name] for fact in self._not_known(subject) if fact.name in known}

    def _estimated(self, subject: Subject, known: dict[str, Any]) -> dict[str, Any]:
        found = {}
        for fact in self._not_known(subject):
            figure = values_on(self.on).value(fact.estimate)
            if figure is not None and fact.makes_sense(known):
                amount = pay.counted(figure, pay.GROSS, values_on(self.on)) if fact.is_pay else figure
                found[fact.name] = [amount] * fact.months if fact.months else amount
        return found

    def _not_known(self, subject: Subject) -> list[Fact]:
        declined = (registry.facts[name] for one in (self.visit.person, subject) for name in one.declined)
        return [fact for fact in dict.fromkeys(declined) if fact.estimate]

    @cached_property
    def _is_all_readable(self) -> bool:
        return not any(self.visit.answers_of(subject).wrong for subject in self.subjects)

    def as_of(self, on: datetime.date) -> "VisitedHousehold":
        """The same answers on another day, under the law of that day."""
        moved = VisitedHousehold(self.visit.as_of(on))
        moved.values = law_on(self.values, on)
        if on >= self.on and self._is_all_readable:  # what can be read on a day can be read on every later one
            moved._known, moved._is_all_readable = self._known, True
        return moved
