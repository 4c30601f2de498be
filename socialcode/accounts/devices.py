"""Devices on which somebody has signed in before. Guessing from elsewhere does not shut their owner out.

The cookie names the device by chance and, as keyed hashes, who has signed in on it. It opens nothing: it only has
attempts counted apart from those of strangers.
"""

import secrets

from django.conf import settings
from django.core import signing
from django.utils.crypto import salted_hmac

SALT = "socialcode.accounts.devices"
AGE = 365 * 24 * 60 * 60  # seconds
MOST = 8  # people who are remembered on one device


def device_of(request, name: str) -> str:
    """The device's own name where `name` (an email or an IIN) has signed in on it before; else empty."""
    device, known = _read(request)
    return device if _mark(name) in known else ""


def remember(answer, request, user) -> None:
    """Remember on this device that somebody has signed in."""
    device, known = _read(request)
    marks = [_mark(name) for name in (user.email, user.iin) if name]
    others = [mark for mark in known if mark not in marks]
    text = signing.dumps([device or secrets.token_hex(8), [*marks, *others][:MOST]], salt=SALT)
    safely = {"secure": settings.SESSION_COOKIE_SECURE, "httponly": True, "samesite": "Lax"}
    answer.set_cookie(settings.DEVICE_COOKIE_NAME, text, max_age=AGE, **safely)


def _read(request) -> tuple[str, list[str]]:
    try:
        device, known = signing.loads(request.COOKIES.get(settings.DEVICE_COOKIE_NAME, ""), salt=SALT, max_age=AGE)
    except (signing.BadSignature, ValueError):
        return "", []
    return device, known


def _mark(name: str) -> str:
    return salted_hmac(SALT, name.strip().lower(), algorithm="sha256").hexdigest()[:32]
