"""What a visit comes to: every provision of the event, once or for each child, and the sums."""

import datetime
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace

from socialcode.engine import Case, Provision, explain_cases
from socialcode.engine.explanation import Explanation
from socialcode.engine.parameters import Values

from .income import INCOME, with_more
from .visit import Subject, Visit


@dataclass(frozen=True)
class Result:
    """One provision for the visitor or one child. `rivals` are possible ones of which only one can be had."""

    explanation: Explanation
    subject: Subject
    rivals: tuple[Provision, ...] = ()

    @property
    def provision(self) -> Provision:
        return self.explanation.provision

    @property
    def received(self) -> bool:
        return self.provision.name in self.subject.received

    @property
    def section(self) -> str:
        return "received" if self.received else self.explanation.outcome

    @property
    def in_hand(self) -> int | None:
        return self.explanation.in_hand

    @property
    def anchor(self) -> str:
        """Its place on the result page."""
        return f"{self.provision.name}-{self.subject.number}"

    @property
    def days_left(self) -> int | None:
        """Days left to apply, counted from the day asked about."""
        return (self.explanation.apply_by - self.explanation.on).days if self.explanation.apply_by else None


def assess(visit: Visit, values: Values, leaving_out: Collection[str] = ()) -> list[Result]:
    """Every provision that can be computed for the day, each evaluated once a subject."""
    return assess_each([(visit, values)], leaving_out)[0]


def assess_each(
    days: Iterable[tuple[Visit, Values]], leaving_out: Collection[str] = (), earned: int = 0
) -> list[list[Result]]:
    """The same for a visit on many days, each with its law: whatever one law governs is computed in one go. `earned` is
    what the family had in a quarter above the income that was given."""
    days = list(days)
    asked = [[*_asked(visit, leaving_out)] for visit, _values in days]
    cases = [
        Case(provisions, with_more(visit.known_of(subject), earned), visit.on, values)
        for (visit, values), subjects in zip(days, asked, strict=True)
        for subject, provisions in subjects
    ]
    found = iter(explain_cases(cases))
    return [
        _results(visit, [(explanation, subject) for subject, _provisions in subjects for explanation in next(found)])
        for (visit, _values), subjects in zip(days, asked, strict=True)
    ]


def with_earned(assessed: list[list[Result]], days: list[tuple[Visit, Values]], earned: int) -> list[list[Result]]:
    """What was assessed for some days, once the family had so much more in a quarter: only what looks at income is
    computed again."""
    looking = {result.provision.name for results in assessed for result in results if INCOME in result.provision.facts}
    if not earned or not looking:
        return assessed
    others = {provision.name for visit, _values in days for provision in visit.provisions} - looking
    found = [{result.anchor: result.explanation for result in results} for results in assess_each(days, others, earned)]
    return [
        [replace(result, explanation=again.get(result.anchor, result.explanation)) for result in results]
        for results, again in zip(assessed, found, strict=True)
    ]


def _asked(visit: Visit, leaving_out: Collection[str]) -> Iterator[tuple[Subject, list[Provision]]]:
    """The visitor and every child with what is asked of them."""
    assessed = [provision for provision in visit.provisions if provision.name not in leaving_out]
    per_child = [provision for provision in assessed if provision.unit == "child"]
    yield visit.person, [provision for provision in assessed if provision.unit != "child"]
    for child in visit.children:
        yield child, per_child


def _results(visit: Visit, explained: list[tuple[Explanation, Subject]]) -> list[Result]:
    order = {provision.name: place for place, provision in enumerate(visit.provisions)}
    explained.sort(key=lambda found: order[found[0].provision.name])
    return [Result(e, subject, _rivals(e, subject, explained)) for e, subject in explained]


def _rivals(explanation: Explanation, subject: Subject, explained) -> tuple[Provision, ...]:
    """None of a payment that the family shares: it goes on for the others. Only a member's own names it."""
    if explanation.outcome == "refused" or explanation.provision.members_out:
        return ()
    return tuple(
        other.provision
        for other, whose in explained
        if whose is subject
        and other.provision.name in explanation.provision.excludes
        and other.outcome != "refused"
        and other.applicant_counts is not False
    )


def without_child(visit: Visit) -> list[Provision]:
    """Provisions for a child while no child was named."""
    return [] if visit.children else [p for p in visit.provisions if p.unit == "child"]


@dataclass(frozen=True)
class Total:
    """What one is entitled to and does not yet receive. `pays` is monthly or once; `at_least` if a sum is unknown."""

    pays: str
    amount: int
    at_least: bool


def newest_figures_are_older(values: Values, on: datetime.date) -> int | None:
    """The year of the newest published MCI if the day asked about lies in a later one."""
    history = values.history("mci")
    return history[-1].since.year if history and history[-1].since.year < on.year else None
