"""The formulas of a provision as columns of a table: the nation's carrier."""

import datetime
from collections.abc import Iterable
from functools import lru_cache

import polars as pl

from ..carriers import column
from ..exact import EXACT
from ..parameters import Values
from ..plan import of_the_law, plan_for
from ..provision import Provision

FAMILY = "family"  # the column that says which rows belong together


class Columns:
    """Each rule's formula as a column that stands under the rule's name; `levels` need only those before them."""

    def __init__(self, provision: Provision, on: datetime.date, values: Values):
        plan = plan_for(provision, on)
        law = {a for r in plan.order for a in r.arguments} - plan.rules.keys() - plan.facts.keys()
        operands = {name: pl.col(name) for name in (*plan.rules, *plan.facts)}
        operands |= {name: pl.lit(on) if name == "on" else constant(name, provision, values) for name in law}
        self.facts = plan.facts
        self.levels = [
            {r.name: r.formula(*(operands[argument] for argument in r.arguments)) for r in level}
            for level in plan.levels
        ]

    @property
    def ask_the_family(self) -> bool:
        """Whether a row's results depend on other rows."""
        return any(FAMILY in formula.meta.root_names() for level in self.levels for formula in level.values())

    def given(self, frame: pl.DataFrame) -> pl.LazyFrame:
        """The facts of every row, unknown where the frame lacks them. A row without a family is one of its own."""
        known = set(frame.columns)
        facts = [
            (pl.col(name) if name in known else pl.lit(None)).cast(fact.column).alias(name)
            for name, fact in self.facts.items()
        ]
        family = [] if FAMILY in known else [pl.int_range(pl.len()).alias(FAMILY)]
        return frame.lazy().with_columns(*facts, *family)

    def computed(self, table: pl.LazyFrame, names: Iterable[str] | None = None) -> pl.LazyFrame:
        """The table with a column for every rule, or for those named."""
        wanted = None if names is None else set(names)
        for level in self.levels:
            formulas = {name: formula for name, formula in level.items() if wanted is None or name in wanted}
            table = table.with_columns(**formulas) if formulas else table
        return table


@lru_cache(maxsize=4096)
def columns_of(provision: Provision, on: datetime.date, values: Values) -> Columns:
    return Columns(provision, on, values)


def constant(argument: str, provision: Provision, values: Values):
    """What the law says as a column that is the same for all rows; a table or a history as it is."""
    value = of_the_law(argument, provision, values)
    if value is None:
        kind = values.parameters[provision.value_name(argument, values.parameters)].kind
        return pl.lit(None, dtype=pl.Date if kind == "date" else EXACT)
    return value if isinstance(value, dict) else column(value)
