"""Computing provisions: a table of any length, or one citizen as a table of one row."""

import datetime
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from typing import Any

import polars as pl

from .facts import Fact, FactError
from .parameters import Values
from .plan import columns_of, law_of, plan_for
from .provision import Provision
from .text import _


@dataclass(frozen=True)
class Case:
    """What is asked: some provisions, the facts known of a person or child, the day, and the law of that day."""

    provisions: Sequence[Provision]
    known: Mapping[str, Any]
    on: datetime.date
    values: Values

    @property
    def law(self) -> tuple:
        """Equal for cases that may be rows of one table."""
        same = id(self.values.parameters), self.values.region
        return same, tuple(law_of(provision, self.on, self.values) for provision in self.provisions)


AS_WRITTEN = pl.QueryOptFlags.none()  # where every column is wanted there is nothing to save, only time to lose


def frame_of(facts: Mapping[str, Fact], rows: Iterable[Mapping[str, Any]], on: datetime.date) -> pl.DataFrame:
    """Rows of answers as a table, each read by its fact. Raises FactError for an unknown name or a wrong value."""
    return _table(facts, [(row, on) for row in rows]).drop("on")


def _table(facts: Mapping[str, Fact], rows: Iterable[tuple[Mapping[str, Any], datetime.date]]) -> pl.DataFrame:
    """Rows of answers, each read on its own day, which is the column `on`."""
    read = []
    for row, on in rows:
        for name in row:
            if name not in facts:
                raise FactError(_("This entitlement does not know a fact called '%(name)s'."), name=name)
        read.append({"on": on, **{name: fact.read(row.get(name), on) for name, fact in facts.items()}})
    return pl.DataFrame(read, schema={"on": pl.Date, **{name: fact.column for name, fact in facts.items()}})


def trace(provision: Provision, frame: pl.DataFrame, on: datetime.date, values: Values) -> pl.DataFrame:
    """Every rule of the provision as a column, one row per row of `frame`, in the same order."""
    own = [pl.col(column).alias(name) for name, column in columns_of(provision, on, values).names.items()]
    return _computed([provision], frame, on, values).select(own).collect(optimizations=AS_WRITTEN)


def evaluate(provision: Provision, frame: pl.DataFrame, on: datetime.date, values: Values) -> pl.DataFrame:
    """The outcomes (`eligible`, `amount` in whole tenge, dates) of every row. Facts missing from the frame are unknown.

    Raises NotEncodedError for a day before the provision's law.
    """
    columns = columns_of(provision, on, values).names
    outcomes = [pl.col(columns[name]).alias(name) for name in plan_for(provision, on).outcomes]
    return _computed([provision], frame, on, values).select(outcomes).collect()


def _computed(provisions: Sequence[Provision], frame: pl.DataFrame, on: datetime.date, values: Values) -> pl.LazyFrame:
    """All provisions in one table: levels run side by side, so a page asks the column engine once, not once each.

    A row may have a day of its own (`on`), on which the law has to be that of the day given.
    """
    facts = {name: fact for provision in provisions for name, fact in plan_for(provision, on).facts.items()}
    given = set(frame.columns)
    lazy = frame.lazy().with_columns(
        (pl.col("on") if "on" in given else pl.lit(on)).alias("on"),
        *(
            (pl.col(name) if name in given else pl.lit(None)).cast(fact.column).alias(name)
            for name, fact in facts.items()
        ),
    )
    if "family" not in given:
        lazy = lazy.with_columns(pl.int_range(pl.len()).alias("family"))
    found = [columns_of(provision, on, values).levels for provision in provisions]
    for levels in zip_longest(*found, fillvalue={}):
        lazy = lazy.with_columns({name: column for level in levels for name, column in level.items()}.values())
    return lazy


def rows_of(cases: Sequence[Case]) -> list[list[dict]]:
    """For every case: for each of its provisions the facts and rules by name.

    The cases ask for the same provisions, and the law of their days is the same: they are rows of one table.
    """
    provisions, on, values = cases[0].provisions, cases[0].on, cases[0].values
    facts = {name: fact for provision in provisions for name, fact in provision.facts.items()}
    known = [({name: value for name, value in case.known.items() if name in facts}, case.on) for case in cases]
    table = _computed(provisions, _table(facts, known), on, values).collect(optimizations=AS_WRITTEN)
    wanted = [
        {
            **{name: name for name in ("on", *plan_for(provision, on).facts)},
            **columns_of(provision, on, values).names,
        }
        for provision in provisions
    ]
    return [
        [{name: row[column] for name, column in columns.items()} for columns in wanted]
        for row in table.iter_rows(named=True)
    ]
