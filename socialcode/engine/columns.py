"""The formulas of provisions as columns of one table: the nation's carrier."""

import datetime
import hashlib
from functools import lru_cache

import polars as pl

from .carriers import column
from .exact import EXACT
from .parameters import Values
from .plan import of_the_law, plan_for
from .provision import Provision


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
                formula = r.formula(*(self._operand(a, provision, on, values) for a in r.arguments))
                name = f"{r.name} {hashlib.sha256(formula.meta.serialize()).hexdigest()}"
                made[name] = formula.alias(name)
                self.names[r.name] = name
            self.levels.append(made)

    def _operand(self, argument: str, provision: Provision, on: datetime.date, values: Values):
        """What a formula is handed for an argument: a column, a constant, a table or a value's history by start."""
        plan = plan_for(provision, on)
        if argument in plan.rules:
            return pl.col(self.names[argument])
        if argument in plan.facts:
            return pl.col(argument)
        if argument == "on":
            return pl.lit(on)
        value = of_the_law(argument, provision, values)
        if value is None:
            kind = values.parameters[provision.value_name(argument, values.parameters)].kind
            return pl.lit(None, dtype=pl.Date if kind == "date" else EXACT)
        return value if isinstance(value, dict) else column(value)


@lru_cache(maxsize=4096)
def columns_of(provision: Provision, on: datetime.date, values: Values) -> Columns:
    return Columns(provision, on, values)
