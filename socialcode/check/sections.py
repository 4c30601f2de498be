"""The result as it is read, on the screen and on paper: sections, in each the benefits, in each the persons."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from itertools import islice
from typing import NamedTuple

from django.utils.translation import gettext

from socialcode.engine import NotEncodedError, _
from socialcode.entitlement import near, reasons
from socialcode.entitlement.combination import Combination, combine
from socialcode.entitlement.results import Result, Total, assess, newest_figures_are_older
from socialcode.templatetags.portal import day

from .entry import Benefit, Entry, OpenQuestion
from .household import VisitedHousehold
from .visit import Visit
from .wording import named, way

WHERE = _(
    "Apply here with the button “Apply”, at the State Corporation “Government for Citizens” or on egov.kz. For some "
    "payments you get an SMS first: then answering it is enough."
)
MOST_EXPECTED = 2


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


class ToCome(NamedTuple):
    """A right that begins on a day to come."""

    on: date
    entry: Entry


class Deciding(NamedTuple):
    """A question still open, the way to it, and the titles of what it decides."""

    label: str
    href: str
    rights: str


class FirstComing(NamedTuple):
    """The first day that brings a right. `and_more` says that other days bring others."""

    on: date
    totals: list[Total]
    entries: list[Entry]
    and_more: bool


class Step(NamedTuple):
    """A right that one act would bring: what to do, the right as it would be, and where that is tried out."""

    told: str
    entry: Entry
    href: str


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
        """What the best combination takes, each with its amount and what it changes around it."""
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
        """What the best combination leaves out, each with the reason."""
        return [
            LeftOutRight(
                named(self.visit, left.result.provision, left.result.subject), left.result.anchor, reasons.reason(left)
            )
            for left in self.combination.left_out
        ]

    @cached_property
    def _around(self) -> dict[str, str]:
        return {payment.anchor: payment.around for payment in self.payments}

    @cached_property
    def entitled(self) -> list[Benefit]:
        return self._section("entitled")

    @cached_property
    def likely(self) -> list[Benefit]:
        return self._section("likely")

    @cached_property
    def open_questions(self) -> list[Deciding]:
        """The questions that decide what is likely, each once with the rights that wait for it first of all."""
        waiting: dict[OpenQuestion, list[str]] = {}
        for entry in self._likely_entries:
            if not entry.has_more_to_say:
                title = named(self.visit, entry.result.provision, entry.result.subject)
                waiting.setdefault(entry.first_unknown, []).append(title)
        return [Deciding(*question, "; ".join(titles)) for question, titles in waiting.items()]

    @property
    def likely_with_more(self) -> list[Entry]:
        return [entry for entry in self._likely_entries if entry.has_more_to_say]

    @property
    def _likely_entries(self) -> Iterator[Entry]:
        return (entry for benefit in self.likely for entry in benefit.entries)

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

    @property
    def nearly_due(self) -> list[Entry]:
        """What somebody does not owe for one condition alone, though their work is the kind that it is due from."""
        return [entry for benefit in self.not_due for entry in benefit.entries if entry.waits_for_one]

    @cached_property
    def _by_section(self) -> dict[str, list[Result]]:
        found: dict[str, list[Result]] = {}
        for result in self.results:
            found.setdefault(result.section, []).append(result)
        return found

    def _section(self, section: str) -> list[Benefit]:
        found: dict[str, list[Entry]] = {}
        for result in self._by_section.get(section, ()):
            entry = Entry(self.household, result, self._around.get(result.anchor, ""))
            found.setdefault(result.provision.name, []).append(entry)
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

    @cached_property
    def coming(self) -> list[ToCome]:
        found = near.coming(self.household, self.results)
        return [ToCome(one.household.on, Entry(one.household, one.result)) for one in found]

    @property
    def first_coming(self) -> FirstComing | None:
        """What the first of these days brings, added up; services and own savings are no sums."""
        if not self.coming:
            return None
        on = self.coming[0].on
        that_day = [one.entry for one in self.coming if one.on == on]
        sums = {pays: sum(e.result.in_hand or 0 for e in that_day if e.adds_up(pays)) for pays in ("monthly", "once")}
        totals = [Total(pays, amount, at_least=False) for pays, amount in sums.items() if amount]
        return FirstComing(on, totals, that_day, len(that_day) < len(self.coming))

    @cached_property
    def within_reach(self) -> list[Step]:
        """The rights one step away: the step in words, what it leads to, and where the answer is changed."""
        return [
            Step(
                gettext(one.step.otherwise),
                Entry(self.household, one.result),
                way(self.visit, self.visit.person if one.fact.of != "child" else one.result.subject, one.fact),
            )
            for one in near.within_reach(self.results)
        ]

    @cached_property
    def expected(self) -> list[Entry]:
        """The few refusals that somebody could be surprised by: one condition is not met, though what is true of them
        led to it, and neither a day nor an act of their own brings it."""
        shown = {one.entry.result.anchor for one in (*self.coming, *self.within_reach)}
        entries = (entry for benefit in self.refused for entry in benefit.entries)
        surprising = (e for e in entries if e.is_surprising and e.result.anchor not in shown)
        return [*islice(surprising, MOST_EXPECTED)]

    @property
    def to_ask_for(self) -> list[Entry]:
        """What one had best apply for now."""
        taken = {payment.result.anchor for payment in self.combination.taken}
        entries = (entry for benefit in self.entitled for entry in benefit.entries)
        return [entry for entry in entries if entry.may_ask and entry.result.anchor in taken]

    @property
    def older_figures(self) -> int | None:
        return newest_figures_are_older(self.household.values, self.household.on)
