"""In which order a provision's rules are computed on a day, and from what."""

import datetime
from functools import lru_cache
from graphlib import TopologicalSorter

from .facts import Fact
from .parameters import HISTORY, Values
from .provision import Provision, Rule
from .text import _


class NotEncodedError(ValueError):
    """The day asked about is before the law this provision knows."""

    message = _("The law before %(since)s is not encoded here for this entitlement, so nothing is computed.")

    def __init__(self, provision: Provision):
        self.values = {"since": provision.since}
        super().__init__(self.message % self.values)


class Plan:
    """The rules in force on a day, in an order in which each finds its arguments ready."""

    def __init__(self, provision: Provision, on: datetime.date):
        self.rules: dict[str, Rule] = provision.rules_on(on)
        self._inner = {name: [a for a in r.arguments if a in self.rules] for name, r in self.rules.items()}
        sorter = TopologicalSorter({name: self.inner(name) for name in self.rules})
        sorter.prepare()
        self.levels: list[list[Rule]] = []
        while sorter.is_active():
            ready = sorter.get_ready()
            self.levels.append([self.rules[name] for name in self.rules if name in ready])
            sorter.done(*ready)
        asked = {argument for r in self.rules.values() for argument in r.arguments}
        self.facts: dict[str, Fact] = {name: fact for name, fact in provision.facts.items() if name in asked}
        self._asked = {name: [a for a in r.arguments if a in self.facts] for name, r in self.rules.items()}
        self.outcomes = [name for name in provision.gives if name in self.rules]
        self.conditions = self.inner("eligible") if "eligible" in self.rules else []
        self.order = [r for level in self.levels for r in level]

    def inner(self, name: str) -> list[str]:
        """Those arguments of a rule that are rules themselves."""
        return self._inner[name]

    def asked_by(self, name: str) -> list[str]:
        """Those arguments of a rule that are facts."""
        return self._asked[name]


def plan_for(provision: Provision, on: datetime.date) -> Plan:
    """The plan of a day. Raises NotEncodedError for a day before the provision's law."""
    if on < provision.since:
        raise NotEncodedError(provision)
    return _plan_from(provision, provision.newest_start(on))


@lru_cache(maxsize=4096)
def _plan_from(provision: Provision, since: datetime.date) -> Plan:
    return Plan(provision, since)


def of_the_law(argument: str, provision: Provision, values: Values):
    """What the law says for an argument that is no rule and no fact: a value, a table, a history by start; or None."""
    name = provision.value_name(argument, values.parameters)
    return values.by_start(name) if argument.endswith(HISTORY) else values.value(name)
