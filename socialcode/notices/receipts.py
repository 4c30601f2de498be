"""What a gateway says became of a message: in any order, twice, late, before it has named the message, or of one that
nobody knows. Each is kept, and a delivery's state follows from the rows alone, so that their order does not matter.

A receipt and the name of a part look for one another under a lock on the name: whichever comes second finds the first.
All work on many at once, because a gateway that is fast says much.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import timedelta

from django.db import connection, transaction
from django.utils import timezone

from .models import Delivery, Part, Receipt

LOCK = """SELECT pg_advisory_xact_lock(key)
FROM (SELECT hashtextextended(name, 0) AS key FROM unnest(%s) AS name ORDER BY 1) AS names"""
# Written by hand: Django's bulk_update takes three quarters of the time of a message
NAME = """
UPDATE notices_part AS part SET gateway_key = new.gateway_key, taken_at = new.taken_at
FROM unnest(%s::bigint[], %s::text[], %s::timestamptz[]) AS new (id, gateway_key, taken_at) WHERE part.id = new.id"""
SETTLE = """
UPDATE notices_delivery AS delivery
SET state = new.state, error = '', sent_at = new.sent_at, gateway_key = new.gateway_key,
    delivered_at = new.delivered_at, undeliverable = new.undeliverable
FROM unnest(%s::bigint[], %s::text[], %s::timestamptz[], %s::text[], %s::timestamptz[], %s::text[])
    AS new (id, state, sent_at, gateway_key, delivered_at, undeliverable)
WHERE delivery.id = new.id"""
CLOCKS_DIFFER = timedelta(minutes=1)  # between the machine that sends and the one that hears the receipt

Outcome, State = Receipt.Outcome, Delivery.State


@dataclass(frozen=True)
class Said:
    """What a gateway said of the message that it calls `gateway_key`; `words` are its own."""

    gateway_key: str
    outcome: str
    undeliverable: str = ""
    words: str = ""


@transaction.atomic
def receive(gateway: str, said: Sequence[Said]) -> int:
    """Keep what a gateway said, each outcome of a message once, and draw the consequence for their deliveries.

    Returns how many are of messages that are unknown yet, or never were ours: they wait for a name.
    """
    keys = {each.gateway_key for each in said}
    _lock(gateway, keys)
    parts = {part.gateway_key: part for part in Part.objects.named(gateway, keys)}
    rows = [
        Receipt(
            gateway=gateway,
            gateway_key=each.gateway_key,
            outcome=each.outcome,
            undeliverable=each.undeliverable,
            said=each.words.replace("\x00", "�")[:300],
            part=parts.get(each.gateway_key),
        )
        for each in said
    ]
    Receipt.objects.bulk_create(rows, ignore_conflicts=True)
    if unknown := keys - parts.keys():  # names are used again after long: this may be of a new message
        Receipt.objects.filter(gateway=gateway, gateway_key__in=unknown, part=None).update(received_at=timezone.now())
    settle({part.delivery_id for part in parts.values()})
    return sum(row.part is None for row in rows)


@transaction.atomic
def take(gateway: str, named: Sequence[tuple[Part, str]]) -> None:
    """The gateway has these parts and calls them so; receipts that came before belong to them now."""
    _lock(gateway, {key for _part, key in named})
    for part, key in named:
        part.gateway_key, part.taken_at = key, timezone.now()
    _write(NAME, [(part.pk, part.gateway_key, part.taken_at) for part, _key in named])
    by_key = {key: part for part, key in named}
    early = [
        receipt
        for receipt in Receipt.objects.filter(gateway=gateway, gateway_key__in=by_key, part=None)
        if receipt.received_at >= by_key[receipt.gateway_key].handed_at - CLOCKS_DIFFER
    ]
    for receipt in early:
        receipt.part = by_key[receipt.gateway_key]
    if early:
        Receipt.objects.bulk_update(early, ["part"])
    settle({part.delivery_id for part, _key in named})


@transaction.atomic
def settle(deliveries: Collection[int]) -> None:
    """Bring deliveries in line with their parts: sent once all are taken, then what the receipts say of them."""
    if not deliveries:
        return
    rows = Delivery.objects.filter(pk__in=deliveries, state__in=[State.SENDING, *Delivery.WENT]).order_by("pk")
    changed = [row for row in rows.select_for_update().prefetch_related("parts__receipts") if _settled(row)]
    fields = ("pk", "state", "sent_at", "gateway_key", "delivered_at", "undeliverable")
    _write(SETTLE, [[getattr(row, field) for field in fields] for row in changed])


def _settled(row: Delivery) -> bool:
    """Set what its parts say. False while one of them is not taken."""
    parts = sorted(row.parts.all(), key=lambda part: part.number)
    if not parts or any(not part.taken_at for part in parts):
        return False
    row.state = State.SENT
    row.sent_at = row.sent_at or timezone.now()
    row.gateway_key = row.gateway_key or parts[0].gateway_key
    arrived, reason = _outcome(parts)
    if arrived:
        row.state = State.DELIVERED
    elif reason:
        row.state = State.UNDELIVERED
    row.delivered_at, row.undeliverable = arrived, "" if arrived else reason
    return True


def _outcome(parts: list[Part]):
    """When all parts had arrived, if they did, and why not where one did not; what arrived after all has arrived."""
    arrivals, reasons = [], []
    for part in parts:
        said = {receipt.outcome: receipt for receipt in part.receipts.all()}
        if Outcome.DELIVERED in said:
            arrivals.append(said[Outcome.DELIVERED].received_at)
        elif Outcome.UNDELIVERED in said:
            reasons.append(said[Outcome.UNDELIVERED].undeliverable)
    return max(arrivals) if len(arrivals) == len(parts) else None, min(reasons, default="")


def _write(statement: str, rows: Sequence[Sequence]) -> None:
    """Run a statement that takes the columns of these rows as lists."""
    if rows:
        with connection.cursor() as cursor:
            cursor.execute(statement, [list(column) for column in zip(*rows, strict=True)])


def _lock(gateway: str, keys: Collection[str]) -> None:
    with connection.cursor() as cursor:
        cursor.execute(LOCK, [[f"{gateway} {key}" for key in keys]])
