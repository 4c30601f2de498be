"""In which order a provision's rules are computed on a day, and from what."""

import datetime
import hashlib
from functools import lru_cache
from graphlib import TopologicalSorter

import polars as pl

from .facts import Fact
from .parameters import HISTORY, Values
from .provision import OUTCOMES, Provision, Rule
from .text import _
from .words import EXACT, column


class NotEncodedError(ValueError):
    """The day asked about is before the law this provision knows."""

    message = _("The law before %(since)s is not encoded here for this entitlement, so nothing is computed.")

    def __init__(self, provision: Provision):
        self.values = {"since": provision.since}
        super().__init__(self.message % self.values)


class Plan:
    """The rules in force on a day, in an order in which each finds its arguments ready."""

    def __init__(self, provision: Provision, on: datetime.date):
        if on < provision.since:
            raise NotEncodedError(provision)
        self.rules: dict[str, Rule] = provision.rules_on(on)
        sorter = TopologicalSorter({name: self.inner(name) for name in self.rules})
        sorter.prepare()
        self.levels: list[list[Rule]] = []
        while sorter.is_active():
            ready = sorter.get_ready()
            self.levels.append([self.rules[name] for name in self.rules if name in ready])
            sorter.done(*ready)
        asked = {argument for r in self.rules.values() for argument in r.arguments}
        self.facts: dict[str, Fact] = {name: fact for name, fact in provision.facts.items() if name in asked}
        self.outcomes = [name for name in OUTCOMES if name in self.rules]
        self.conditions = self.inner("eligible")
        self.order = [r for level in self.levels for r in level]

    def inner(self, name: str) -> list[str]:
        """Those arguments of a rule that are rules themselves."""
        return [argument for argument in self.rules[name].arguments if argument in self.rules]


@lru_cache(maxsize=4096)
def plan_for(provision: Provision, on: datetime.date) -> Plan:
    return Plan(provision, on)


@lru_cache(maxsize=4096)
def law_of(provision: Provision, on: datetime.date, values: Values) -> tuple:
    """Which rules and values are in force on a day: days of which these are the same are computed alike."""
    rules = plan_for(provision, on).order
    asked = {argument for r in rules for argument in r.arguments if not argument.endswith(HISTORY)}
    names = sorted(filter(None, (provision.value_name(argument, values.parameters) for argument in asked)))
    begun = ((name, version and version.since) for name in names for version in [values.version(name)])
    return provision.name, tuple((r.name, r.since) for r in rules), tuple(begun)


class Columns:
    """The formulas of a provision as columns of a table that several provisions share.

    `names` has each rule's column, `levels` the columns by name, each level needing only those before it. A column is
    named by what it computes, so that what several provisions ask alike is computed once for all.
    """

    def __init__(self, provision: Provision, on: datetime.date, values: Values):
        plan = plan_for(provision, on)
        self.names: dict[str, str] = {}
        self.levels: list[dict[str, pl.Expr]] = []
        for level in plan.levels:
            made = {}
            for r in level:
                formula = r.formula(*(_operand(a, provision, plan, values, self.names) for a in r.arguments))
                name = f"{r.name} {hashlib.sha256(formula.meta.serialize()).hexdigest()}"
                made[name] = formula.alias(name)
                self.names[r.name] = name
            self.levels.append(made)


@lru_cache(maxsize=4096)
def columns_of(provision: Provision, on: datetime.date, values: Values) -> Columns:
    return Columns(provision, on, values)


def _operand(argument: str, provision: Provision, plan: Plan, values: Values, names: dict[str, str]):
    """What a formula is handed for an argument: a column, a constant, a table or a value's history by start date."""
    if argument in plan.rules:
        return pl.col(names[argument])
    if argument in plan.facts or argument == "on":
        return pl.col(argument)
    name = provision.value_name(argument, values.parameters)
    if argument.endswith(HISTORY):
        return {version.since: version.value for version in values.history(name)}
    value = values.value(name)
    if value is None:
        return pl.lit(None, dtype=pl.Date if values.parameters[name].kind == "date" else EXACT)
    return value if isinstance(value, dict) else column(value)
