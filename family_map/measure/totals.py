"""From rows to measures: one pass makes whole sums, and fractions are made of these."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from fractions import Fraction

import polars as pl

from .columns import PEOPLE, WHOLE, Prepared, deprived, gap, group
from .method import Indicator, MeasureError, Method
from .results import IndicatorShares, Measured, Measures, StandardErrors
from .sampling import standard_errors
from .unit_scores import IS_POOR, OF, PARTS, scored

WIDEST = 2**127  # of the whole numbers that are summed up
ERRORS = StandardErrors | None


def measure(table: pl.DataFrame | pl.LazyFrame, method: Method) -> Measured:
    """The measures of a table and of each of its groups; a lazy table is read as a stream.

    Raises MeasureError where a column is missing, a cell cannot be read, or every row is left out.
    """
    prepared = Prepared(table.lazy(), method)
    rows_with_scores = scored(prepared)
    sums = rows_with_scores.group_by(OF, *_groups(method)).agg(_sums(method))
    mistakes, found = pl.collect_all([prepared.mistakes, sums], engine="streaming")
    rows = prepared.refuse(mistakes)
    parts = found.rows(named=True)
    if not parts or not sum(part[PEOPLE] for part in parts):
        raise MeasureError("No row is left to measure: each lacks an indicator, or stands for nobody.")
    _refuse_too_large(parts, method)
    errors = standard_errors(rows_with_scores, method) if method.sampling else {}
    whole = _measures(parts, method, errors.get(()))
    groups = {
        name: {
            value: _measures(of_group, method, errors.get((place, value)))
            for value, of_group in sorted(_by_value(parts, group(place)).items())
            if sum(part[PEOPLE] for part in of_group)
        }
        for place, name in enumerate(method.groups)
    }
    return Measured(rows, rows - whole.rows, whole, groups)


def _groups(method: Method) -> list[str]:
    return [group(place) for place in range(len(method.groups))]


def _sums(method: Method) -> Iterator[pl.Expr]:
    people, poor = pl.col(PEOPLE), pl.col(IS_POOR)
    yield pl.len().alias("rows")
    yield people.sum()
    yield people.filter(poor).sum().alias("poor")
    yield (people * pl.col(PARTS)).filter(poor).sum().alias("score")
    for place, indicator in enumerate(method.indicators):
        counted = people * pl.col(deprived(place))
        yield people.filter(pl.col(f"known_{place}")).sum().alias(f"known_{place}")
        yield counted.sum().alias(f"raw_{place}")
        yield counted.filter(poor).sum().alias(f"censored_{place}")
        if indicator.is_cardinal:
            lacking = pl.col(gap(place))
            yield (people.cast(pl.Int128) * lacking).filter(poor).sum().alias(f"gap_{place}")
            yield (people.cast(pl.Int128) * lacking * lacking).filter(poor).sum().alias(f"square_{place}")


def _by_value(parts: Iterable[dict], column: str) -> dict[str, list[dict]]:
    found = defaultdict(list)
    for part in parts:
        found[part[column]].append(part)
    return found


def _refuse_too_large(parts: list[dict], method: Method) -> None:
    people = sum(part[PEOPLE] for part in parts)
    for indicator in method.indicators:
        if indicator.is_cardinal and people * int(indicator.below * WHOLE) ** 2 >= WIDEST:
            raise MeasureError(
                f"The cut-off of '{indicator.name}' is too large to be squared for so many: take thousands."
            )


def _measures(parts: list[dict], method: Method, errors: ERRORS) -> Measures:
    counted = sum(part[PEOPLE] for part in parts)
    poor = sum(part["poor"] for part in parts)
    m0 = sum(Fraction(part["score"], part[OF]) for part in parts) / counted
    made = [_made(parts, place, method) / counted for place in range(len(method.indicators))]
    indicators = {
        indicator.name: IndicatorShares(
            *(
                Fraction(sum(part[f"{kind}_{place}"] for part in parts), counted)
                for kind in ("raw", "censored", "known")
            ),
            made[place] / m0 if m0 else None,
        )
        for place, indicator in enumerate(method.indicators)
    }
    weighted = method.sampling and method.sampling.weight
    return Measures(
        rows=sum(part["rows"] for part in parts),
        people=Fraction(counted, WHOLE if weighted else 1),
        headcount=Fraction(poor, counted),
        intensity=m0 * counted / poor if poor else None,
        m0=m0,
        m1=_with_gaps(parts, method, made, "gap") if method.has_gaps else None,
        m2=_with_gaps(parts, method, made, "square") if method.has_gaps else None,
        indicators=indicators,
        dimensions={
            name: sum(indicators[one.name].contribution for one in inside) if m0 else None
            for name, inside in method.dimensions.items()
        },
        errors=errors,
    )


def _made(parts: list[dict], place: int, method: Method) -> Fraction:
    """What one indicator adds to the scores of the poor."""
    return sum(Fraction(method.whole_weights[place] * part[f"censored_{place}"], part[OF]) for part in parts)


def _with_gaps(parts: list[dict], method: Method, made: list[Fraction], kind: str) -> Fraction:
    counted = sum(part[PEOPLE] for part in parts)
    return sum(
        _gaps(parts, place, indicator, method, kind) / counted if indicator.is_cardinal else made[place]
        for place, indicator in enumerate(method.indicators)
    )


def _gaps(parts: list[dict], place: int, indicator: Indicator, method: Method, kind: str) -> Fraction:
    full = int(indicator.below * WHOLE) ** (1 if kind == "gap" else 2)
    return sum(Fraction(method.whole_weights[place] * part[f"{kind}_{place}"], part[OF] * full) for part in parts)
