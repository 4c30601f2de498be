"""Computing provisions: a table of any length, or one citizen as a table of one row."""

import datetime
from collections.abc import Iterable, Mapping, Sequence
from itertools import zip_longest
from typing import Any

import polars as pl

from .facts import Fact, FactError
from .parameters import Values
from .plan import column_name, columns_of, plan_for
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
    rules = [r.name for r in plan_for(provision, on).order]
    return _computed([provision], frame, on, values).select(_own(provision, rules)).collect(optimizations=AS_WRITTEN)


def evaluate(provision: Provision, frame: pl.DataFrame, on: datetime.date, values: Values) -> pl.DataFrame:
    """The outcomes (`eligible`, `amount` in whole tenge, dates) of every row. Facts missing from the frame are unknown.

    Raises NotEncodedError for a day before the provision's law.
    """
    outcomes = plan_for(provision, on).outcomes
    return _computed([provision], frame, on, values).select(_own(provision, outcomes)).collect()


def _own(provision: Provision, names: Iterable[str]) -> list[pl.Expr]:
    return [pl.col(column_name(provision, name)).alias(name) for name in names]


def _computed(provisions: Sequence[Provision], frame: pl.DataFrame, on: datetime.date, values: Values) -> pl.LazyFrame:
    """All provisions in one table: levels run side by side, so a page asks the column engine once, not once each."""
    facts = {name: fact for provision in provisions for name, fact in plan_for(provision, on).facts.items()}
    given = set(frame.columns)
    lazy = frame.lazy().with_columns(
        pl.lit(on).alias("on"),
        *(
            (pl.col(name) if name in given else pl.lit(None)).cast(fact.column).alias(name)
            for name, fact in facts.items()
        ),
    )
    if "family" not in given:
        lazy = lazy.with_columns(pl.int_range(pl.len()).alias("family"))
    for levels in zip_longest(*(columns_of(provision, on, values) for provision in provisions), fillvalue=()):
        lazy = lazy.with_columns(column for level in levels for column in level)
    return lazy


def rows_of(provisions: Sequence[Provision], known: Mapping[str, Any], on: datetime.date, values: Values) -> list[dict]:
    """One citizen: for each provision its facts and rules by name."""
    facts = {name: fact for provision in provisions for name, fact in provision.facts.items()}
    frame = frame_of(facts, [{name: value for name, value in known.items() if name in facts}], on)
    row = _computed(provisions, frame, on, values).collect(optimizations=AS_WRITTEN).row(0, named=True)
    return [
        {
            **{name: row[name] for name in ("on", *plan_for(provision, on).facts)},
            **{r.name: row[column_name(provision, r.name)] for r in plan_for(provision, on).order},
        }
        for provision in provisions
    ]
