"""Refusals that no passing of time can change: their reason is an answer, not a day and not a figure of the law."""

import datetime
from collections.abc import Iterable

from socialcode.engine.plan import Plan, plan_for

from .results import Result


def refused_for_good(results: Iterable[Result], until: datetime.date) -> set[str]:
    """Names of the provisions that stay refused up to a day, for every subject, if no answer changes.

    What is received is never among them: it is kept, whatever the law says of it.
    """
    refused: dict[str, bool] = {}
    for result in results:
        name = result.provision.name
        refused[name] = refused.get(name, True) and _is_for_good(result, until)
    return {name for name, for_good in refused.items() if for_good}


def _is_for_good(result: Result, until: datetime.date) -> bool:
    plan = plan_for(result.provision, result.explanation.on)
    if result.received or result.provision.rules_on(until) != plan.rules:
        return False
    return any(_rests_on_answers(step.name, plan) for step in result.explanation.unmet)


def _rests_on_answers(name: str, plan: Plan) -> bool:
    return all(
        argument in plan.facts or (argument in plan.rules and _rests_on_answers(argument, plan))
        for argument in plan.rules[name].arguments
    )
