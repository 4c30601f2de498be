"""Rights that are near: a day of the months to come brings them, or one act of the person would."""

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from socialcode.engine import Fact
from socialcode.engine.citizen import Kept, formulas_of
from socialcode.engine.days import days_after
from socialcode.engine.explanation import Step

from .household import Household
from .lasting import out_for_good
from .months import first_days, is_given
from .results import Result, assess_each


@dataclass(frozen=True)
class Coming:
    """A right that is refused now: `result` is that of the first day with it, in the household of that day."""

    result: Result
    household: Household


@dataclass(frozen=True)
class WithinReach:
    """A right that is refused for one condition alone, `step`: `result` is what it were once the person has acted,
    `fact` is what they would then say otherwise."""

    result: Result
    step: Step
    fact: Fact


def coming(household: Household, results: Sequence[Result]) -> list[Coming]:
    """What begins in the months to come though nothing but time passes, the first first."""
    days = [household.as_of(on) for on in first_days(household.on)]
    waiting = _waiting(results, out_for_good(results, days))
    if not waiting:
        return []
    others = {provision.name for provision in household.provisions} - {result.provision.name for result in waiting}
    kept = Kept()
    places = [place for place in range(1, len(days)) if _may_begin(waiting, days[place], kept)]
    assessed = assess_each([days[place] for place in places], others)
    months = {place: {r.anchor: r for r in found} for place, found in zip(places, assessed, strict=True)}
    found = [_first(result, days, months) for result in waiting]
    return sorted((one for one in found if one), key=lambda one: one.household.on)


def _waiting(results: Iterable[Result], never: set[str]) -> list[Result]:
    refused = (result for result in results if result.section == "refused" and result.provision.is_for_persons)
    return [result for result in refused if result.provision.name not in never]


def _may_begin(waiting: Sequence[Result], day: Household, kept: Kept) -> bool:
    """Whether nothing that was in the way of one of the rights is in its way on a day. Nothing else is computed."""
    return any(_is_out_of_the_way(result, day, kept) for result in waiting)


def _is_out_of_the_way(result: Result, day: Household, kept: Kept) -> bool:
    """Also where it cannot be said without the rest, since another payment of the day may change what is known."""
    if result.provision.follows:
        return True
    unmet, known = frozenset(result.explanation.lacking), day.known_of(result.subject)
    conditions = formulas_of(result.provision, day.on, day.values).some(unmet, known, kept)
    return conditions is None or False not in conditions.values()


def _first(result: Result, days: Sequence[Household], months: Mapping[int, dict[str, Result]]) -> Coming | None:
    for place, assessed in months.items():
        then = assessed.get(result.anchor)
        if then and then.section == "entitled":
            return _on_its_day(then, days[place - 1], days[place])
    return None


def _on_its_day(then: Result, before: Household, after: Household) -> Coming:
    """The day inside the month on which the law begins to give it."""
    between = [days_after(before.on, step) for step in range(1, (after.on - before.on).days)]
    place = bisect_left(between, True, key=lambda day: is_given(then, before.as_of(day)))
    return Coming(then, before.as_of(between[place]) if place < len(between) else after)


def within_reach(results: Iterable[Result]) -> list[WithinReach]:
    """What one act would bring, by the engine's own sum with the answers changed; the largest first."""
    found = [_if_done(result) for result in results if result.section == "refused" and result.provision.is_for_persons]
    return sorted((one for one in found if one), key=lambda one: -(one.result.in_hand or 0))


def _if_done(result: Result) -> WithinReach | None:
    act = result.explanation.one_act_away
    if not act:
        return None
    done = replace(result, explanation=result.explanation.if_done(act))
    return WithinReach(done, result.explanation.unmet[0], act[0]) if done.section == "entitled" else None
