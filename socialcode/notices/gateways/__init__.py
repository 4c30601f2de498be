"""The ways out of the portal: the built-in demo phones and mailboxes, or an SMS gateway over HTTP and a mail server.

A gateway gets a message's `key` with every try. One that honours it shows the person a message only once, also when the
portal was cut off before it read the answer. With an SMS centre over SMPP a process of its own takes SMS from the queue
(`smpp`), and `send` gets none.
"""

from django.conf import settings

from ..models import Delivery
from . import http, inbox, mail
from .refused import NotDeliveredError

__all__ = ["NotDeliveredError", "arrives_at_once", "is_demonstration", "send", "sends", "tells"]


def is_demonstration() -> bool:
    """Whether what is sent can be seen by anybody, because it is for invented people only."""
    return settings.DEMO and not settings.PRODUCTION and settings.NOTICE_GATEWAY == "inbox"


def sends() -> list[str]:
    """The channels whose messages `send` sends; others have a process of their own."""
    return [channel for channel in Delivery.Channel if (settings.NOTICE_GATEWAY, channel) != ("smpp", "sms")]


def tells(channel: str) -> bool:
    """Whether it is told later, by its name there, what became of a message that `send` has sent."""
    return (settings.NOTICE_GATEWAY, channel) == ("http", "sms")


def arrives_at_once() -> bool:
    """Whether what `send` has sent is there: a demo phone is never out of reach."""
    return settings.NOTICE_GATEWAY == "inbox"


def send(delivery) -> str:
    """Send one message and return what the gateway calls it. Raises NotDeliveredError.

    It is a `Delivery`, or what has its channel, address, subject, text and key.
    """
    if settings.NOTICE_GATEWAY == "inbox":
        return inbox.put(delivery)
    return http.post(delivery) if delivery.channel == Delivery.Channel.SMS else mail.send(delivery)
