"""From a table of facts to how each family stands, by both methods: the law's formulas on columns."""

import datetime
import hashlib
from collections.abc import Mapping
from functools import cache, partial

import polars as pl

from family_map.indicators import DIMENSIONS
from family_map.run.facts import METHODS
from socialcode.detection.facts import claimable
from socialcode.detection.same_law import by_law
from socialcode.engine import results
from socialcode.engine.fingerprint import fingerprint
from socialcode.engine.parameters import Values
from socialcode.engine.registry import registry
from socialcode.law.regions import regions
from socialcode.law.values import values_on

COUNTING, SUMMING = METHODS
BY_COUNTING = ("level", "level_at_best", "level_at_worst", "is_poor", "points_at_best", "points_at_worst")
STANDING: Mapping[str, type[pl.DataType]] = {
    "family_id": pl.Int64,
    "region": pl.String,
    "district": pl.String,
    "is_rural": pl.Boolean,
    "members": pl.Int32,
    "children": pl.Int32,
    "level": pl.String,
    "level_at_best": pl.String,
    "level_at_worst": pl.String,
    "is_poor": pl.Boolean,
    "points_at_best": pl.Int32,
    "points_at_worst": pl.Int32,
    "by_points": pl.String,
    "lacking": pl.Int64,
    "unknown": pl.Int64,
}


def indicators_on(on: datetime.date) -> list[str]:
    """The indicators in force on a day, in the order of their bits."""
    return [name for dimension in DIMENSIONS for name in dimension.in_force(on)]


def values_hash(on: datetime.date) -> str:
    """What the methods take from the law on a day, in the country and in each region, and the files of their rules; of
    rights that are found beside them what the country's law says."""
    known = [values_on(on, region) for region in ("", *sorted(regions()))]
    found = [fingerprint(registry.levels[method], on, values) for method in METHODS for values in known]
    found += [fingerprint(right, on, values_on(on, "")) for right in claimable(on)]
    return hashlib.sha256("".join(found).encode()).hexdigest()


def standings(facts: pl.DataFrame, on: datetime.date) -> pl.DataFrame:
    """The columns of `STANDING` for every row of `facts` (see `facts.facts_of`), in the order of `family_id`.

    Regions for which the law says the same are computed together.
    """
    methods, values_of = [registry.levels[name] for name in METHODS], cache(partial(values_of_place, on))
    parts = [_by_one_law(part, on, values) for part, values in by_law(methods, facts, "place", on, values_of)]
    empty = pl.DataFrame(schema=STANDING)
    return pl.concat([empty, *parts]).sort("family_id")


def values_of_place(on: datetime.date, region: str) -> Values:
    """What the law says in a region; in the country where there is no such region."""
    return values_on(on, region if region in regions() else "")


def _by_one_law(facts: pl.DataFrame, on: datetime.date, values: Values) -> pl.DataFrame:
    indicators = indicators_on(on)
    counted = results(registry.levels[COUNTING], facts, on, values, [*BY_COUNTING, *indicators])
    about = facts.select("family_id", pl.col("place").alias("region"), "district", "is_rural", "members", "children")
    found = pl.concat([about, counted, _by_points(facts, on, values)], how="horizontal")
    return found.with_columns(
        lacking=_bits((~pl.col(name)).fill_null(value=False) for name in indicators),
        unknown=_bits(pl.col(name).is_null() for name in indicators),
    ).select(pl.col(name).cast(kind) for name, kind in STANDING.items())


def _by_points(facts: pl.DataFrame, on: datetime.date, values) -> pl.DataFrame:
    table = registry.levels[SUMMING]
    if not table.is_law_on(on):
        return facts.select(pl.lit(None, dtype=pl.String).alias("by_points"))
    return results(table, facts, on, values, ["level"]).rename({"level": "by_points"})


def _bits(flags) -> pl.Expr:
    """Booleans as the bits of one number, the first one lowest."""
    return pl.sum_horizontal([flag.cast(pl.Int64) * (1 << place) for place, flag in enumerate(flags)])
