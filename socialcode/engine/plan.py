"""In which order a provision's rules are computed on a day, and from what."""

import datetime
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


def column_name(provision: Provision, name: str) -> str:
    """A rule's column where several provisions are computed in one table."""
    return f"{provision.name}/{name}"


@lru_cache(maxsize=4096)
def columns_of(provision: Provision, on: datetime.date, values: Values) -> list[list[pl.Expr]]:
    """The formulas in force as named columns, level by level: each level needs only the levels before it."""
    plan = plan_for(provision, on)

    def made(r: Rule) -> pl.Expr:
        operands = (_operand(argument, provision, plan, values) for argument in r.arguments)
        return r.formula(*operands).alias(column_name(provision, r.name))

    return [[made(r) for r in level] for level in plan.levels]


def _operand(argument: str, provision: Provision, plan: Plan, values: Values):
    """What a formula is handed for an argument: a column, a constant, a table or a value's history by start date."""
    if argument in plan.rules:
        return pl.col(column_name(provision, argument))
    if argument in plan.facts or argument == "on":
        return pl.col(argument)
    name = provision.value_name(argument, values.parameters)
    if argument.endswith(HISTORY):
        return {version.since: version.value for version in values.history(name)}
    value = values.value(name)
    if value is None:
        return pl.lit(None, dtype=pl.Date if values.parameters[name].kind == "date" else EXACT)
    return value if isinstance(value, dict) else column(value)
