"""Whether all money of a month is accounted for: what was granted, less what is withheld, is where somebody can see it.

Two sums that are made apart have to be the same: the lines of the orders (what awards were owed) and the orders by
where their money is (what banks said). Beside them the messages to banks against the orders in them.
"""

import datetime
from dataclasses import dataclass
from decimal import Decimal

from django.db import connection
from django.utils.translation import gettext

from socialcode.engine.registry import registry
from socialcode.law.regions import regions

from .banks import bank_of
from .models import OrderLine, Outgoing, PaymentOrder, PaymentRegister, PaymentRun

BY = {"provision": "o.provision", "region": "o.region", "bank": "substr(o.iban, 5, 3)"}
ROWS = f"""
SELECT {{by}}, coalesce(sum(l.granted), 0), coalesce(sum(l.withheld), 0),
       coalesce(sum(o.amount) FILTER (WHERE o.state = 'paid'), 0),
       coalesce(sum(o.amount) FILTER (WHERE o.state IN ('rejected', 'returned')), 0),
       coalesce(sum(o.amount) FILTER (WHERE o.state = 'sent'), 0),
       coalesce(sum(o.amount) FILTER (WHERE o.state IN ('ordered', 'held')), 0)
FROM {PaymentOrder._meta.db_table} o
LEFT JOIN (
    SELECT l.order_id, sum(l.amount) FILTER (WHERE l.kind IN ('entitlement', 'arrears')) AS granted,
           -sum(l.amount) FILTER (WHERE l.kind IN ('withheld', 'recovery')) AS withheld
    FROM {OrderLine._meta.db_table} l JOIN {PaymentOrder._meta.db_table} m ON m.id = l.order_id AND m.month = %(month)s
    GROUP BY l.order_id
) l ON l.order_id = o.id
WHERE o.month = %(month)s AND o.state NOT IN ('replaced', 'cancelled')
GROUP BY 1 ORDER BY 2 DESC
"""
SENT = f"""
SELECT coalesce(sum(m.amount), 0), coalesce(sum(m.orders), 0), coalesce(sum(found.amount), 0), coalesce(sum(found.n), 0)
FROM {Outgoing._meta.db_table} m
JOIN {PaymentRegister._meta.db_table} r ON r.id = m.register_id
JOIN {PaymentRun._meta.db_table} run ON run.id = r.run_id AND run.month = %s
LEFT JOIN LATERAL (
    SELECT sum(o.amount) AS amount, count(*) AS n FROM {PaymentOrder._meta.db_table} o
    WHERE o.register_id = m.register_id AND o.id BETWEEN m.first AND m.last
) found ON true
WHERE m.written_at IS NOT NULL
"""


@dataclass(frozen=True)
class Row:
    """The money of a month of one provision, region or bank, in tenge."""

    name: str
    granted: Decimal
    withheld: Decimal
    paid: Decimal
    back: Decimal
    on_its_way: Decimal
    here: Decimal

    @property
    def difference(self) -> Decimal:
        """What nobody can account for: nothing, or there is a mistake."""
        return self.granted - self.withheld - self.paid - self.back - self.on_its_way - self.here


@dataclass(frozen=True)
class Sent:
    """What messages of a month said together, beside the orders in them."""

    said: Decimal
    said_orders: int
    found: Decimal
    found_orders: int

    @property
    def is_right(self) -> bool:
        """Whether each order is in exactly one message, with its sum."""
        return (self.said, self.said_orders) == (self.found, self.found_orders)


def rows_of(month: datetime.date, by: str) -> list[Row]:
    """The money of a month by `provision`, `region` or `bank`, the largest first."""
    with connection.cursor() as cursor:
        cursor.execute(ROWS.format(by=BY[by]), {"month": month})
        return [Row(_named(by, name), *sums) for name, *sums in cursor.fetchall()]


def together(rows: list[Row], name: str) -> Row:
    """All rows as one."""
    columns = ("granted", "withheld", "paid", "back", "on_its_way", "here")
    return Row(name, *(sum((getattr(row, column) for row in rows), Decimal(0)) for column in columns))


def sent_in(month: datetime.date) -> Sent:
    """What was sent of the runs of a month."""
    with connection.cursor() as cursor:
        cursor.execute(SENT, [month])
        return Sent(*cursor.fetchone())


def _named(by: str, name: str) -> str:
    if by == "provision":
        return gettext(registry.provision(name).title)
    if by == "region":
        return str(regions().get(name) or gettext("region not known"))
    return str(bank_of(name)) if name else gettext("no account")
