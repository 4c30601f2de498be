"""Reading what banks send. A file is read in one transaction, known by its fingerprint: the same again changes nothing.

One that cannot be read is kept with the reason and holds up no other.
"""

import datetime
import logging
import os
from collections.abc import Iterable
from contextlib import suppress
from functools import partial
from hashlib import file_digest, sha256
from pathlib import Path

from django.db import connection, transaction
from django.utils import timezone

from socialcode.audit.kinds import EventKind
from socialcode.audit.recording import record
from socialcode.awards.ledger import any_of
from socialcode.registers.frames.copying import copy_rows

from . import channel, following
from .iso20022 import answers, safe
from .iso20022.orders import CURRENCY
from .models import Incoming, OrderState, Outgoing, PaymentOrder, Told
from .models.order import pk_of
from .moves import Move, Standing, move

log = logging.getLogger(__name__)
LONGEST_NAME = 200
OF_TOLD = ("message_id", "order_id", "number", "status", "reason", "amount", "on", "changed")
MOVE = f"""
UPDATE {PaymentOrder._meta.db_table} o
SET state = moved.state, paid_on = coalesce(o.paid_on, moved.paid_on)
FROM unnest(%s::bigint[], %s::text[], %s::date[]) moved (id, state, paid_on) WHERE o.id = moved.id
"""
MOVED_BY = ("state", "paid_on", "amount", "award")  # what is read of thousands of orders
HAPPENED = (OrderState.PAID, OrderState.RETURNED)  # what came back has been there before


def read_all() -> None:
    """Read every file that came; then it lies with those that were read. Safe to run again, and beside itself."""
    for path in channel.came():
        try:
            kept = _taken_up(path)
        except FileNotFoundError:
            continue  # somebody else has read it meanwhile
        except Exception:
            log.exception("a file from a bank could not be taken up", extra={"file": path.name})
            continue
        transaction.on_commit(partial(_put_away, path, kept.sha256))  # not before what it said is kept


def _taken_up(path: Path) -> Incoming:
    """What is kept of a file. One that is too large for a message is not read into memory."""
    name = os.fsencode(path.name).decode(errors="replace")  # folders take any bytes as a name
    if path.stat().st_size <= safe.LARGEST:
        return receive(name, path.read_bytes())
    with path.open("rb") as file:
        return _kept(name, file_digest(file, "sha256").hexdigest(), trouble=safe.too_large())


def receive(name: str, content: bytes) -> Incoming:
    """Take up one file: what it says of orders, or why it says nothing."""
    fingerprint = sha256(content).hexdigest()
    try:
        message = answers.read(content)
    except safe.UnreadableError as error:
        return _kept(name, fingerprint, trouble=str(error))
    with transaction.atomic():
        incoming = _kept(name, fingerprint, kind=message.kind, number=message.number)
        incoming = Incoming.objects.select_for_update().get(pk=incoming.pk)
        if incoming.read_at is None:
            _apply(incoming, message)
    return incoming


def _kept(name: str, fingerprint: str, **found) -> Incoming:
    return Incoming.objects.get_or_create(sha256=fingerprint, defaults={"name": name[:LONGEST_NAME], **found})[0]


def _apply(incoming: Incoming, message: answers.Message) -> None:
    entries = [one for entry in message.entries for one in _each(entry)]
    orders = _locked(pk_of(entry.number) for entry in entries)
    moved, tasks, rows = {}, [], []
    for entry in entries:
        order = orders.get(pk_of(entry.number))
        found = _moved(order, entry) if order else Move()
        if found.state:
            order.state = found.state
            order.paid_on = order.paid_on or (_day_of(entry) if found.state in HAPPENED else None)
            moved[order.pk] = order
        if found.task:
            tasks.append((order, found.task, entry.reason))
        rows.append((order, entry, bool(found.state)))
    _write(incoming, rows, moved.values())
    with_names = PaymentOrder.objects.select_related("person", "award")  # of the few about which somebody is told
    whole = with_names.in_bulk({order.pk for order, _kind, _reason in tasks})
    for order, kind, reason in sorted(tasks, key=lambda task: task[0].award_id):  # two files wait for each other
        following.open_task(order=whole[order.pk], kind=kind, reason=reason)
    incoming.told, incoming.changed = len(rows), len(moved)
    incoming.unknown = sum(order is None for order, _entry, _changed in rows)
    incoming.read_at = timezone.now()
    incoming.save(update_fields=["told", "changed", "unknown", "read_at"])
    record(EventKind.BANK_MESSAGE_READ, on=incoming, by=None, found=len(rows), rows=len(moved))


def _each(entry: answers.Entry) -> Iterable[answers.Entry]:
    """What is said of a whole message is said of each of its orders."""
    if not entry.of_message:
        return (entry,)
    sent = next(
        (one for one in Outgoing.objects.filter(pk=_message_pk(entry.number)) if one.number == entry.number), None
    )
    if sent is None:
        return (entry,)
    keys = PaymentOrder.objects.filter(register=sent.register_id, pk__range=(sent.first, sent.last))
    return [
        answers.Entry(order.number, entry.status, entry.reason, order.amount, CURRENCY, entry.on)
        for order in keys.order_by("pk")
    ]


def _message_pk(number: str) -> int:
    digits = number.removeprefix("SCM")
    return int(digits) if digits.isascii() and digits.isdecimal() else 0


def _locked(keys: Iterable[int | None]) -> dict[int, PaymentOrder]:
    """The orders, locked in the order of their keys: two files about the same ones wait for each other."""
    wanted = any_of(sorted({key for key in keys if key}))
    found = PaymentOrder.objects.filter(pk__in=wanted).order_by("pk").select_for_update(of=("self",)).only(*MOVED_BY)
    return {order.pk: order for order in found}


def _moved(order: PaymentOrder, entry: answers.Entry) -> Move:
    """A sum that is not the order's is for a person to see."""
    found = move(Standing(order.state, order.paid_on is not None), entry)
    is_other_sum = entry.amount is not None and (entry.amount, entry.currency) != (order.amount, CURRENCY)
    return Move(task="contradiction") if is_other_sum and found.state else found


def _day_of(entry: answers.Entry) -> datetime.date:
    """The day on which it happened, by the bank if it has been there already."""
    today = timezone.localdate()
    return min(entry.on or today, today)


def _write(incoming: Incoming, rows, moved) -> None:
    told = (
        (incoming.pk, order.pk if order else None, one.number, one.status, one.reason, one.amount, one.on, changed)
        for order, one, changed in rows
    )
    copy_rows(Told._meta.db_table, OF_TOLD, told)
    moved = list(moved)
    with connection.cursor() as cursor:
        cursor.execute(MOVE, [[o.pk for o in moved], [str(o.state) for o in moved], [o.paid_on for o in moved]])


def _put_away(path: Path, fingerprint: str) -> None:
    with suppress(FileNotFoundError):  # somebody else has put it away meanwhile
        path.replace(channel.folder(channel.READ) / f"{fingerprint}.xml")
