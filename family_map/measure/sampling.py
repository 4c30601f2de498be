"""Standard errors of a sample: a ratio is made linear in the totals of its clusters (Taylor), between which it varies.

A group is looked at as a part of the whole sample: clusters without any of it count as nothing of it.
"""

import math
from collections.abc import Iterable

import polars as pl

from .columns import CLUSTER, PEOPLE, STRATUM, WHOLE, group
from .method import Method
from .results import StandardErrors
from .unit_scores import IS_POOR, OF, PARTS

ALL, POOR, SCORE = "all", "poor", "score"
TOTALS = (ALL, POOR, SCORE)
PRODUCTS = [(one, other) for place, one in enumerate(TOTALS) for other in TOTALS[place:]]


def standard_errors(table: pl.LazyFrame, method: Method) -> dict[tuple, StandardErrors]:
    """By the number of a group's column and its value; the whole sample under ()."""
    counts = _counts(table, method)
    wanted = [(), *((place,) for place in range(len(method.groups)))]
    found = pl.collect_all(
        [_moments(counts, [group(place) for place in places], method) for places in wanted], engine="streaming"
    )
    clusters = dict(found[0].select(STRATUM, "clusters").rows())
    errors = {}
    for places, frame in zip(wanted, found, strict=True):
        by_value: dict[tuple, list[dict]] = {}
        for row in frame.rows(named=True):
            by_value.setdefault((*places, *(row[group(place)] for place in places)), []).append(row)
        errors |= {key: _errors(rows, clusters) for key, rows in by_value.items()}
    return errors


def _counts(table: pl.LazyFrame, method: Method) -> pl.LazyFrame:
    """What each row adds to the three totals: people, poor people, and their scores."""
    people = pl.col(PEOPLE).cast(pl.Float64) / (WHOLE if method.sampling.weight else 1)
    poor = people * pl.col(IS_POOR).cast(pl.Float64)
    groups = [group(place) for place in range(len(method.groups))]
    return table.select(
        STRATUM, CLUSTER, *groups, people.alias(ALL), poor.alias(POOR), (poor * pl.col(PARTS) / pl.col(OF)).alias(SCORE)
    )


def _moments(counts: pl.LazyFrame, groups: list[str], method: Method) -> pl.LazyFrame:
    """By group and stratum: how many clusters, the sums of their totals, and of the products of these."""
    if method.sampling.cluster:
        counts = counts.group_by(*groups, STRATUM, CLUSTER).agg(pl.col(*TOTALS).sum())
    products = [(pl.col(one) * pl.col(other)).sum().alias(f"{one} {other}") for one, other in PRODUCTS]
    return counts.group_by(*groups, STRATUM).agg(pl.len().alias("clusters"), pl.col(*TOTALS).sum(), *products)


def _errors(rows: list[dict], clusters: dict[str, int]) -> StandardErrors:
    everybody, poor, score = (sum(row[total] for row in rows) for total in TOTALS)
    return StandardErrors(
        _of_ratio((POOR, poor), (ALL, everybody), rows, clusters),
        _of_ratio((SCORE, score), (POOR, poor), rows, clusters),
        _of_ratio((SCORE, score), (ALL, everybody), rows, clusters),
    )


def _of_ratio(
    part: tuple[str, float], whole: tuple[str, float], rows: Iterable[dict], clusters: dict[str, int]
) -> float | None:
    (above, counted), (below, of) = part, whole
    if not of:
        return None
    ratio, variance = counted / of, 0.0
    for row in rows:
        drawn = clusters[row[STRATUM]]
        if drawn == 1:
            return None
        mean = (row[above] - ratio * row[below]) / drawn
        squares = (
            row[_product(above, above)]
            - 2 * ratio * row[_product(above, below)]
            + ratio * ratio * row[_product(below, below)]
        )
        variance += drawn / (drawn - 1) * max(squares - drawn * mean * mean, 0.0)
    return math.sqrt(variance) / of


def _product(one: str, other: str) -> str:
    return " ".join(sorted((one, other), key=TOTALS.index))
