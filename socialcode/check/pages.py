"""Which questions stand together on a page, and which page comes next."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache, cached_property

from django.utils.text import slugify

from socialcode.engine import Case, Fact, Meaning, Provision
from socialcode.engine.asking import questions_of
from socialcode.engine.citizen import Kept, rows_of
from socialcode.engine.registry import registry
from socialcode.entitlement.months import first_days
from socialcode.people.facts import YOU

from . import situations
from .household import VisitedHousehold
from .visit import Subject


@dataclass(frozen=True)
class QuestionPage:
    """Questions asked together. A question that follows from another one of the page stands on a `turn` of its own."""

    title: str
    turn: int

    @property
    def slug(self) -> str:
        return _slug(self.title, self.turn)

    @property
    def facts(self) -> tuple[Fact, ...]:
        return _facts_of(self)


@cache  # facts are what the program ships: their pages never change while it runs
def _slug(title: str, turn: int) -> str:
    return slugify(title) + (f"-{turn + 1}" if turn else "")


@cache
def _facts_of(page: QuestionPage) -> tuple[Fact, ...]:
    return tuple(fact for fact in registry.facts.values() if page_of(fact) == page)


def page_of(fact: Fact) -> QuestionPage:
    return _page_of(fact.name)


@cache
def _page_of(name: str) -> QuestionPage:
    fact = registry.facts[name]
    lead = registry.facts.get(fact.asked_if[0]) if fact.asked_if else None
    return QuestionPage(fact.page, page_of(lead).turn + 1 if lead and lead.page == fact.page else 0)


def page_at(slug: str) -> QuestionPage | None:
    return next((page_of(fact) for fact in registry.facts.values() if page_of(fact).slug == slug), None)


class Journey:
    """What a visit still has to be asked, and what it may change."""

    def __init__(self, household: VisitedHousehold):
        self.visit, self.household = household.visit, household
        self._kept = Kept()

    @cached_property
    def needed(self) -> list[tuple[int, Fact]]:
        """Facts that can still change a result, each with the number of the visitor or child, best first."""
        first, *others = self.visit.children or [self.visit.person]
        provisions = self.household.provisions
        per_child = [p for p in provisions if p.unit == "child"]
        rest = [p for p in provisions if p.unit != "child"]
        found = self._questions(first, rest + (per_child if self.visit.children else []))
        for child in others:
            found += self._questions(child, per_child)
        return list(dict.fromkeys([*found, *self._to_come(rest)]))

    def _to_come(self, provisions: Sequence[Provision]) -> list[tuple[int, Fact]]:
        """What decides about rights that are refused today and that the years of the outlook bring, such as a pension:
        asked of who is near their age, so that a day and a sum can be told."""
        household, person = self.household, self.visit.person
        known, born = household.known_of(person), registry.meant(Meaning.BORN).name
        aged = [provision for provision in provisions if born in provision.facts]
        if born not in known or not aged:
            return []
        rows = rows_of(Case(aged, known, household.on, household.values), self._kept)
        refused = [provision for provision, row in zip(aged, rows, strict=True) if row["eligible"] is False]
        return self._questions(person, refused, household.as_of(first_days(household.on)[-1]))

    def _questions(self, subject: Subject, provisions, household=None) -> list[tuple[int, Fact]]:
        visit, then = self.visit, household or self.household
        declined = {*visit.person.declined, *subject.declined}
        case = Case(provisions, self.household.known_of(subject), then.on, then.values)
        asked = questions_of(case, declined, self._kept)
        return [(subject.number if fact.of == "child" else visit.person.number, fact) for fact in asked]

    @property
    def remaining(self) -> list[QuestionPage]:
        """Pages with a question still to ask, the next one first: who somebody is decides what else is asked."""
        found = dict.fromkeys(page_of(fact) for _number, fact in self.needed)
        return sorted(found, key=lambda page: page.title != YOU)

    @cached_property
    def ticks(self) -> situations.Ticks:
        """The page to tick on, with what can still change a result."""
        known = self.household.known_of(self.visit.person)
        return situations.Ticks(self.visit, {fact.name for _number, fact in self.needed}, known)

    @property
    def next(self) -> str:
        """The address of the next page with questions; empty where none is left."""
        remaining = self.remaining
        if remaining and remaining[0].title == YOU:
            return self.visit.address("questions", remaining[0].slug)
        if self.ticks.worth_asking:
            return self.visit.address(situations.SLUG)
        return self.visit.address("questions", remaining[0].slug) if remaining else ""

    def facts(self, page: QuestionPage, subject: Subject) -> list[Fact]:
        """What this page asks of the visitor or of one child: what is needed, and what was answered here before."""
        known = self.household.known_of(subject)
        return [
            fact
            for fact in self.relevant(page.facts, subject)
            if (subject.number, fact) in self.needed
            or (
                (fact.name in subject.given or fact.name in subject.declined)
                and fact.makes_sense(known)
                and not situations.settles(self.visit, fact)
            )
        ]

    def relevant(self, facts: Iterable[Fact], subject: Subject) -> list[Fact]:
        """Those of the facts that are the subject's own and that a provision of the visit asks for."""
        of_child = subject is not self.visit.person
        asked = {name for provision in self.household.provisions for name in provision.facts}
        return [fact for fact in facts if fact.name in asked and (fact.of == "child") == of_child]

    @property
    def done(self) -> list[str]:
        """Pages answered that nothing is missing on any more."""
        waiting = {page.slug for page in self.remaining}
        return [slug for slug in self.visit.pages if slug not in waiting and page_at(slug)]
