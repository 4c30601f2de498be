"""One result as it is read: whom it is for, how much, why, what is open, and what may be done."""

import json
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from typing import NamedTuple

from django.utils.translation import gettext

from socialcode.cases.standing import Before
from socialcode.engine import Fact, Provision
from socialcode.entitlement.results import Result
from socialcode.explaining.calculation import Condition, Explained
from socialcode.explaining.one_line import of_payment
from socialcode.explaining.particulars import Particular, particulars
from socialcode.explaining.why import why
from socialcode.templatetags.parts import ANY_KEY

from .household import VisitedHousehold
from .visit import Subject, Visit
from .wording import address, amount_of, subject_name

LAST_DAYS = 31


class OpenQuestion(NamedTuple):
    label: str
    href: str


class Estimate(NamedTuple):
    """A question that was answered by "I don't know", and the monthly sum counted with instead, tenge."""

    question: str
    amount: Decimal
    href: str


@dataclass(frozen=True)
class Entry(Explained):
    """One result with its words."""

    household: VisitedHousehold
    result: Result
    around: str = ""  # what the other payments of the best combination do to it

    @property
    def visit(self) -> Visit:
        return self.household.visit

    @cached_property
    def name(self) -> str:
        return subject_name(self.visit, self.result.subject)

    @cached_property
    def before(self) -> Before | None:
        """What of this right was granted or asked for before; of a visitor who did not sign in nobody knows."""
        standing = self.visit.standing
        return standing.of(self.explanation.provision, self.result.subject.number) if standing else None

    @property
    def may_ask(self) -> bool:
        """Whether a claim makes sense: one is made for it, and no own one, no payment stands in its way."""
        return self.explanation.provision.is_claimed and (self.before is None or self.before.may_ask)

    @property
    def explanation(self):
        return self.result.explanation

    def adds_up(self, pays: str) -> bool:
        """Whether it is money for the person, paid that way."""
        return self.explanation.provision.adds_up and self.explanation.provision.pays == pays

    @property
    def is_urgent(self) -> bool:
        return self.result.days_left is not None and self.result.days_left <= LAST_DAYS

    @cached_property
    def unknown(self) -> tuple[OpenQuestion, ...]:
        """The questions still open, each with the way to it: in any check, for the part of the page that is kept."""
        return tuple(
            one._replace(href=one.href.replace(self.visit.key, ANY_KEY))
            for one in map(self._open, self.explanation.unknown)
        )

    @cached_property
    def first_unknown(self) -> OpenQuestion | None:
        fact = next(iter(self.explanation.unknown), None)
        return self._open(fact) if fact else None

    @property
    def has_more_to_say(self) -> bool:
        """Whether there is more to say of it than that a question is open."""
        found = self.explanation
        return bool(not found.unknown or found.estimate is not None or self.result.rivals or found.gaps or self.before)

    def _open(self, fact: Fact) -> OpenQuestion:
        return OpenQuestion(gettext(fact.question), address(self.visit, self._asked(fact), fact))

    @property
    def estimates(self) -> list[Estimate]:
        """What was counted with where somebody does not know."""
        asked, subject = self.explanation.provision.facts, self.result.subject
        return [
            Estimate(
                gettext(asked[name].question),
                amount_of(value),
                address(self.visit, self._asked(asked[name]), asked[name]),
            )
            for name, value in self.household.estimates(subject).items()
            if name in asked
        ]

    @property
    def gaps(self) -> list[str]:
        """What cannot be worked out, whatever is answered, for want of a figure of the law."""
        return [gettext(step.sentence) for step in self.explanation.gaps]

    def _asked(self, fact: Fact) -> Subject:
        return self.result.subject if fact.of == "child" else self.visit.person

    @cached_property
    def one_line(self) -> str:
        """The sum as the rule has it; empty where it is no sum."""
        return of_payment(self.explanation)

    @property
    def why(self) -> list[str]:
        return why(self.explanation)

    @property
    def is_surprising(self) -> bool:
        """Whether it is refused for one condition alone, and not for what the person said does not concern them."""
        found = self.explanation
        return len(found.lacking) == 1 and not any(
            fact.situation and found.result(fact.name) == fact.without for fact in found.facts_behind(found.lacking[0])
        )

    @property
    def waits_for_one(self) -> bool:
        """Whether one condition alone is not met, though another one holds because of what the person said is true."""
        found = self.explanation
        leads = (fact for name, _sentence in found.met for fact in found.facts_behind(name) if fact.situation)
        return len(found.lacking) == 1 and any(found.result(fact.name) not in (None, fact.without) for fact in leads)

    @property
    def unmet(self) -> tuple[Condition, ...]:
        return tuple(condition for condition in self.conditions if condition.state == "unmet")

    @cached_property
    def particulars(self) -> list[Particular]:
        return particulars(self.explanation.provision, self.household.values)

    @property
    def said(self) -> str:
        """What was answered for this right, for a claim to begin with; registers speak for themselves."""
        visit, subject = self.visit, self.result.subject
        given = {**visit.person.given, **subject.given}
        registered = {*visit.registered.get(visit.person.number, ()), *visit.registered.get(subject.number, ())}
        asked = self.explanation.provision.facts
        return json.dumps({name: raw for name, raw in given.items() if name in asked and name not in registered})

    @property
    def rivals(self) -> str:
        return ", ".join(gettext(provision.title) for provision in self.result.rivals)


@dataclass(frozen=True)
class Benefit:
    """A payment and everybody of the household whom the result names for it."""

    provision: Provision
    entries: list[Entry]

    @property
    def where(self) -> str:
        """Where to apply, if not where everything is applied for."""
        return gettext(self.provision.where) if self.provision.where else ""
