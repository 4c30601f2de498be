"""Sending what waits: at most one message to a person and channel in a day; each exactly once. Codes go at once, and so
does what has a term, with all that waits beside it: the days to answer run from the day on which somebody is told.
What is more urgent goes first, and no row that cannot be sent holds up the others.

Two steps, each a short transaction. First the day's message is bound: its words are fixed, and what else waits for the
same person becomes part of it. Then it is sent, with its row locked until the gateway has answered. A worker killed in
between leaves the row bound and unlocked: the next one sends the same words under the same key, by which a gateway
knows that it has them already.
"""

import logging
import time
from collections.abc import Callable, Iterable
from datetime import timedelta

from django.db import transaction
from django.utils import timezone

from . import gateways, receipts
from .kinds import ASKING
from .models import Delivery, Gateway, Part
from .texts import written

DAY = timedelta(hours=24)
CODE_IS_WORTH = timedelta(minutes=5)
DELAYS = tuple(timedelta(minutes=minutes) for minutes in (1, 5, 15, 60, 180, 720, 1440))  # from try to try
LOOK_AGAIN = timedelta(minutes=10)  # while an earlier message is still on its way
LONGEST_TASK = 20  # seconds; then other tasks of the queue have their turn

State, Urgency = Delivery.State, Delivery.Urgency
log = logging.getLogger(__name__)


def deliver_due(urgencies: Iterable[Urgency] = tuple(Urgency)) -> bool:
    """Bind and send what is due of these urgencies, the most urgent first. Returns whether something may be left."""
    ends = time.monotonic() + LONGEST_TASK
    while time.monotonic() < ends:
        is_bound = _first(_bind_next, urgencies)
        if not (_first(_send_next, urgencies) or is_bound):
            return False
    return True


def _first(step: Callable[[Urgency], bool], urgencies: Iterable[Urgency]) -> bool:
    return any(step(urgency) for urgency in sorted(urgencies))


@transaction.atomic
def _bind_next(urgency: Urgency) -> bool:
    # The person's row is the lock: two workers never look at one person's day at the same time
    found = (
        Delivery.objects.due(State.WAITING, urgency)
        .select_related("notice__to")
        .select_for_update(skip_locked=True, of=("notice__to",), no_key=True)
        .first()
    )
    if found is None:
        return False
    try:
        with transaction.atomic():
            _bind_day_of(found)
    except Exception as error:
        log.exception("Delivery %s is not bound", found.pk)
        put_off = timezone.now() + LOOK_AGAIN
        Delivery.objects.filter(pk=found.pk).update(next_try_at=put_off, error=type(error).__name__)
    return True


def _bind_day_of(found: Delivery) -> None:
    beside = Delivery.objects.beside_codes(found.notice.to_id, found.channel)
    waiting = beside.filter(state=State.WAITING)
    has_term = waiting.filter(notice__answer_by__isnull=False).exclude(notice__kind__in=ASKING).exists()
    if not has_term and (opens_at := _opens_at(beside)):
        waiting.update(next_try_at=opens_at)
    elif rows := list(waiting.select_related("notice").order_by("pk")):
        _bind(_together(rows))


def _together(rows: list[Delivery]) -> list[Delivery]:
    """What goes as one message: who is to answer by a message is asked in the words that ask, and of nothing else.

    What has a term goes before that; what is asked waits for the next day, or the other way round.
    """
    others = [row for row in rows if row.notice.kind not in ASKING]
    asking = [row for row in rows if row.notice.kind in ASKING]
    has_term = any(row.notice.answer_by for row in others)
    return others if has_term or not asking else asking[:1]


def _opens_at(beside):
    """When the next message to the person may go; None for now."""
    now = timezone.now()
    if beside.filter(state=State.SENDING).exists():
        return now + LOOK_AGAIN
    last = beside.filter(state__in=Delivery.OUT, sent_at__gt=now - DAY).order_by("-sent_at").first()
    return last and last.sent_at + DAY


def _bind(rows: list[Delivery]) -> None:
    """Fix the words of one message for all that waits. It goes to the newest address."""
    message = rows[-1]
    if len(rows) > 1:
        days = [row.notice.answer_by for row in rows if row.notice.answer_by]
        named = {"count": len(rows), "rows": rows, "answer_by": min(days, default=None)}
        part = "sms" if message.channel == Delivery.Channel.SMS else "text"
        message.text = written("gathered", part, message.notice.language, named)
        if message.subject:
            message.subject = written("gathered", "subject", message.notice.language, named)
    message.state, message.next_try_at = State.SENDING, timezone.now()
    message.urgency = min(row.urgency for row in rows)
    message.save(update_fields=["state", "urgency", "next_try_at", "subject", "text"])
    covered = [row.pk for row in rows[:-1]]
    Delivery.objects.filter(pk__in=covered).update(state=State.COVERED, covered_by=message)


@transaction.atomic
def _send_next(urgency: Urgency) -> bool:
    found = (
        Delivery.objects.due(State.SENDING, urgency)
        .filter(channel__in=gateways.sends())
        .select_related("notice")
        .select_for_update(skip_locked=True, of=("self",))
        .first()
    )
    if found is None:
        return False
    if (moment := found.may_go_at(timezone.now())) > timezone.now():
        Delivery.objects.filter(pk=found.pk).update(next_try_at=moment)
        return True
    found.tries += 1
    try:
        if is_too_late(found):
            raise gateways.NotDeliveredError("The code was not worth anything any more.", is_final=True)
        with transaction.atomic():
            found.gateway_key = gateways.send(found)
        found.state, found.sent_at, found.error = State.SENT, timezone.now(), ""
        if gateways.arrives_at_once():
            found.state, found.delivered_at = State.DELIVERED, found.sent_at
    except gateways.NotDeliveredError as error:
        log.warning("Delivery %s, try %s: %s", found.pk, found.tries, error)
        put_off(found, str(error), is_final=error.is_final)
    except Exception as error:
        # A message that nobody foresaw must not hold up everybody else's
        log.exception("Delivery %s, try %s", found.pk, found.tries)
        put_off(found, type(error).__name__)
    found.save(update_fields=["tries", "gateway_key", "state", "sent_at", "delivered_at", "error", "next_try_at"])
    if found.state == State.SENT and gateways.tells(found.channel):
        part, _made = Part.objects.get_or_create(delivery=found, number=1, defaults={"gateway": Gateway.HTTP})
        receipts.take(part.gateway, [(part, found.gateway_key)])
    return True


def put_off(delivery: Delivery, reason: str, *, is_final: bool = False) -> None:
    """Set when a message is tried again, ever later, or that it is given up; the caller saves it."""
    delivery.error = reason[:300]
    if is_final or delivery.tries > len(DELAYS):
        delivery.state = State.FAILED
    else:
        delivery.next_try_at = timezone.now() + DELAYS[max(delivery.tries, 1) - 1]


def is_too_late(delivery: Delivery) -> bool:
    """Whether it is a code that is worth nothing any more."""
    return delivery.urgency == Urgency.CODE and timezone.now() > delivery.notice.created_at + CODE_IS_WORTH
