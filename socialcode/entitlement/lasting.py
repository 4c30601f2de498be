"""Rights that no time can bring: what stands in the way is an answer, not a day and not a figure of the law."""

from collections.abc import Collection, Iterable, Sequence

from socialcode.engine.plan import Plan, plan_for

from .household import Household, Subject
from .results import Result


def out_for_good(results: Iterable[Result], days: Sequence[Household]) -> set[str]:
    """Names of the provisions that nobody gets on any of the days, if the first day came to these results.

    A condition that rests on facts alone stays unmet, or unknown, as long as the facts stay what they are. What is
    received is never among them: it is kept, whatever the law says of it. A fact that another payment changes once it
    is granted does not stay.
    """
    is_out: dict[str, bool] = {}
    stays: dict[int, bool] = {}
    for result in results:
        name, number = result.provision.name, result.subject.number
        if number not in stays:
            stays[number] = _stays_known(result.subject, days)
        is_out[name] = is_out.get(name, True) and stays[number] and _is_out_for_good(result, days[-1])
    return {name for name, for_good in is_out.items() if for_good}


def _stays_known(subject: Subject, days: Sequence[Household]) -> bool:
    first, *later = days
    return all(day.known_of(subject) == first.known_of(subject) for day in later)


def _is_out_for_good(result: Result, last: Household) -> bool:
    plan = plan_for(result.provision, result.explanation.on)
    if result.received or result.provision.rules_on(last.on) != plan.rules:
        return False
    lacking = [name for name in plan.conditions if result.explanation.result(name) is not True]
    staying = plan.facts.keys() - {follow.fact for follow in result.provision.follows}
    return any(_rests_on(staying, name, plan) for name in lacking)


def _rests_on(answers: Collection[str], name: str, plan: Plan) -> bool:
    return all(
        argument in answers or (argument in plan.rules and _rests_on(answers, argument, plan))
        for argument in plan.rules[name].arguments
    )
