"""The second factor of invented staff: the same for all of them and shown, so that the portal can be tried."""

import time

from django.conf import settings

from .allauth_inside import format_hotp_value, hotp_value

SECRET = "KRUGKIDEMVWW6IDTMVRXEZLUEBUXGIDO"  # noqa: S105 - printed for everybody to read; refused in production
MAILBOXES = "@demo.example"


def code_now(user) -> str:
    """The code that an authenticator app would show now; empty for everybody who is not invented."""
    if not settings.DEMO or settings.PRODUCTION or not (user.email or "").endswith(MAILBOXES):
        return ""
    return format_hotp_value(hotp_value(SECRET, int(time.time()) // settings.MFA_TOTP_PERIOD))
