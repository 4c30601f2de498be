"""Writing notices; sending them is the business of `delivery`."""

from django.db import transaction
from django.template.loader import render_to_string
from django.utils import translation

from .models import Delivery, Notice


@transaction.atomic
def queue(kind, *, to, about, letter=False, **named):
    """See `socialcode.notices.queue`."""
    with translation.override(to.language):
        texts = {
            part: render_to_string(f"notices/{kind}/{part}.txt", {"to": to, "about": about, **named}).strip()
            for part in ("subject", "text", "sms")
        }
    notice = Notice.objects.create(
        to=to,
        kind=kind,
        language=to.language,
        subject=texts["subject"],
        text=texts["text"],
        about_type=about._meta.label_lower,
        about_key=str(about.pk),
    )
    for channel, address, text in (
        (Delivery.Channel.SMS, to.phone, texts["sms"]),
        (Delivery.Channel.EMAIL, to.email, texts["text"]),
    ):
        if address:
            Delivery.objects.create(notice=notice, channel=channel, address=address, text=text)
    return notice
