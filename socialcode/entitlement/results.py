"""What a household comes to: every provision for everybody whom it concerns, and the sums."""

import datetime
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from socialcode.engine import Case, Granted, Provision, explain_cases
from socialcode.engine.explanation import Explanation
from socialcode.engine.parameters import Values

from .following import Beside, beside_granted
from .household import Household, Subject
from .income import looks_at_income, with_more


@dataclass(frozen=True)
class Result:
    """One provision for one subject. `rivals` are possible ones of which only one can be had, `granted` the payments to
    the same person that were taken into account for it, `alone` what it were without them."""

    explanation: Explanation
    subject: Subject
    rivals: tuple[Provision, ...] = ()
    granted: Mapping[str, Granted] = field(default_factory=dict)
    alone: Explanation | None = None

    @property
    def provision(self) -> Provision:
        return self.explanation.provision

    @property
    def received(self) -> bool:
        return self.provision.name in self.subject.received

    @property
    def section(self) -> str:
        """Where it is read: `due` or `not_due` for what the person pays, `received`, `nothing` for a right that pays
        nothing, else as its outcome is called."""
        outcome = self.explanation.outcome
        if self.provision.pays == "due":
            return "not_due" if outcome == "refused" else "due"
        if self.received:
            return "received"
        is_empty = outcome == "entitled" and self.in_hand == 0 and self.provision.pays != "service"
        return "nothing" if is_empty else outcome

    @property
    def in_hand(self) -> int | None:
        return self.explanation.in_hand

    @property
    def new_beside(self) -> set[str]:
        """The payments taken into account for it that are not received yet."""
        return self.granted.keys() - set(self.subject.received)

    @property
    def falls_by(self) -> int | None:
        """By how much (tenge) it falls once those are granted; None if that cannot be said."""
        was, now = self.alone.in_hand, self.in_hand if self.explanation.outcome != "refused" else 0
        return None if None in (was, now) else was - now

    @property
    def anchor(self) -> str:
        """What tells it from the other results of the household."""
        return f"{self.provision.name}-{self.subject.number}"

    @property
    def days_left(self) -> int | None:
        """Days left to apply, counted from the day asked about."""
        return (self.explanation.apply_by - self.explanation.on).days if self.explanation.apply_by else None


def assess(household: Household, leaving_out: Collection[str] = ()) -> list[Result]:
    """Every provision that can be computed for the day, each evaluated once a subject."""
    return assess_each([household], leaving_out)[0]


def assess_each(days: Sequence[Household], leaving_out: Collection[str] = (), earned: int = 0) -> list[list[Result]]:
    """The same for a household on many days, each with its law: whatever one law governs is computed in one go.

    `earned` is what the family had in a quarter above the income that was given (tenge).
    """
    asked = [[*_asked(household, leaving_out)] for household in days]
    cases = [
        Case(provisions, with_more(household.known_of(subject), earned), household.on, household.values)
        for household, subjects in zip(days, asked, strict=True)
        for subject, provisions in subjects
    ]
    found = iter(beside_granted(cases, explain_cases(cases)))
    return [
        _results(household, [(beside, subject) for subject, _provisions in subjects for beside in next(found)])
        for household, subjects in zip(days, asked, strict=True)
    ]


def with_earned(assessed: list[list[Result]], days: Sequence[Household], earned: int) -> list[list[Result]]:
    """What was assessed for some days, once the family had so much more in a quarter: only what looks at income is
    computed again."""
    looking = {r.provision.name for results in assessed for r in results if looks_at_income(r.provision)}
    if not earned or not looking:
        return assessed
    others = {provision.name for household in days for provision in household.provisions} - looking
    found = [{result.anchor: result.explanation for result in results} for results in assess_each(days, others, earned)]
    return [
        [replace(result, explanation=again.get(result.anchor, result.explanation)) for result in results]
        for results, again in zip(assessed, found, strict=True)
    ]


def _asked(household: Household, leaving_out: Collection[str]) -> Iterator[tuple[Subject, list[Provision]]]:
    for subject in household.subjects:
        yield subject, [asked for asked in household.asked_of(subject) if asked.name not in leaving_out]


def _results(household: Household, found: list[tuple[Beside, Subject]]) -> list[Result]:
    order = {provision.name: place for place, provision in enumerate(household.provisions)}
    found.sort(key=lambda each: order[each[0].explanation.provision.name])
    possible = [(b.explanation, s) for b, s in found if _may_rival(b.explanation)]
    return [
        Result(b.explanation, subject, _rivals(b.explanation, subject, possible), b.granted, b.alone)
        for b, subject in found
    ]


def _may_rival(explanation: Explanation) -> bool:
    return explanation.outcome != "refused" and explanation.applicant_counts is not False


def _rivals(explanation: Explanation, subject: Subject, possible) -> tuple[Provision, ...]:
    """None of a payment that the family shares: it goes on for the others. Only a member's own names it."""
    if explanation.outcome == "refused" or explanation.provision.members_out:
        return ()
    return tuple(other.provision for other, whose in possible if whose is subject and explanation.excludes(other))


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
