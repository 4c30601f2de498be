"""Receipts and messages, kept before the centre is told that they came: what is not kept, the centre sends again.

It also sends again what it was told of on a line that then broke. SMPP has no name for a message from a person, so that
a repetition is known by its line and number, or, on the next line, by its words among those whose answer may have been
lost. The same words on the same line under another number are a second message.
"""

import logging
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from hashlib import sha256

from django.db import transaction
from django.db.models import Max
from django.utils import timezone
from smpplib.command import Command

from socialcode.notices import inbound, receipts
from socialcode.notices.models import Delivery, Gateway, Inbound, InboundPart, Part

from . import names, reading
from .reading import Piece, ReceiptRead

UNSURE_AFTER_A_BREAK = timedelta(minutes=1)  # what came in the last minute of a process that was killed
LATE_REFERENCE = timedelta(days=7)  # in which a receipt for a part that was cut off is expected
INCOMPLETE, KNOWN_FOR = (
    timedelta(hours=1),
    timedelta(days=1),
)  # then a part is given up waiting for; then all are erased
MISSING = "[…]"
log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Came:
    """A deliver_sm: of which line, with which number there, and how it reads."""

    line: str
    sequence: int
    said: ReceiptRead | Piece

    @classmethod
    def read(cls, line: str, sequence: int, body: Command) -> "Came":
        return cls(line, sequence, reading.read(body))

    @property
    def words(self) -> str:
        """By which the same is known on another line."""
        return sha256(repr(self.said).encode()).hexdigest()[:32]

    @property
    def key(self) -> str:
        """By which the same is known on the same line."""
        return f"{self.words}-{self.line}-{self.sequence}"


def lately(line: str) -> list[str]:
    """The words of messages that came on other lines within the last minute of which anything came: a process that was
    killed may have kept them without telling the centre."""
    kept = Inbound.objects.filter(gateway=Gateway.SMPP).exclude(gateway_key__contains=f"-{line}-")
    last = kept.aggregate(last=Max("received_at"))["last"]
    rows = kept.filter(received_at__gte=last - UNSURE_AFTER_A_BREAK) if last else kept.none()
    return [key.partition("-")[0] for key in rows.values_list("gateway_key", flat=True)]


@transaction.atomic
def keep(came: Sequence[Came], unsure: Sequence[str]) -> list[str]:
    """Keep all of it, or raise and keep nothing. `unsure` are the words of what earlier lines may have kept without
    the centre knowing; returns those that were indeed kept, and came once more."""
    said = [each.said for each in came if isinstance(each.said, ReceiptRead)]
    _adopt([each for each in said if each.said and each.reference is not None])
    known = [each.said for each in said if each.said]
    if known and (strangers := receipts.receive(Gateway.SMPP, known)):
        log.info("%s receipts are of messages that nobody knows, or does not know yet", strangers)
    again, left = [], list(unsure)
    for each in came:
        if not isinstance(each.said, Piece):
            continue
        if each.words in left and _is_kept(each):
            left.remove(each.words)
            again.append(each.words)
        else:
            _write(each, each.said)
    return again


def _is_kept(came: Came) -> bool:
    kept = Inbound.objects.filter(gateway=Gateway.SMPP, address=came.said.address)
    return (
        kept.filter(gateway_key__startswith=f"{came.words}-").exclude(gateway_key__contains=f"-{came.line}-").exists()
    )


def _adopt(said: list[ReceiptRead]) -> None:
    """A receipt that repeats the portal's own number names a part whose answer was cut off."""
    if not said:
        return
    since = timezone.now() - LATE_REFERENCE
    cut_off = Part.objects.filter(gateway=Gateway.SMPP, taken_at=None, handed_at__gt=since)
    cut_off = cut_off.filter(delivery__address__in={each.address for each in said}).select_related("delivery")
    by_number = {(part.delivery.address, names.reference(part.pk)): part for part in cut_off}
    found = {
        by_number[each.address, each.reference]: each.said
        for each in said
        if (each.address, each.reference) in by_number
    }
    if found:
        receipts.take(Gateway.SMPP, [(part, said.gateway_key) for part, said in found.items()])


def _write(came: Came, piece: Piece) -> None:
    if piece.total == 1:
        _receive(came.key, piece.address, reading.text(piece.coding, piece.data))
        return
    whole = {"gateway": Gateway.SMPP, "address": piece.address, "reference": piece.reference, "total": piece.total}
    parts = InboundPart.objects.filter(**whole)
    there = parts.select_for_update().filter(number=piece.number).first()
    if there and bytes(there.data) == piece.data:
        return
    if there:
        _give_up(list(parts.filter(joined_at=None).order_by("number")))
        parts.delete()  # a later message under the same reference
    InboundPart.objects.create(**whole, number=piece.number, coding=piece.coding, data=piece.data)
    rows = list(parts.order_by("number"))
    if len(rows) == piece.total:
        _join(rows)


def _join(rows: list[InboundPart]) -> None:
    """All that is there of one message, with a sign for what is missing."""
    pieces, coding, data, expected = [], rows[0].coding, b"", 1
    for row in rows:
        if row.number != expected or row.coding != coding:
            pieces.append(reading.text(coding, data) + (MISSING if row.number != expected else ""))
            data = b""
        coding, data, expected = row.coding, data + bytes(row.data), row.number + 1
    pieces.append(reading.text(coding, data) + (MISSING if expected <= rows[0].total else ""))
    _receive(f"long-{rows[0].pk}", rows[0].address, "".join(pieces))
    InboundPart.objects.filter(pk__in=[row.pk for row in rows]).update(joined_at=timezone.now())


def _receive(key: str, address: str, text: str) -> None:
    inbound.receive(gateway=Gateway.SMPP, gateway_key=key, channel=Delivery.Channel.SMS, address=address, text=text)


def _give_up(rows: list[InboundPart]) -> None:
    if rows:
        _join(rows)


@transaction.atomic
def sweep() -> None:
    """What is not whole after an hour is given to its readers as it is; parts are known for a day."""
    now = timezone.now()
    late = InboundPart.objects.filter(joined_at=None, received_at__lt=now - INCOMPLETE).select_for_update(
        skip_locked=True
    )
    wholes = {}
    for row in late.order_by("number"):
        wholes.setdefault((row.gateway, row.address, row.reference, row.total), []).append(row)
    for rows in wholes.values():
        _give_up(rows)
    InboundPart.objects.filter(joined_at__lt=now - KNOWN_FOR).delete()
