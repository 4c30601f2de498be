"""Words about many: the months of a series, the rows of a family."""

from decimal import Decimal

import polars as pl

from ..carriers import Column, column, word
from ..exact import EXACT, WIDE, Number, settled


@word
def total(series: Column, months) -> Column:
    """The sum of a series of monthly amounts; unknown if a month is unknown or the series is not `months` long."""
    complete = series.list.drop_nulls().list.len() == column(months).cast(pl.Int64)
    whole = series.list.len() == column(months).cast(pl.Int64)
    return pl.when(complete & whole).then(series.list.sum().cast(EXACT))


@total.known
def _(series, months):
    return _sum(series) if len(series) == int(months) else None


@word
def family_sum(value: Column) -> Column:
    """The sum over all rows of the family; unknown if one is unknown."""
    return _of_family(value)


@family_sum.family
def _(values):
    return _sum(values)


@word
def family_count(condition: Column) -> Column:
    """How many rows of the family meet the condition; unknown if one is unknown."""
    return _of_family(condition.cast(pl.Int64))


@family_count.family
def _(conditions):
    return None if any(condition is None for condition in conditions) else sum(conditions)


def _of_family(value: Column) -> Column:
    return pl.when(value.null_count() == 0).then(value.sum()).over("family")


def _sum(amounts) -> Number | None:
    """Unknown if one is."""
    found = Decimal(0)
    for amount in amounts:
        if amount is None:
            return None
        found = WIDE.add(found, amount)
    return settled(found)
