"""The mail server. It has to take a letter within a time: one that answers a byte at a time would hold a worker."""

import smtplib

from django.conf import settings
from django.core.mail import EmailMessage
from django.core.mail.backends.smtp import EmailBackend

from socialcode.running import ways_out

from ..models import Delivery
from .refused import NotDeliveredError


class _Watched(smtplib.SMTP):
    def getreply(self):
        ways_out.watch(self.sock)
        return super().getreply()


class Backend(EmailBackend):
    """As Django's, within the deadline of `send`."""

    @property
    def connection_class(self):
        """The connection whose answers have a deadline."""
        return _Watched


def send(delivery: Delivery) -> str:
    """Hand one letter to the mail server and return its identity. Raises NotDeliveredError."""
    identity = f"<{delivery.key}@{settings.MAIL_DOMAIN}>"  # mailboxes drop a second message of one identity
    mail = EmailMessage(delivery.subject, delivery.text, to=[delivery.address], headers={"Message-ID": identity})
    try:
        with ways_out.Deadline(ways_out.ALTOGETHER):
            mail.send()
    except smtplib.SMTPRecipientsRefused as error:
        code = min(code for code, _words in error.recipients.values())
        raise NotDeliveredError(f"The mail server answered {code}.", is_final=code >= 500) from error  # noqa: PLR2004 - SMTP: for good
    except (smtplib.SMTPException, OSError) as error:
        raise NotDeliveredError(f"The mail server did not take it: {type(error).__name__}") from error
    return identity
