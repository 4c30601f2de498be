"""Rows that are due, and what became of them: each step one short transaction.

A part is a row before it goes. What was cut off stands there without an answer, and is due again after a while: a
receipt that comes meanwhile settles it. Other processes pass it over until then, by `next_try_at`.
"""

from dataclasses import dataclass, replace
from datetime import timedelta

from django.conf import settings
from django.db import transaction
from django.db.models import F
from django.utils import timezone
from smpplib import consts

from socialcode.notices import delivery, receipts
from socialcode.notices.models import Delivery, Gateway, Part

from . import names, writing

CODE_IS_UNSURE = timedelta(minutes=1)  # a code is worth nothing later, and the same one twice does no harm
SLOWER = (consts.SMPP_ESME_RTHROTTLED, consts.SMPP_ESME_RMSGQFUL)
NO_SUCH_NUMBER = (consts.SMPP_ESME_RINVDSTADR,)
AGAIN_AFTER = timedelta(seconds=1)  # what the centre had no room for
WORDS = {value: name.removeprefix("SMPP_") for name, value in vars(consts).items() if name.startswith("SMPP_ESME_R")}

State, Urgency = Delivery.State, Delivery.Urgency


@dataclass(frozen=True)
class Outgoing:
    """A part that is to go, with the fields of its submit_sm."""

    part: Part
    fields: dict


@dataclass(frozen=True)
class Answer:
    """What the centre answered to a part; `name` is what it calls it."""

    part: Part
    status: int
    name: str = ""


@transaction.atomic
def claim(most: int) -> list[Outgoing]:
    """Take what is due, the most urgent first: so many parts, or one message that has more."""
    due = Delivery.objects.filter(state=State.SENDING, channel=Delivery.Channel.SMS, next_try_at__lte=timezone.now())
    rows = due.order_by("urgency", "next_try_at", "pk").select_related("notice").prefetch_related("parts")
    going, taken, held, now = [], {}, {}, timezone.now()
    for row in rows.select_for_update(skip_locked=True, of=("self",))[:most]:
        if delivery.is_too_late(row):
            _fail(row, "The code was not worth anything any more.")
            continue
        if (moment := row.may_go_at(now)) > now:
            Delivery.objects.filter(pk=row.pk).update(next_try_at=moment)
            continue
        fields = writing.parts(row.text, row.pk, settings.SMS_CENTRE.long)
        if going and len(going) + len(fields) > most:
            break
        now_go = _outgoing(row, fields)
        (taken if now_go else held).setdefault(_unsure(row), []).append(row.pk)
        going += now_go
    for group, tries in ((taken, 1), (held, 0)):
        for unsure, keys in group.items():
            later = timezone.now() + unsure
            Delivery.objects.filter(pk__in=keys).update(tries=F("tries") + tries, next_try_at=later)
    again = [each.part.pk for each in going if each.part.pk]
    Part.objects.bulk_create([each.part for each in going if each.part.pk is None])
    if again:
        Part.objects.filter(pk__in=again).update(handed_at=timezone.now())
    return [replace(each, fields=each.fields | _reference(each.part)) for each in going]


def _outgoing(row: Delivery, fields: list[dict]) -> list[Outgoing]:
    """The parts that the centre does not have yet, as far as anybody knows, and that are not on their way to it."""
    there, unsure_since = {part.number: part for part in row.parts.all()}, timezone.now() - _unsure(row)
    addresses = writing.sender(settings.SMS_CENTRE.source) | writing.receiver(row.address)
    if row.urgency == Urgency.CODE:
        addresses["validity_period"] = f"0000000000{int(delivery.CODE_IS_WORTH.total_seconds() // 60):02}00000R"[-16:]
    parts = [
        there.get(number) or Part(delivery=row, number=number, gateway=Gateway.SMPP)
        for number in range(1, len(fields) + 1)
    ]
    return [
        Outgoing(part, addresses | {"registered_delivery": 1} | own)
        for part, own in zip(parts, fields, strict=True)
        if part.pk is None or (part.taken_at is None and part.handed_at <= unsure_since)
    ]


def _reference(part: Part) -> dict:
    """By which a receipt tells of a part whose answer was cut off, where the centre repeats it."""
    return {"user_message_reference": names.reference(part.pk)} if settings.SMS_CENTRE.reference else {}


def _unsure(row: Delivery) -> timedelta:
    return CODE_IS_UNSURE if row.urgency == Urgency.CODE else timedelta(seconds=settings.SMS_CENTRE.unsure)


@transaction.atomic
def settle(answers: list[Answer]) -> None:
    """Keep what the centre answered."""
    took = [(each.part, names.of_answer(each.name) or f"part-{each.part.pk}") for each in answers if each.status == 0]
    if took:
        receipts.take(Gateway.SMPP, took)
    for each in answers:
        if each.status:
            _refused(each)


def _refused(answer: Answer) -> None:
    """The centre does not have the part: nothing is unsure."""
    row = Delivery.objects.select_for_update().get(pk=answer.part.delivery_id)
    Part.objects.filter(pk=answer.part.pk, taken_at=None).delete()
    if row.state != State.SENDING:
        return
    said = f"The SMS centre answered {word(answer.status)}."
    if answer.status in SLOWER:
        _again(row, AGAIN_AFTER)
    elif answer.status in NO_SUCH_NUMBER:
        _fail(row, said, Delivery.Undeliverable.UNKNOWN_NUMBER)
    else:
        delivery.put_off(row, said)
        row.save(update_fields=["state", "error", "next_try_at"])


def word(status: int) -> str:
    """What SMPP calls a status."""
    return WORDS.get(status, f"0x{status:08X}")


@transaction.atomic
def cannot_be_written(part: Part, error: Exception) -> None:
    """Nothing of it went, and nothing of the kind will: it is tried ever later, and holds up no other."""
    row = Delivery.objects.select_for_update().get(pk=part.delivery_id)
    Part.objects.filter(pk=part.pk, taken_at=None).delete()
    delivery.put_off(row, type(error).__name__)
    row.save(update_fields=["state", "error", "next_try_at"])


@transaction.atomic
def give_back(parts: list[Part]) -> None:
    """What was taken and never written to the line goes as soon as there is one."""
    for row in Delivery.objects.filter(pk__in={part.delivery_id for part in parts}).select_for_update():
        _again(row, timedelta())
    Part.objects.filter(pk__in=[part.pk for part in parts], taken_at=None).delete()


def _again(row: Delivery, after: timedelta) -> None:
    """It was no fault of the message: this was no try."""
    row.tries, row.next_try_at = max(row.tries - 1, 0), timezone.now() + after
    row.save(update_fields=["tries", "next_try_at"])


def _fail(row: Delivery, why: str, undeliverable: str = "") -> None:
    row.state, row.error, row.undeliverable = State.FAILED, why, undeliverable
    row.save(update_fields=["state", "error", "undeliverable"])
