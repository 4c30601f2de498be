"""Which questions stand together on a page, and which page comes next."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, cached_property

from django.utils.text import slugify

from socialcode.engine import Fact, questions
from socialcode.engine.registry import registry

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
        return list(dict.fromkeys(found))

    def _questions(self, subject: Subject, provisions) -> list[tuple[int, Fact]]:
        visit = self.visit
        declined = {*visit.person.declined, *subject.declined}
        asked = questions(provisions, self.household.known_of(subject), visit.on, self.household.values, declined)
        return [(subject.number if fact.of == "child" else visit.person.number, fact) for fact in asked]

    @property
    def remaining(self) -> list[QuestionPage]:
        """Pages with a question still to ask, the next one first."""
        return list(dict.fromkeys(page_of(fact) for _number, fact in self.needed))

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
