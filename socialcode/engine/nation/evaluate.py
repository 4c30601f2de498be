"""Computing a provision for a table of any length, one row per person, family, child or claim."""

import datetime
from collections.abc import Iterable, Mapping
from typing import Any

import polars as pl

from ..facts import Fact, FactError
from ..parameters import Values
from ..plan import plan_for
from ..provision import Provision
from ..text import _
from .columns import columns_of
from .stages import stages_of

MANY = 10_000  # fewer rows are computed faster at once
AS_WRITTEN = pl.QueryOptFlags.none()  # where every column is wanted there is nothing to save, only time to lose


def frame_of(facts: Mapping[str, Fact], rows: Iterable[Mapping[str, Any]], on: datetime.date) -> pl.DataFrame:
    """Rows of answers as a table, each read by its fact. Raises FactError for an unknown name or a wrong value."""
    rows = list(rows)
    for name in next((row.keys() - facts.keys() for row in rows if row.keys() - facts.keys()), ()):
        raise FactError(_("This entitlement does not know a fact called '%(name)s'."), name=name)
    read = {name: _column(fact, (row.get(name) for row in rows), on) for name, fact in facts.items()}
    return pl.DataFrame(read, schema={name: fact.column for name, fact in facts.items()})


def _column(fact: Fact, raws: Iterable[Any], on: datetime.date) -> list:
    """Many answers to one fact. What was read once is not read again: thousands of rows have few answers among them."""
    found, read = [], {}
    for raw in raws:
        if raw.__class__ is list:
            found.append(fact.read(raw, on))
            continue
        key = raw.__class__, raw  # True is no 1
        if key not in read:
            read[key] = fact.read(raw, on)
        found.append(read[key])
    return found


def trace(provision: Provision, frame: pl.DataFrame, on: datetime.date, values: Values) -> pl.DataFrame:
    """Every rule of the provision as a column, one row per row of `frame`, in the same order."""
    columns = columns_of(provision, on, values)
    rules = [r.name for r in plan_for(provision, on).order]
    return columns.computed(columns.given(frame)).select(rules).collect(optimizations=AS_WRITTEN)


def evaluate(provision: Provision, frame: pl.DataFrame, on: datetime.date, values: Values) -> pl.DataFrame:
    """The outcomes (`eligible`, `amount` in whole tenge, dates) of every row. Facts missing from the frame are unknown.

    Many rows are computed in stages, with the same results. Raises NotEncodedError for a day before the law.
    """
    stages = stages_of(provision, on, values) if frame.height >= MANY else None
    if stages and stages.save_work:
        return stages.outcomes(frame)
    columns = columns_of(provision, on, values)
    return columns.computed(columns.given(frame)).select(plan_for(provision, on).outcomes).collect()


def results(
    provision: Provision, frame: pl.DataFrame, on: datetime.date, values: Values, names: Iterable[str]
) -> pl.DataFrame:
    """The named rules of the provision as columns, one row per row of `frame`, in the same order; nothing else."""
    columns = columns_of(provision, on, values)
    return columns.computed(columns.given(frame)).select(*names).collect()
