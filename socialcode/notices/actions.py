"""Writing, reading and answering notices; sending them is the business of `delivery`."""

import datetime
import uuid
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from django.conf import settings
from django.db import transaction
from django.urls import reverse
from django.utils import timezone

from socialcode.audit.models import type_of
from socialcode.people.models import Person
from socialcode.waking import wake

from . import inbound, letters, tasks
from .kinds import CODES
from .models import Delivery, Gateway, InboxMessage, Notice
from .telling import channels_of_each
from .texts import written


@dataclass(frozen=True)
class Message:
    """To whom a notice goes; `about` is the stored thing, kept by value, `named` what its texts speak of besides, and
    `answer_by` the last day to answer, where the person is asked something. `quiet` are the next hours in which it does
    not go (first and last moment), where there are such."""

    to: Person
    about: Any
    named: Mapping[str, Any] = field(default_factory=dict)
    answer_by: datetime.date | None = None
    quiet: tuple[datetime.datetime, datetime.datetime] | None = None

    def written(self, kind: str, part: str, notice: Notice) -> str:
        """A part of a kind, the notice's own or another one, in the notice's language."""
        page = settings.PORTAL_ADDRESS + reverse("notices:notice", args=[notice.key])
        told = {"to": self.to, "about": self.about, "page": page, "answer_by": self.answer_by}
        return written(kind, part, notice.language, {**self.named, **told})


class Queued(NamedTuple):
    """A notice and the ways on which it goes, as they were written."""

    notice: Notice
    deliveries: list[Delivery]


@transaction.atomic
def queue_notice(kind, *, to, about, letter=None, answer_by=None, is_bulk=False, **named):  # noqa: PLR0913 - by keyword
    """Write a notice in the caller's transaction and wake the delivery. `named` are what its texts speak of.

    kind        a folder's name under templates/notices/: its texts in the person's language
    to          a Person; by SMS and e-mail as far as they have a number and an address, and in the portal always
    about       the stored thing, kept by value
    letter      the Office that issues the PDF with a verification code that comes with it; None for no letter
    answer_by   the last day to answer, where the person is asked something
    is_bulk     one of thousands that are written together: it goes when nothing about people's own matters waits, and
                the sweep of beat begins with it
    """
    message = Message(to, about, named, answer_by)
    ((notice, _deliveries),) = _queue(kind, [message], is_bulk)
    if letter:
        letters.issue(notice, office=letter, number=str(about), text=message.written(notice.kind, "letter", notice))
    return notice


@transaction.atomic
def queue_notices(kind: str, messages: Sequence[Message]) -> list[Queued]:
    """Write notices of one kind to many people, in the order of the messages: as `queue_notice` would write each of
    them as one of many (`is_bulk`), in three queries."""
    return _queue(kind, messages, is_bulk=True)


def _queue(kind: str, messages: Sequence[Message], is_bulk: bool) -> list[Queued]:
    channels = channels_of_each([message.to for message in messages], is_code=kind in CODES)
    notices = Notice.objects.bulk_create([_notice(kind, message) for message in messages])
    queued = []
    for message, notice in zip(messages, notices, strict=True):
        ways = _ways(message, notice, channels[message.to.pk], is_bulk)
        queued.append(Queued(notice, list(ways)))
    Delivery.objects.bulk_create([way for one in queued for way in one.deliveries])
    if not is_bulk:
        wake(tasks.deliver_codes if kind in CODES else tasks.deliver)
    return queued


def _notice(kind: str, message: Message) -> Notice:
    to, about = message.to, message.about
    notice = Notice(
        to=to,
        kind=kind,
        language=to.language,
        about_type=type_of(about),
        about_key=str(about.pk),
        link=about.get_absolute_url() if hasattr(about, "get_absolute_url") else "",
        answer_by=message.answer_by,
    )
    notice.subject, notice.text = (message.written(notice.kind, part, notice) for part in ("subject", "text"))
    return notice


def _ways(message: Message, notice: Notice, channels: set[str], is_bulk: bool) -> Iterator[Delivery]:
    to, way = message.to, {"notice": notice, "quiet": message.quiet, **_urgency(notice.kind, is_bulk)}
    if to.phone and Delivery.Channel.SMS in channels:
        text = message.written(notice.kind, "sms", notice)
        yield Delivery(**way, channel=Delivery.Channel.SMS, address=to.phone, text=text)
    if to.email and Delivery.Channel.EMAIL in channels:
        mail = "\n\n".join((notice.text, message.written("mail", "end", notice)))
        yield Delivery(**way, channel=Delivery.Channel.EMAIL, address=to.email, subject=notice.subject, text=mail)


def _urgency(kind: str, is_bulk: bool) -> dict:
    if kind in CODES:
        return {"urgency": Delivery.Urgency.CODE, "state": Delivery.State.SENDING}
    return {"urgency": Delivery.Urgency.BULK if is_bulk else Delivery.Urgency.OWN}


def mark_read(notice: Notice) -> None:
    """Keep when the person first opened a notice."""
    if notice.read_at is None:
        notice.read_at = timezone.now()
        notice.save(update_fields=["read_at"])


def mark_all_read(notices) -> None:
    notices.filter(read_at=None).update(read_at=timezone.now())


@transaction.atomic
def reply(conversation: InboxMessage, text: str) -> InboxMessage:
    """Answer from a demo phone or mailbox: read like what comes by any gateway."""
    message = InboxMessage.objects.create(
        channel=conversation.channel,
        address=conversation.address,
        direction=InboxMessage.Direction.FROM_PERSON,
        text=text,
        gateway_key=f"reply-{uuid.uuid4()}",
    )
    inbound.receive(
        gateway=Gateway.INBOX,
        gateway_key=message.gateway_key,
        channel=message.channel,
        address=message.address,
        text=text,
    )
    return message
