"""The result as it is read, on the screen and on paper: sections, in each the benefits, in each the persons."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from django.utils.translation import gettext

from socialcode.cases.standing import Before
from socialcode.engine import Fact, NotEncodedError, Provision, _
from socialcode.engine.registry import registry
from socialcode.entitlement import reasons
from socialcode.entitlement.combination import Combination, combine
from socialcode.entitlement.results import Result, Total, assess, newest_figures_are_older
from socialcode.explaining.calculation import Condition, Explained
from socialcode.explaining.particulars import Particular, particulars
from socialcode.explaining.wording import answer
from socialcode.registers.known import Known
from socialcode.templatetags.parts import ANY_KEY
from socialcode.templatetags.portal import day

from .household import VisitedHousehold
from .pages import Journey
from .visit import Visit
from .wording import address, named, subject_name

WHERE = _(
    "Apply at the State Corporation “Government for Citizens” or on egov.kz. For some payments you get an SMS first: "
    "then answering it is enough."
)
LAST_DAYS = 31


class OpenQuestion(NamedTuple):
    label: str
    href: str


@dataclass(frozen=True)
class Entry(Explained):
    """One result with its words."""

    household: VisitedHousehold
    result: Result

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

    @property
    def is_urgent(self) -> bool:
        return self.result.days_left is not None and self.result.days_left <= LAST_DAYS

    @cached_property
    def unknown(self) -> tuple[OpenQuestion, ...]:
        """The questions still open, each with the way to it: in any check, for the part of the page that is kept."""
        return tuple(
            OpenQuestion(gettext(fact.question), self._way(fact).replace(self.visit.key, ANY_KEY))
            for fact in self.explanation.unknown
        )

    @property
    def gaps(self) -> list[str]:
        """What cannot be worked out, whatever is answered, for want of a figure of the law."""
        return [gettext(step.sentence) for step in self.explanation.gaps]

    def _way(self, fact: Fact) -> str:
        return address(self.visit, self.result.subject if fact.of == "child" else self.visit.person, fact)

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
    provision: Provision
    entries: list[Entry]

    @property
    def where(self) -> str:
        """Where to apply, if not where everything is applied for."""
        return gettext(self.provision.where) if self.provision.where else ""


@dataclass(frozen=True)
class PaymentTaken:
    """A payment of the best combination as it is read. `around` says what the others do to it."""

    name: str
    anchor: str
    pays: str
    amount: int | None
    around: str


@dataclass(frozen=True)
class LeftOutRight:
    """A right that is not in the best combination, and why."""

    name: str
    anchor: str
    reason: str


@dataclass(frozen=True)
class ResultPage:
    """The whole result of a visit."""

    household: VisitedHousehold

    @property
    def visit(self) -> Visit:
        return self.household.visit

    @cached_property
    def results(self) -> list[Result]:
        return assess(self.household)

    @cached_property
    def combination(self) -> Combination:
        return combine(self.household, self.results)

    @property
    def totals(self) -> list[Total]:
        return self.combination.totals

    @cached_property
    def payments(self) -> list[PaymentTaken]:
        return [
            PaymentTaken(
                named(self.visit, taken.result.provision, taken.result.subject),
                taken.result.anchor,
                taken.result.provision.pays,
                taken.amount,
                reasons.around(taken),
            )
            for taken in self.combination.payments
        ]

    @cached_property
    def left_out(self) -> list[LeftOutRight]:
        return [
            LeftOutRight(
                named(self.visit, left.result.provision, left.result.subject), left.result.anchor, reasons.reason(left)
            )
            for left in self.combination.left_out
        ]

    @cached_property
    def entitled(self) -> list[Benefit]:
        return self._section("entitled")

    @cached_property
    def likely(self) -> list[Benefit]:
        return self._section("likely")

    @cached_property
    def refused(self) -> list[Benefit]:
        return self._section("refused")

    @cached_property
    def received(self) -> list[Benefit]:
        return self._section("received")

    @cached_property
    def nothing(self) -> list[Benefit]:
        """Rights whose conditions are met and that come to nothing."""
        return self._section("nothing")

    @cached_property
    def due(self) -> list[Benefit]:
        """What the visitor pays, or may have to."""
        return self._section("due")

    @cached_property
    def not_due(self) -> list[Benefit]:
        return self._section("not_due")

    def _section(self, section: str) -> list[Benefit]:
        found: dict[str, list[Entry]] = {}
        for result in self.results:
            if result.section == section:
                found.setdefault(result.provision.name, []).append(Entry(self.household, result))
        return [Benefit(entries[0].result.provision, entries) for entries in found.values()]

    def entry(self, provision: str, number: int) -> Entry | None:
        """The one result of a provision for the visitor or a child, if there is one."""
        found = (r for r in self.results if r.provision.name == provision and r.subject.number == number)
        return next((Entry(self.household, result) for result in found), None)

    @property
    def of_another(self) -> list[tuple[str, str]]:
        """Title and sentence of the rights that somebody else has."""
        return [(named(self.visit, p, subject), told) for p, subject, told in self.household.others_rights]

    @property
    def not_computed(self) -> list[tuple[str, str]]:
        """Title and reason of what was not computed."""
        too_early = gettext(NotEncodedError.message)
        no_child = gettext("You named no child. Add a child to check this.")
        return [
            *((gettext(p.title), too_early % {"since": day(p.since)}) for p in self.visit.not_encoded),
            *((gettext(p.title), no_child) for p in self.visit.without_child),
        ]

    @property
    def where(self) -> str:
        return gettext(WHERE)

    @property
    def older_figures(self) -> int | None:
        return newest_figures_are_older(self.household.values, self.household.on)


def answers(journey: Journey, way=address, disputes=None) -> Iterator[tuple[str, list[dict]]]:
    """Everything known or declined that counts, by subject, each with the way to change it.

    `way` gives an address for a visit, a subject and a fact. What a register says carries that register, and where
    `disputes(subject)` is given, that address, to say that it is wrong.
    """
    visit = journey.visit
    for subject in visit.subjects:
        known = journey.household.known_of(subject)
        facts = journey.relevant(registry.facts.values(), subject)
        rows = [
            {
                "label": gettext(fact.question),
                "value": answer(fact, known[fact.name]) if fact.name in known else gettext("I don’t know"),
                "href": way(visit, subject, fact),
                **_source(visit.held(subject, fact.name), disputes(subject) if disputes else ""),
            }
            for fact in facts
            if fact.name in known or (fact.name in subject.declined and fact.makes_sense(known))
        ]
        if rows:
            yield subject_name(visit, subject), rows


def _source(held: Known | None, disputes: str) -> dict:
    if held is None:
        return {}
    text = gettext("From: %(register)s, received on %(day)s")
    return {"source": text % {"register": held.source.label, "day": day(held.received_on)}, "disputes": disputes}
