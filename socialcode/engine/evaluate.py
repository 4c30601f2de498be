"""Computing a provision for a table of any length, one row per person, family, child or claim."""

import datetime
from collections.abc import Iterable, Mapping
from typing import Any

import polars as pl

from .columns import columns_of
from .facts import Fact, FactError
from .parameters import Values
from .plan import plan_for
from .provision import Provision
from .text import _

AS_WRITTEN = pl.QueryOptFlags.none()  # where every column is wanted there is nothing to save, only time to lose


def frame_of(facts: Mapping[str, Fact], rows: Iterable[Mapping[str, Any]], on: datetime.date) -> pl.DataFrame:
    """Rows of answers as a table, each read by its fact. Raises FactError for an unknown name or a wrong value."""
    read = []
    for row in rows:
        for name in row:
            if name not in facts:
                raise FactError(_("This entitlement does not know a fact called '%(name)s'."), name=name)
        read.append({name: fact.read(row.get(name), on) for name, fact in facts.items()})
    return pl.DataFrame(read, schema={name: fact.column for name, fact in facts.items()})


def trace(provision: Provision, frame: pl.DataFrame, on: datetime.date, values: Values) -> pl.DataFrame:
    """Every rule of the provision as a column, one row per row of `frame`, in the same order."""
    own = [pl.col(column).alias(name) for name, column in columns_of(provision, on, values).names.items()]
    return _computed(provision, frame, on, values).select(own).collect(optimizations=AS_WRITTEN)


def evaluate(provision: Provision, frame: pl.DataFrame, on: datetime.date, values: Values) -> pl.DataFrame:
    """The outcomes (`eligible`, `amount` in whole tenge, dates) of every row. Facts missing from the frame are unknown.

    Raises NotEncodedError for a day before the provision's law.
    """
    columns = columns_of(provision, on, values).names
    outcomes = [pl.col(columns[name]).alias(name) for name in plan_for(provision, on).outcomes]
    return _computed(provision, frame, on, values).select(outcomes).collect()


def _computed(provision: Provision, frame: pl.DataFrame, on: datetime.date, values: Values) -> pl.LazyFrame:
    """The table with a column for each fact and rule. Rows without a `family` are each a family of their own."""
    given = set(frame.columns)
    lazy = frame.lazy().with_columns(
        *(
            (pl.col(name) if name in given else pl.lit(None)).cast(fact.column).alias(name)
            for name, fact in plan_for(provision, on).facts.items()
        ),
    )
    if "family" not in given:
        lazy = lazy.with_columns(pl.int_range(pl.len()).alias("family"))
    for level in columns_of(provision, on, values).levels:
        lazy = lazy.with_columns(level.values())
    return lazy
