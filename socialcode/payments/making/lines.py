"""What a run pays for each award: what is owed up to the month, less what orders that stand have paid for it."""

import datetime
from collections.abc import Iterable, Iterator
from decimal import Decimal
from itertools import groupby
from operator import attrgetter
from typing import NamedTuple

from django.db import connection
from django.utils import timezone

from socialcode.awards import ledger, past
from socialcode.engine.days import end_of_month
from socialcode.payments.models import LineKind, OrderLine, PaymentOrder
from socialcode.payments.models.order import GONE
from socialcode.payments.paid import given_up

NOTHING = Decimal(0)
Parts = dict[tuple[str, str], Decimal]  # what is granted under ("", ""), what is withheld by what it is and to whom
PAID = f"""
SELECT o.award_id, l.for_month, CASE WHEN l.kind = 'withheld' THEN l.what ELSE '' END, l.to, sum(l.amount)
FROM {PaymentOrder._meta.db_table} o JOIN {OrderLine._meta.db_table} l ON l.order_id = o.id
WHERE o.award_id BETWEEN %s AND %s AND o.state <> ALL(%s) AND l.kind <> 'recovery'
GROUP BY 1, 2, 3, 4
"""


class Line(NamedTuple):
    """A part of an order: see `OrderLine`."""

    for_month: datetime.date
    kind: str
    what: str
    to: str
    amount: Decimal


class Due(NamedTuple):
    """What an award is to be paid: more than nothing, and the lines that add up to it."""

    award: int
    amount: Decimal
    lines: list[Line]
    recovered: list[tuple[int, Decimal]]


def due(awards: list[int], month: datetime.date) -> Iterator[Due]:
    """What the awards (keys in order) are to be paid in a month; of those to whom nothing is due there is nothing.

    What was paid too much for a month is not taken off by itself: recoveries of the law's plans do that, down to
    nothing at the most. What nobody collected for longer than the law pays the past is left out.
    """
    if not awards:
        return
    paid = _paid(awards[0], awards[-1])
    plans = _plans(awards, month)
    owed = ledger.owed(awards, through=end_of_month(month))
    asked = max(month, timezone.localdate())
    long_ago = past.long_ago(asked)
    for award, months in groupby(owed, attrgetter("award_id")):
        lines, total, gone = [], NOTHING, None
        for one in months:
            added, net = _lines_of(one, paid.get((award, one.month)), month)
            if net > 0 and one.month < long_ago:
                gone = given_up(award, asked) if gone is None else gone
                if one.month in gone:
                    continue
            lines += added
            total += net
        if total > 0:
            taken, recovered = _recovered(plans.get(award, ()), total, month)
            amount = total + sum((line.amount for line in taken), NOTHING)
            if amount > 0:
                yield Due(award, amount, lines + taken, recovered)


def _lines_of(owed, paid: Parts | None, month: datetime.date) -> tuple[list[Line], Decimal]:
    """The lines of a month of the ledger and their sum; none where nothing is due for it any more."""
    kind = LineKind.ENTITLEMENT.value if owed.month == month else LineKind.ARREARS.value
    if paid is None:
        if owed.net <= 0:
            return [], NOTHING
        withheld = [Line(owed.month, "withheld", one.kind, one.to, -one.amount) for one in owed.withheld if one.amount]
        return [Line(owed.month, kind, "", "", owed.gross), *withheld], owed.net
    wanted: Parts = {("", ""): owed.gross}
    for one in owed.withheld:
        wanted[one.kind, one.to] = wanted.get((one.kind, one.to), NOTHING) - one.amount
    changed = {key: wanted.get(key, NOTHING) - paid.get(key, NOTHING) for key in {**wanted, **paid}}
    net = sum(changed.values(), NOTHING)
    if net <= 0:
        return [], NOTHING
    lines = [
        Line(owed.month, "withheld" if what else kind, what, to, amount)
        for (what, to), amount in changed.items()
        if amount
    ]
    return lines, net


def _paid(first: int, last: int) -> dict[tuple[int, datetime.date], Parts]:
    found: dict[tuple[int, datetime.date], Parts] = {}
    with connection.cursor() as cursor:
        cursor.execute(PAID, [first, last, [str(state) for state in GONE]])
        for award, for_month, what, to, amount in cursor.fetchall():
            found.setdefault((award, for_month), {})[what, to] = amount
    return found


def _plans(awards: list[int], month: datetime.date) -> dict[int, list[ledger.ToRecover]]:
    found: dict[int, list[ledger.ToRecover]] = {}
    for plan in ledger.recoveries(awards, month=month):
        found.setdefault(plan.award_id, []).append(plan)
    return found


def _recovered(plans: Iterable[ledger.ToRecover], total: Decimal, month: datetime.date) -> tuple[list[Line], list]:
    """What plans take off a sum (or give back), and how much each; never more than there is."""
    lines, recovered, kept = [], [], NOTHING
    for plan in plans:
        taken = min(plan.of(total, kept), total - kept)
        if taken:
            kept += taken
            lines.append(Line(month, LineKind.RECOVERY.value, str(plan.recovery), "", -taken))
            recovered.append((plan.recovery, taken))
    return lines, recovered
