"""The score of each row: its weighted deprivations, and whether it is poor."""

import polars as pl

from .columns import Prepared, deprived, gap
from .method import PLACES, Method, Missing

PARTS, OF, IS_POOR = "score_parts", "score_of", "is_poor"


def scored(prepared: Prepared) -> pl.LazyFrame:
    """The prepared table without rows that are left out, with `score_parts` out of `score_of` and `is_poor`.

    `known_<place>` says what was known before what is missing was filled in.
    """
    method = prepared.method
    places = range(len(method.indicators))
    known = [pl.col(deprived(place)).is_not_null() for place in places]
    weights = method.whole_weights
    table = prepared.table.with_columns(known[place].alias(f"known_{place}") for place in places)
    if method.missing == Missing.EXCLUDED:
        table = table.filter(pl.all_horizontal(known))
    elif method.missing == Missing.REWEIGHTED:
        table = table.filter(pl.any_horizontal(known))
    whole = (
        pl.sum_horizontal(pl.col(f"known_{place}").cast(pl.Int64) * weights[place] for place in places)
        if method.missing == Missing.REWEIGHTED
        else pl.lit(method.parts, dtype=pl.Int64)
    )
    table = table.with_columns(*_filled(method), whole.alias(OF))
    parts = pl.sum_horizontal(pl.col(deprived(place)) * weights[place] for place in places)
    table = table.with_columns(parts.alias(PARTS))
    reached = pl.col(PARTS) * method.poor_from.denominator >= pl.col(OF) * method.poor_from.numerator
    return table.with_columns(reached.alias(IS_POOR))


def _filled(method: Method):
    """Deprivations and gaps with no hole: what is not known is none, or a full one."""
    counts = method.missing == Missing.DEPRIVED
    for place, indicator in enumerate(method.indicators):
        yield pl.col(deprived(place)).fill_null(int(counts))
        if indicator.is_cardinal:
            full = int(indicator.below * 10**PLACES) if counts else 0
            yield pl.col(gap(place)).fill_null(pl.lit(full, dtype=pl.Int128))


def scores(table: pl.DataFrame | pl.LazyFrame, method: Method) -> pl.DataFrame:
    """For each row that is measured: its number (from 1), `score_parts` of `score_of`, `score` as a binary number and
    `is_poor`. Raises MeasureError."""
    prepared = Prepared(table.lazy(), method)
    prepared.refuse(prepared.mistakes.collect(engine="streaming"))
    score = (pl.col(PARTS) / pl.col(OF)).alias("score")
    return scored(prepared).select("row", PARTS, OF, score, IS_POOR).sort("row").collect()
