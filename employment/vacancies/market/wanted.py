"""Trades in demand: those with more open posts in the country than people who look for such work.

How many people look is not shown: of a rare trade that would be a few persons.
"""

import datetime
from dataclasses import dataclass
from decimal import Decimal

from django.db.models import F

from employment.trades.classification import Trade, trade
from employment.vacancies.models import TradeCount

SHOWN = 100


@dataclass(frozen=True)
class Wanted:
    """A trade, its open posts, and the pay in the middle of what is offered at least, in tenge a month."""

    trade: Trade
    posts: int
    pay: Decimal


def wanted(day: datetime.date | None) -> list[Wanted]:
    """As counted on a day, the most posts first. One query."""
    rows = TradeCount.objects.filter(counted_on=day, posts__gt=F("seekers")).order_by("-posts", "trade")[:SHOWN]
    found = [(trade(row.trade), row) for row in rows]
    return [Wanted(known, row.posts, row.pay) for known, row in found if known]
