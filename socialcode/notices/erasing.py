"""What of messages is not kept: codes, and the words of what was sent. Notices and letters stay with the person."""

import datetime

from .kinds import CODES
from .models import Delivery, Inbound, Notice, Receipt, WrongCode

OVER = [state for state in Delivery.State if state not in Delivery.ON_ITS_WAY]


def codes(before: datetime.datetime, most: int) -> int:
    """Erase notices of codes older than a moment, with their deliveries. Returns how many, `most` at a time."""
    old = Notice.objects.filter(kind__in=CODES, created_at__lt=before).exclude(
        deliveries__state__in=["waiting", "sending"]
    )
    keys = list(old.values_list("pk", flat=True)[:most])
    Delivery.objects.filter(notice__in=keys).delete()
    Notice.objects.filter(pk__in=keys).delete()
    return len(keys)


def sent_texts(before: datetime.datetime, most: int) -> int:
    """Empty the words of messages that are no longer on their way; that one went, when and whereto stays."""
    old = Delivery.objects.filter(state__in=OVER, notice__created_at__lt=before).exclude(text="")
    return Delivery.objects.filter(pk__in=list(old.values_list("pk", flat=True)[:most])).update(text="", subject="")


def answers(before: datetime.datetime, most: int) -> int:
    """Empty what people wrote and somebody has read; what they agreed to by it stays with their consent."""
    old = Inbound.objects.filter(taken_at__lt=before).exclude(text="")
    return Inbound.objects.filter(pk__in=list(old.values_list("pk", flat=True)[:most])).update(text="")


def receipts(before: datetime.datetime, most: int) -> int:
    """Erase receipts of messages that nobody knows."""
    unknown = list(Receipt.objects.filter(part=None, received_at__lt=before).values_list("pk", flat=True)[:most])
    return Receipt.objects.filter(pk__in=unknown).delete()[0]


def wrong_codes(before: datetime.datetime, most: int) -> int:
    """Erase guesses at the codes of letters."""
    old = list(WrongCode.objects.filter(at__lt=before).values_list("pk", flat=True)[:most])
    return WrongCode.objects.filter(pk__in=old).delete()[0]
