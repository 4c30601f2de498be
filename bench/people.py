"""Invented persons of any number with an answer to every fact: each column comes from a fixed seed of its own."""

import datetime
import zlib

import polars as pl

from socialcode.engine import Fact, Kind

ON = datetime.date(2026, 11, 16)
YEARS_BACK = 90
MOST_INCOME = 600_000  # tenge a month
FEW = 12  # most numbers are of children, members or months


def column(fact: Fact, persons: int) -> pl.Series:
    """The answers of all persons to one fact, as its column keeps them."""
    return _answers(fact, _random(fact.name, persons)).cast(fact.column).alias(fact.name)


def _random(name: str, length: int) -> pl.Series:
    """Whole numbers that look random and are the same in every run."""
    return pl.int_range(length, eager=True).hash(seed=zlib.crc32(name.encode()))


def _answers(fact: Fact, drawn: pl.Series) -> pl.Series:
    match fact.kind:
        case Kind.YES_NO:
            return drawn % 2 == 0
        case Kind.NUMBER:
            return (drawn % (min(fact.most, FEW) - fact.least + 1)).cast(pl.Int64) + fact.least
        case Kind.MONEY:
            return _tenge(drawn)
        case Kind.DATE:
            days_back = (drawn % (YEARS_BACK * 365)).cast(pl.Int64)
            return pl.select(pl.lit(ON) - pl.duration(days=days_back)).to_series()
        case Kind.CHOICE:
            names = [value for value, _label in fact.choices]
            return (drawn % len(names)).replace_strict(dict(enumerate(names)))
    months = [_tenge(_random(f"{fact.name}{month}", len(drawn))).alias(str(month)) for month in range(fact.months)]
    return pl.select(pl.concat_list(months)).to_series()


def _tenge(drawn: pl.Series) -> pl.Series:
    return (drawn % MOST_INCOME).cast(pl.Int64)
