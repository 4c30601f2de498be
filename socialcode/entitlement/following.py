"""What becomes of a right once another payment is granted to the same person: it is topped up, or it ends, or begins.

What people told of such a payment stays: who says that they receive a pension said its amount, too.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from socialcode.engine import Case, Follows, Granted, explain_cases
from socialcode.engine.explanation import Explanation

from .choosing import Option, best_selection


class Beside(NamedTuple):
    """One right, the payments granted to the same person that change it by provision, and the right as it were without
    them."""

    explanation: Explanation
    granted: Mapping[str, Granted]
    alone: Explanation


def beside_granted(cases: Sequence[Case], found: Sequence[Sequence[Explanation]]) -> list[list[Beside]]:
    """The same rights by case, each as it is once what it follows is granted to that person."""
    beside = [
        [Beside(alone, _followed(alone, case, others), alone) for alone in others]
        for case, others in _pairs(cases, found)
    ]
    changed = [(case, each) for case, rights in _pairs(cases, beside) for each in rights if each.granted]
    again = iter(explain_cases([_with(case, each) for case, each in changed]))
    return [
        [each._replace(explanation=next(again)[0]) if each.granted else each for each in rights] for rights in beside
    ]


def _pairs(cases, found):
    return zip(cases, found, strict=True)


def _with(case: Case, right: Beside) -> Case:
    provision = right.explanation.provision
    return replace(case, provisions=[provision], known=provision.known_beside(case.known, right.granted))


def _followed(right: Explanation, case: Case, others: Sequence[Explanation]) -> dict[str, Granted]:
    follows = [follow for follow in right.provision.follows if follow.holds(case.known)]
    if any(_is_told(follow, case.known) for follow in follows):
        return {}
    names = {name for follow in follows for name in follow.provisions}
    had = _had(names, others) if names else ()
    return {other.provision.name: Granted(other.amount, other.starts_on or other.on) for other in had}


def _is_told(follow: Follows, known: Mapping) -> bool:
    told = known.get(follow.fact)
    return bool(told) if follow.value is None else told == follow.value


def is_due(right: Explanation) -> bool:
    """Whether the law gives it on the day: it has begun and is not over."""
    has_begun = right.starts_on is None or right.starts_on <= right.on
    return right.outcome == "entitled" and has_begun and not is_over(right)


def is_over(right: Explanation) -> bool:
    """Whether its last day has passed: what is left of it is money of the past."""
    return right.ends_on is not None and right.ends_on < right.on


def _had(names: Collection[str], others: Iterable[Explanation]) -> list[Explanation]:
    """Those of the names that are due and not left for others: of what cannot be had together, the best is taken."""
    due = [other for other in others if is_due(other)]
    named = [other for other in due if other.provision.name in names]
    rivals = [other for other in due if other.provision.name not in names and any(other.excludes(one) for one in named)]
    options = [_option(right, [*named, *rivals]) for right in (*named, *rivals)]
    taken = best_selection(options, lambda _place, _measures: {}).taken
    return [right for place, right in enumerate(named) if place in taken]


def _option(right: Explanation, others: Sequence[Explanation]) -> Option:
    rivals = frozenset(place for place, other in enumerate(others) if right.excludes(other))
    return Option(monthly=right.amount or 0, rivals=rivals)
