"""Writing the orders of a part by COPY: their keys are taken from the sequence first, so that lines can name them."""

import datetime
from collections.abc import Iterable
from typing import NamedTuple

from django.db import connection

from socialcode.awards.models import Award
from socialcode.payments.models import OrderLine, OrderState, PaymentOrder, PaymentRun
from socialcode.people.models import Address, Organisation
from socialcode.registers.frames.copying import copy_rows

from . import planning
from .lines import Due

ORDERS, LINES = PaymentOrder._meta.db_table, OrderLine._meta.db_table
PAYEES = f"""
SELECT a.id, a.person_id, a.organisation_id, a.iban, a.provision, coalesce(o.region, (
    SELECT at.region FROM {Address._meta.db_table} at
    WHERE at.person_id = a.person_id AND at.ended_at IS NULL AND at.since <= %s AND (at.until IS NULL OR at.until >= %s)
    ORDER BY at.since DESC LIMIT 1
), '')
FROM {Award._meta.db_table} a LEFT JOIN {Organisation._meta.db_table} o ON o.id = a.organisation_id
WHERE a.id BETWEEN %s AND %s AND a.since <= %s
    AND NOT EXISTS (SELECT FROM {ORDERS} made WHERE made.award_id = a.id AND made.month = %s)
ORDER BY a.id
"""
TAKE_KEYS = "SELECT nextval(pg_get_serial_sequence(%s, 'id')) FROM generate_series(1, %s)"
OF_ORDERS = (
    "id", "run_id", "award_id", "month", "attempt", "register_id", "person_id", "organisation_id", "iban", "provision",
    "region", "amount", "state",
)  # fmt: skip
OF_LINES = ("order_id", "for_month", "kind", "what", "to", "amount")
BANK = slice(4, 7)  # where an IBAN of Kazakhstan names the bank


class PayeeRow(NamedTuple):
    """Who gets the money of an award, on which account, and where they are registered."""

    award: int
    person: int | None
    organisation: int | None
    iban: str
    provision: str
    region: str


def payees(first: int, last: int, run: PaymentRun, on: datetime.date) -> dict[int, PayeeRow]:
    """The awards with keys from first to last that the run has to pay and that have no order of its month yet."""
    with connection.cursor() as cursor:
        cursor.execute(PAYEES, [on, on, first, last, planning.last_day(run), run.month])
        return {row[0]: PayeeRow(*row) for row in cursor.fetchall()}


def record(run: PaymentRun, payees: dict[int, PayeeRow], found: Iterable[Due]) -> list[tuple[int, Due]]:
    """Write an order with its lines for all that is due, in the caller's transaction. Returns each with its key."""
    found = list(found)
    lists = planning.begin_lists(run, {payees[due.award].iban[BANK] for due in found if payees[due.award].iban})
    keys = _take_keys(len(found))
    made = list(zip(keys, found, strict=True))
    copy_rows(ORDERS, OF_ORDERS, (_order(key, run, payees[due.award], due, lists) for key, due in made))
    copy_rows(LINES, OF_LINES, ((key, *line) for key, due in made for line in due.lines))
    return made


def _take_keys(count: int) -> list[int]:
    with connection.cursor() as cursor:
        cursor.execute(TAKE_KEYS, [ORDERS, count])
        return [key for (key,) in cursor.fetchall()]


def _order(key: int, run: PaymentRun, payee: PayeeRow, due: Due, lists: dict[str, int]) -> tuple:
    register = lists[payee.iban[BANK]] if payee.iban else None
    state = OrderState.ORDERED.value if payee.iban else OrderState.HELD.value
    to = (payee.person or None, payee.organisation or None, payee.iban)
    return key, run.pk, due.award, run.month, 1, register, *to, payee.provision, payee.region, due.amount, state
