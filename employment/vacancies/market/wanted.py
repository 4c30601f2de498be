"""Trades in demand: those with more open posts in the country than people who look for such work.

How many people look is not shown: of a rare trade that would be a few persons.
"""

import datetime
from dataclasses import dataclass
from decimal import Decimal

from django.db.models import F, Subquery

from employment.trades.classification import Trade, trade
from employment.vacancies.models import MarketCount, TradeCount

SHOWN = 100


@dataclass(frozen=True)
class Wanted:
    """A trade, its open posts, and the pay in the middle of what is offered at least, in tenge a month."""

    trade: Trade
    posts: int
    pay: Decimal


def wanted() -> tuple[datetime.date | None, list[Wanted]]:
    """The last day on which the market was counted, and its trades in demand, the most posts first; no day without
    any. One query."""
    last = MarketCount.objects.order_by("-counted_on").values("counted_on")[:1]
    short = TradeCount.objects.filter(counted_on=Subquery(last), posts__gt=F("seekers"))
    rows = list(short.order_by("-posts", "trade")[:SHOWN])
    found = [(trade(row.trade), row) for row in rows]
    day = rows[0].counted_on if rows else None
    return day, [Wanted(known, row.posts, row.pay) for known, row in found if known]
