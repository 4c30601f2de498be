"""The ways out of the portal: the built-in demo phones and mailboxes, or an SMS gateway over HTTP and a mail server.

A gateway gets a message's `key` with every try. One that honours it shows the person a message only once, also when the
portal was cut off before it read the answer.
"""

import smtplib

import requests
from django.conf import settings
from django.core.mail import EmailMessage

from .models import Delivery, InboxMessage

SECONDS = (5, 15)  # to connect, to answer
TRY_LATER = {408, 409, 425, 429}  # besides everything from 500 on


class NotDeliveredError(Exception):
    """A message did not go. `is_final` where another try would be refused again."""

    def __init__(self, reason: str, *, is_final: bool = False):
        super().__init__(reason)
        self.is_final = is_final


def is_demonstration() -> bool:
    """Whether what is sent can be seen by anybody, because it is for invented people only."""
    return settings.DEMO and not settings.PRODUCTION and settings.NOTICE_GATEWAY == "inbox"


def send(delivery) -> str:
    """Send one message and return what the gateway calls it. Raises NotDeliveredError.

    It is a `Delivery`, or what has its channel, address, subject, text and key.
    """
    if settings.NOTICE_GATEWAY == "inbox":
        return _into_the_inbox(delivery)
    return _by_sms(delivery) if delivery.channel == Delivery.Channel.SMS else _by_mail(delivery)


def _into_the_inbox(delivery: Delivery) -> str:
    InboxMessage.objects.get_or_create(
        gateway_key=delivery.key,
        defaults={
            "channel": delivery.channel,
            "address": delivery.address,
            "subject": delivery.subject,
            "text": delivery.text,
        },
    )
    return delivery.key


def _by_sms(delivery: Delivery) -> str:
    try:
        answer = requests.post(
            settings.SMS_GATEWAY_URL,
            json={"to": delivery.address, "text": delivery.text, "key": delivery.key},
            headers={"Authorization": f"Bearer {settings.SMS_GATEWAY_TOKEN}", "Idempotency-Key": delivery.key},
            timeout=SECONDS,
            allow_redirects=False,  # the text and the token go to the named address only
        )
    except requests.RequestException as error:
        raise NotDeliveredError(f"The SMS gateway did not answer: {type(error).__name__}") from error
    if not answer.ok or answer.is_redirect:
        later = answer.status_code in TRY_LATER or answer.status_code >= requests.codes.server_error
        raise NotDeliveredError(f"The SMS gateway answered {answer.status_code}.", is_final=not later)
    return _named_by(answer) or delivery.key


def _named_by(answer: requests.Response) -> str:
    """The gateway's own name of the message, if it gave one: {"id": ...}."""
    try:
        said = answer.json()
    except requests.JSONDecodeError:
        return ""
    return str(said.get("id", ""))[:100] if isinstance(said, dict) else ""


def _by_mail(delivery: Delivery) -> str:
    identity = f"<{delivery.key}@{settings.MAIL_DOMAIN}>"  # mailboxes drop a second message of one identity
    mail = EmailMessage(delivery.subject, delivery.text, to=[delivery.address], headers={"Message-ID": identity})
    try:
        mail.send()
    except smtplib.SMTPRecipientsRefused as error:
        code = min(code for code, _words in error.recipients.values())
        raise NotDeliveredError(f"The mail server answered {code}.", is_final=code >= 500) from error  # noqa: PLR2004 - SMTP: for good
    except (smtplib.SMTPException, OSError) as error:
        raise NotDeliveredError(f"The mail server did not take it: {type(error).__name__}") from error
    return identity
