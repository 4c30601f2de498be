"""What a gateway says became of a message: in any order, twice, late, before it has named the message, or of one that
nobody knows. Each is kept, and a delivery's state follows from the rows alone, so that their order does not matter.

A receipt and the name of a part look for one another under a lock on the name: whichever comes second finds the first.
"""

from datetime import timedelta

from django.db import connection, transaction
from django.utils import timezone

from .models import Delivery, Part, Receipt

LOCK = "SELECT pg_advisory_xact_lock(hashtextextended(%s, 0))"
CLOCKS_DIFFER = timedelta(minutes=1)  # between the machine that sends and the one that hears the receipt

Outcome, State = Receipt.Outcome, Delivery.State


@transaction.atomic
def receive(*, gateway: str, gateway_key: str, outcome: str, undeliverable: str = "", said: str = "") -> Receipt:
    """Keep what a gateway said of the message that it calls so, once, and draw the consequence for its delivery.

    The receipt of a message that is unknown yet, or never was one of ours, has no part.
    """
    _lock(gateway, gateway_key)
    part = Part.objects.named(gateway, gateway_key).first()
    receipt, is_new = Receipt.objects.get_or_create(
        gateway=gateway,
        gateway_key=gateway_key,
        outcome=outcome,
        part=part,
        defaults={"undeliverable": undeliverable, "said": said.replace("\x00", "�")[:300]},
    )
    if part and is_new:
        settle(part.delivery_id)
    elif part is None and not is_new:
        receipt.received_at = timezone.now()  # names are used again after long: this one may be of a new message
        receipt.save(update_fields=["received_at"])
    return receipt


@transaction.atomic
def take(part: Part, gateway_key: str) -> None:
    """The gateway has a part and calls it so; receipts that came before belong to it now."""
    _lock(part.gateway, gateway_key)
    part.gateway_key, part.taken_at = gateway_key, timezone.now()
    part.save(update_fields=["gateway_key", "taken_at"])
    early = Receipt.objects.filter(gateway=part.gateway, gateway_key=gateway_key, part=None)
    early.filter(received_at__gte=part.handed_at - CLOCKS_DIFFER).update(part=part)
    settle(part.delivery_id)


@transaction.atomic
def settle(delivery: int) -> None:
    """Bring a delivery's state in line with its parts: sent once all are taken, then what the receipts say of them."""
    row = Delivery.objects.select_for_update().get(pk=delivery)
    parts = list(row.parts.prefetch_related("receipts"))
    if row.state not in (State.SENDING, *Delivery.WENT) or not parts or any(not part.taken_at for part in parts):
        return
    row.state, row.error = State.SENT, ""
    row.sent_at = row.sent_at or timezone.now()
    row.gateway_key = row.gateway_key or parts[0].gateway_key
    arrived, reason = _outcome(parts)
    if arrived:
        row.state = State.DELIVERED
    elif reason:
        row.state = State.UNDELIVERED
    row.delivered_at, row.undeliverable = arrived, "" if arrived else reason
    row.save(update_fields=["state", "error", "sent_at", "gateway_key", "delivered_at", "undeliverable"])


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


def _lock(gateway: str, gateway_key: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(LOCK, [f"{gateway} {gateway_key}"])
