"""Writing, reading and answering notices; sending them is the business of `delivery`."""

import uuid

from django.conf import settings
from django.db import transaction
from django.urls import reverse
from django.utils import timezone

from socialcode.audit.models import type_of
from socialcode.waking import wake

from . import inbound, letters, tasks
from .kinds import CODES
from .models import Delivery, Gateway, InboxMessage, Notice
from .telling import channels_of
from .texts import written


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
    key = uuid.uuid4()
    page = settings.PORTAL_ADDRESS + reverse("notices:notice", args=[key])
    named |= {"to": to, "about": about, "page": page, "answer_by": answer_by}
    texts = {part: written(kind, part, to.language, named) for part in ("subject", "text", "sms")}
    notice = Notice.objects.create(
        key=key,
        to=to,
        kind=kind,
        language=to.language,
        subject=texts["subject"],
        text=texts["text"],
        about_type=type_of(about),
        about_key=str(about.pk),
        link=about.get_absolute_url() if hasattr(about, "get_absolute_url") else "",
        answer_by=answer_by,
    )
    if letter:
        letters.issue(notice, office=letter, number=str(about), text=written(kind, "letter", to.language, named))
    way = {"notice": notice, **_urgency(kind, is_bulk)}
    channels = channels_of(to, is_code=kind in CODES)
    if to.phone and Delivery.Channel.SMS in channels:
        Delivery.objects.create(**way, channel=Delivery.Channel.SMS, address=to.phone, text=texts["sms"])
    if to.email and Delivery.Channel.EMAIL in channels:
        mail = "\n\n".join((texts["text"], written("mail", "end", to.language, named)))
        Delivery.objects.create(
            **way, channel=Delivery.Channel.EMAIL, address=to.email, subject=texts["subject"], text=mail
        )
    if not is_bulk:
        wake(tasks.deliver_codes if kind in CODES else tasks.deliver)
    return notice


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
