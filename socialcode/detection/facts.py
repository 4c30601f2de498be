"""Which facts registers may know for all claimable provisions, and whose each is."""

import datetime
from functools import lru_cache

from socialcode.engine import Fact, Provision
from socialcode.engine.derived import derivations
from socialcode.engine.plan import plan_for
from socialcode.engine.registry import registry


def claimable(on: datetime.date) -> list[Provision]:
    """What a person can apply for here by the law of a day."""
    return [one for one in registry.provisions.values() if one.is_claimed and one.is_law_on(on)]


@lru_cache(maxsize=4)
def _asked(on: datetime.date) -> dict[str, Fact]:
    found = {name: fact for one in claimable(on) for name, fact in plan_for(one, on).facts.items()}
    return {name: fact for name, fact in found.items() if name in derivations.facts}


def _is_of_child(fact: Fact) -> bool:
    return (fact.in_registers_of or fact.of) == "child"


def of_persons(on: datetime.date) -> dict[str, Fact]:
    """What is read of each person once."""
    return {name: fact for name, fact in _asked(on).items() if not _is_of_child(fact)}


def of_children(on: datetime.date) -> dict[str, Fact]:
    """What is read of each child, for each who acts for it."""
    return {name: fact for name, fact in _asked(on).items() if _is_of_child(fact)}


def of_askers(on: datetime.date) -> dict[str, Fact]:
    """What is read of who acts for a child, and rests on what is known of the child."""
    own = of_children(on).keys()
    return {name: fact for name, fact in of_persons(on).items() if own & set(derivations.facts[name].arguments)}
