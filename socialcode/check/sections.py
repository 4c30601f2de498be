"""The result as it is read, on the screen and on paper: sections, in each the benefits, in each the persons."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from django.utils.translation import gettext

from socialcode.cases import calculation
from socialcode.engine import Fact, NotEncodedError, Provision, _
from socialcode.engine.parameters import Values
from socialcode.engine.registry import registry
from socialcode.people.wording import answer
from socialcode.templatetags.portal import day

from .pages import Journey
from .results import Result, Total, assess, newest_figures_are_older, totals, without_child
from .visit import Answers, Visit
from .wording import address, subject_name

WHERE = _(
    "Apply at the State Corporation “Government for Citizens” or on egov.kz. For some payments you get an SMS first: "
    "then answering it is enough."
)
LAST_DAYS = 31


@dataclass(frozen=True)
class Entry(calculation.Calculated):
    """One result with its words."""

    visit: Visit
    result: Result

    @cached_property
    def name(self) -> str:
        return subject_name(self.visit, self.result.subject)

    @property
    def explanation(self):
        return self.result.explanation

    @property
    def gross(self) -> int | None:
        """The amount before deductions, if something is deducted."""
        return self.explanation.amount if self.explanation.net_amount is not None else None

    @property
    def is_urgent(self) -> bool:
        return self.result.days_left is not None and self.result.days_left <= LAST_DAYS

    @cached_property
    def unknown(self) -> list[dict]:
        """The questions still open, each with the way to it."""
        return [
            {"label": gettext(fact.question), "href": address(self.visit, self._asked(fact), fact)}
            for fact in self.explanation.unknown
        ]

    def _asked(self, fact: Fact) -> Answers:
        return self.result.subject if fact.of == "child" else self.visit.person

    @property
    def unmet(self) -> list[calculation.Condition]:
        return [condition for condition in self.conditions if condition.state == "unmet"]

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
class Outcome:
    """The whole result of a visit."""

    visit: Visit
    values: Values

    @cached_property
    def results(self) -> list[Result]:
        return assess(self.visit, self.values)

    @cached_property
    def totals(self) -> list[Total]:
        return totals(self.results)

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

    def _section(self, section: str) -> list[Benefit]:
        found: dict[str, list[Entry]] = {}
        for result in self.results:
            if result.section == section:
                found.setdefault(result.provision.name, []).append(Entry(self.visit, result))
        return [Benefit(entries[0].result.provision, entries) for entries in found.values()]

    def entry(self, provision: str, number: int) -> Entry | None:
        """The one result of a provision for the visitor or a child, if there is one."""
        found = (r for r in self.results if r.provision.name == provision and r.subject.number == number)
        return next((Entry(self.visit, result) for result in found), None)

    @property
    def not_computed(self) -> list[tuple[str, str]]:
        """Title and reason of what was not computed."""
        too_early = gettext(NotEncodedError.message)
        no_child = gettext("You named no child. Add a child to check this.")
        return [
            *((gettext(p.title), too_early % {"since": day(p.since)}) for p in self.visit.not_encoded),
            *((gettext(p.title), no_child) for p in without_child(self.visit)),
        ]

    @property
    def where(self) -> str:
        return gettext(WHERE)

    @property
    def older_figures(self) -> int | None:
        return newest_figures_are_older(self.values, self.visit.on)


def answers(visit: Visit, journey: Journey) -> Iterator[tuple[str, list[dict]]]:
    """Every answer given or declined that counts, by subject, each with the way to change it."""
    for subject in visit.subjects:
        known = visit.known_of(subject)
        facts = journey.relevant(registry.facts.values(), subject)
        rows = [
            {
                "label": gettext(fact.question),
                "value": answer(fact, known[fact.name]) if fact.name in known else gettext("I don’t know"),
                "href": address(visit, subject, fact),
            }
            for fact in facts
            if fact.name in known or (fact.name in subject.declined and fact.makes_sense(known))
        ]
        if rows:
            yield subject_name(visit, subject), rows
