"""What would become of the result if one thing changed: the visit as it is beside a copy in which it has changed."""

import datetime
from collections.abc import Mapping
from copy import deepcopy
from functools import cached_property
from typing import Any

from django.utils.http import urlencode
from django.utils.translation import gettext

from socialcode.engine import Fact, Provision
from socialcode.engine.registry import registry
from socialcode.entitlement import comparison
from socialcode.entitlement.comparison import ComparedRight, ComparedSum
from socialcode.entitlement.what_if import PAY, USUAL, ImpossibleError
from socialcode.explaining.described import plain
from socialcode.questions.forms import FactsForm

from ..forms import last_day
from ..household import VisitedHousehold
from ..pages import Journey
from ..sections import ResultPage
from ..visit import Subject, Visit
from ..wording import group_of, subject_name, way

PLACE = "region"


class ChangingVisit:
    """A visit while a usual change is made to it (see `entitlement.what_if.Changing`)."""

    pay = PAY

    def __init__(self, visit: Visit):
        self.visit = visit
        self.provisions: list[Provision] = visit.provisions
        self.asks_about_children = visit.asks_about_children
        self.known = visit.known(visit.person)
        self.children = [visit.known(child) for child in visit.children]

    @property
    def on(self) -> datetime.date:
        return self.visit.on

    def say(self, fact: str, value: Any) -> None:
        self.visit.person.save(fact, as_typed(value))

    def add_child(self, facts: Mapping[str, Any]) -> None:
        """One child more, of whom `facts` are said. Raises ImpossibleError where there are as many as a visit takes."""
        if not self.visit.add_child():
            raise ImpossibleError
        self.visit.children[-1].given = {name: as_typed(value) for name, value in facts.items()}

    def move_to(self, on: datetime.date) -> None:
        """Look at another day. Raises ImpossibleError for one after the last that can be computed."""
        if on > last_day():
            raise ImpossibleError
        self.visit.day = on.isoformat()


def as_typed(value: Any) -> Any:
    """A value as the questionnaire keeps it: numbers are text."""
    if isinstance(value, list):
        return [as_typed(one) for one in value]
    return value if isinstance(value, bool | str) else str(plain(value))


def offered(visit: Visit) -> list[tuple[str, str]]:
    """Address and title of each usual change that makes sense for this visit."""
    usual = [
        (f"?{urlencode({'preset': name})}", gettext(change.title))
        for name, change in USUAL.items()
        if change.make(ChangingVisit(deepcopy(visit)))
    ]
    known = visit.known(visit.person)
    places = [registry.facts[PLACE], *_instead_of(PLACE)]  # the surest first
    place = next((fact for fact in places if fact.name in known), None)
    moving = [(way(visit, visit.person, place), gettext("I move to another region"))] if place else []
    return usual + moving


def _instead_of(name: str) -> list[Fact]:
    """Facts that a better one makes needless, and that what was answered to it before says nothing of any more."""
    return [fact for fact in registry.facts.values() if fact.instead_of == name]


class Trial:
    """One change tried on a copy of a visit. `chosen` names it; `data` is the posted answer of a single question."""

    def __init__(self, visit: Visit, chosen, data=None):
        self.visit, self.changed = visit, deepcopy(visit)
        self.usual = USUAL.get(chosen.get("preset"))
        self.fact = registry.facts.get(chosen.get("change"))
        self.subject = next((s for s in self.changed.subjects if str(s.number) == chosen.get("of")), None)
        self.form = self._form(data) if self.fact and self.subject else None
        self.is_made = self._make()

    def _form(self, data) -> FactsForm | None:
        household = VisitedHousehold(self.changed)
        facts = Journey(household).relevant([self.fact], self.subject)
        return FactsForm([group_of(household, self.subject, facts)], self.changed.on, data) if facts else None

    def _make(self) -> bool:
        """Change the copy; False while there is nothing to change it to."""
        if self.usual:
            return self.usual.make(ChangingVisit(self.changed))
        if self.form is None or not self.form.is_valid():
            return False
        for name, raw in self.form.answers(self.form.groups[0]).items():
            self.subject.save(name, raw)
            for needless in _instead_of(name):
                self.subject.forget(needless.name)
        return True

    @property
    def is_chosen(self) -> bool:
        """Whether there is a change to try: one that makes sense, or a question to answer otherwise."""
        return self.form is not None or self.is_made

    @property
    def title(self) -> str:
        return gettext(self.usual.title)

    @property
    def note(self) -> str:
        """What to know of a usual change; empty if nothing."""
        return gettext(self.usual.note) if self.usual.note else ""

    @property
    def name(self) -> str:
        """Whom the question is about."""
        return subject_name(self.visit, self._before)

    @property
    def _before(self) -> Subject:
        return next(subject for subject in self.visit.subjects if subject.number == self.subject.number)

    @property
    def helper(self):
        return self.form.helper(self.form.groups[0])

    @cached_property
    def outcomes(self) -> tuple[ResultPage, ResultPage]:
        """The result before and after, with all that is already received, so that the sums can be compared."""
        return _whole(self.visit), _whole(self.changed)

    @cached_property
    def lines(self) -> list[ComparedRight]:
        """Everything that is possible before or after, what changes first."""
        before, after = (outcome.results for outcome in self.outcomes)
        return comparison.rights(before, after, self._name)

    def _name(self, number: int) -> str:
        subject = next((s for s in self.changed.subjects if s.number == number), None)
        return subject_name(self.changed, subject) if subject else ""

    @property
    def sums(self) -> list[ComparedSum]:
        before, after = (outcome.totals for outcome in self.outcomes)
        return comparison.sums(before, after)

    @property
    def raises_questions(self) -> bool:
        """Whether the changed visit has to be asked more."""
        return bool(Journey(VisitedHousehold(self.changed)).remaining)


def _whole(visit: Visit) -> ResultPage:
    whole = deepcopy(visit)
    for subject in (whole.person, *whole.children):
        subject.received = []
    return ResultPage(VisitedHousehold(whole))
