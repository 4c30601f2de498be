"""Whether what registers say can be a fact's value at all, for a table; of one value `Fact.read` says it."""

import datetime

import polars as pl

from ..facts import EARLIEST, YEARS_TO_COME, Fact, Kind


def possible(fact: Fact, said: pl.Expr, on: datetime.date) -> pl.Expr:
    """True or false for every row; unknown where nothing is said."""
    match fact.kind:
        case Kind.NUMBER:
            return said.is_between(fact.least, int(fact.most))
        case Kind.MONEY:
            return said.is_between(fact.least, fact.most) & (said == said.round(2))
        case Kind.DATE:
            last = datetime.date(on.year + YEARS_TO_COME, 12, 31) if fact.may_come else on
            return said.is_between(EARLIEST, last)
        case Kind.CHOICE:
            return said.is_in([value for value, _label in fact.choices])
        case Kind.SERIES:
            amounts = said.list.eval(pl.element().is_between(fact.least, fact.most)).list.all()
            return (said.list.len() == fact.months) & amounts
    return pl.lit(True)
