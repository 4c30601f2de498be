"""Words that look a value up: in a table of the law, in the history of a figure, in a list of words."""

import datetime
from bisect import bisect_right
from collections.abc import Mapping
from decimal import Decimal

import polars as pl

from .. import days
from ..carriers import Column, column, word
from ..exact import EXACT
from .amounts import choose

FEW_STEPS = 12  # up to as many, a chain of questions is the cheaper way through a table of persons


@word
def by_table(key: Column, table: Mapping) -> Column:
    """The table's value for a key: words match exactly; of numbers and dates the last step not above the key counts.

    Unknown for an unknown key, a word outside the table, a key before the first step, or a year without a table.
    """
    if not isinstance(table, Mapping):
        return pl.lit(None, dtype=EXACT)
    exact = _is_of_words(table)
    if not exact and len(table) > FEW_STEPS:
        return _by_long_table(key, table)
    found = pl.when(key.is_null()).then(None)
    for step in sorted(table, reverse=True):
        found = found.when(key == step if exact else key >= step).then(column(table[step]))
    return found.otherwise(None)


@by_table.known
def _looked_up(key, table):
    if _is_of_words(table):
        return table.get(key)
    steps = sorted(table)
    reached = bisect_right(steps, key)
    return table[steps[reached - 1]] if reached else None


def _is_of_words(table: Mapping) -> bool:
    return type(next(iter(table), "")) is str  # its keys are of one sort: YAML's loader and a test see to it


def _by_long_table(key: Column, table: Mapping) -> Column:
    """The same for many steps by halving: as many questions as steps would cost most of a page's time."""
    steps = sorted(table)
    numbers = not isinstance(steps[0], datetime.date)
    known = pl.lit(pl.Series(steps, dtype=EXACT if numbers else pl.Date))
    found = [None, *(table[step] for step in steps)]
    values = pl.lit(pl.Series(found, dtype=EXACT if isinstance(found[1], Decimal) else None))
    reached = known.search_sorted(key.cast(EXACT) if numbers else key, side="right")
    return pl.when(key.is_not_null()).then(values.gather(reached))


@word
def as_of(day: Column, history: Mapping[datetime.date, Decimal]) -> Column:
    """The value that was in force on a day of the row's own, from an argument called `<value>_history`."""
    return by_table(day, history)


as_of.known(_looked_up)


@word
def in_quarter(day: Column, history: Mapping[datetime.date, Decimal]) -> Column:
    """The value that began in the calendar quarter of a day; unknown where none did."""
    if not history:
        return pl.lit(None, dtype=EXACT)
    began = by_table(day, {since: since for since in history})
    return choose(began >= day.dt.truncate("1q"), by_table(day, history), None)


@in_quarter.known
def _(day, history):
    began = [since for since in history if days.start_of_quarter(day) <= since <= day]
    return history[max(began)] if began else None


@word
def one_of(value: Column, *words: str) -> Column:
    """Whether the value is one of these words."""
    return value.is_in(list(words))


@one_of.known
def _(value, *words):
    return value in words
