"""Links by which staff choose a password go to their own mailbox: rows of `accounts.PasswordLink` are the queue."""

import logging
from dataclasses import dataclass
from datetime import timedelta

from django.db import transaction
from django.utils import timezone

from socialcode.accounts.links import address_of
from socialcode.accounts.models import PasswordLink

from . import gateways
from .models import Delivery
from .texts import written

AGAIN_AFTER = timedelta(minutes=1)  # doubled with every try
MOST_DOUBLINGS = 10
AT_ONCE = 100

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Mail:
    """What a gateway sends, in the words of `Delivery`."""

    address: str
    subject: str
    text: str
    key: str
    channel: str = Delivery.Channel.EMAIL


def send_due() -> None:
    """Send every link whose time has come. Safe to run again, and beside itself."""
    for _step in range(AT_ONCE):
        if not _send_next():
            return


@transaction.atomic
def _send_next() -> bool:
    waiting = PasswordLink.objects.filter(sent_at=None, used_at=None, next_try_at__lte=timezone.now())
    rows = waiting.filter(made_at__gt=timezone.now() - PasswordLink.GOOD_FOR).order_by("next_try_at")
    link = rows.select_related("user").select_for_update(skip_locked=True, of=("self",)).first()
    if link is None:
        return False
    link.tries += 1
    try:
        with transaction.atomic():
            gateways.send(_mail(link))
        link.sent_at = timezone.now()
    except Exception as error:  # whatever is wrong with one link, the others go
        log.warning("Password link %s, try %s: %s", link.pk, link.tries, error, exc_info=not _is_usual(error))
        link.next_try_at = timezone.now() + AGAIN_AFTER * 2 ** min(link.tries, MOST_DOUBLINGS)
    link.save(update_fields=["tries", "sent_at", "next_try_at"])
    return True


def _is_usual(error: Exception) -> bool:
    return isinstance(error, gateways.NotDeliveredError)


def _mail(link: PasswordLink) -> Mail:
    named = {"user": link.user, "page": address_of(link), "until": link.made_at + PasswordLink.GOOD_FOR}
    subject, text = (written("password_link", part, link.user.language, named) for part in ("subject", "text"))
    return Mail(link.user.email, subject, text, f"password-link-{link.key}")
