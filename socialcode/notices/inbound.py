"""Messages from people, whatever gateway they come by: kept once, exactly as written, and given to who reads them.

A room above that reads them registers with `takes`. What one person wrote is given in the order in which it came: who
answers "1" and then "2" has changed their mind, and is never read the other way round.
"""

import logging
import time
from collections.abc import Callable
from datetime import timedelta

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Exists, OuterRef, QuerySet
from django.utils import timezone

from socialcode.people import phone
from socialcode.waking import wake

from .models import Inbound, Notice

AGAIN_AFTER = timedelta(minutes=1)  # doubled with every try
MOST_DOUBLINGS = 10
HOLDS_UP = 5  # tries; what nobody could read so often lets the person's next message go first
LONGEST_TASK = 20  # seconds; then other tasks of the queue have their turn

Taker = Callable[[Inbound], None]
takers: list[Taker] = []
log = logging.getLogger(__name__)


def takes(taker: Taker) -> Taker:
    """Have a room given every message from a person, once. It runs in the transaction that marks the message as taken:
    what it raises undoes what it did, and the message comes again later."""
    takers.append(taker)
    return taker


@transaction.atomic
def receive(*, gateway: str, gateway_key: str, channel: str, address: str, text: str, notice: Notice | None = None):  # noqa: PLR0913 - by keyword
    """Keep a message from a person and wake who reads it. Returns the row, and whether it is new: what a gateway calls
    by a name that is there already was told twice."""
    from . import tasks  # noqa: PLC0415 - the tasks take what is received here

    readable = text.replace("\x00", "�")  # PostgreSQL keeps no zero in a text
    row, is_new = Inbound.objects.get_or_create(
        gateway=gateway,
        gateway_key=gateway_key,
        defaults={"channel": channel, "address": address, "text": readable, "notice": notice},
    )
    if is_new:
        wake(tasks.take_inbound)
    return row, is_new


def address_of(number: str) -> str:
    """A phone as a gateway writes it, as it is kept with a person where it is one of this country; else as written."""
    try:
        return phone.read(number)
    except ValidationError:
        return number.strip()[:254]


def waiting(limit: int) -> QuerySet[Inbound]:
    """Messages whose turn it is, locked for the caller's transaction: nobody else gets them meanwhile. Of one person
    only the first that is not taken yet."""
    earlier = Inbound.objects.filter(
        taken_at=None, address=OuterRef("address"), pk__lt=OuterRef("pk"), tries__lt=HOLDS_UP
    )
    rows = Inbound.objects.filter(~Exists(earlier), taken_at=None, next_try_at__lte=timezone.now())
    return rows.order_by("next_try_at", "pk").select_for_update(skip_locked=True, of=("self",))[:limit]


def taken(row: Inbound, notice: Notice | None = None) -> None:
    """Mark a message as taken, and what it answers where the taker knows."""
    row.taken_at, row.notice = timezone.now(), notice or row.notice
    row.save(update_fields=["taken_at", "notice"])


def take_waiting() -> bool:
    """Give what waits to all takers. Returns whether something may be left. Without a taker all waits."""
    ends = time.monotonic() + LONGEST_TASK
    while takers and time.monotonic() < ends:
        if not _take_next():
            return False
    return bool(takers)


@transaction.atomic
def _take_next() -> bool:
    row = waiting(1).first()
    if row is None:
        return False
    try:
        with transaction.atomic():
            for taker in takers:
                taker(row)
            taken(row)
    except Exception:
        log.exception("Message %s from a person, try %s", row.pk, row.tries + 1)
        put_off = timezone.now() + AGAIN_AFTER * 2 ** min(row.tries, MOST_DOUBLINGS)
        Inbound.objects.filter(pk=row.pk).update(tries=row.tries + 1, next_try_at=put_off)
    return True
