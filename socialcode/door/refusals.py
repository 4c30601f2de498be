"""What the door says to a request that no page is asked about: a plain page in the visitor's language."""

from functools import lru_cache

from csp.utils import build_policy
from django.conf import settings
from django.template.loader import render_to_string
from django.utils import translation
from django.utils.translation import gettext_lazy as _


class RefusedError(Exception):
    """A request that the door does not hand on. `again` is in how many seconds a browser may try once more, `reason`
    what lines and counts call it."""

    status, again, reason = 503, 10, "busy"
    title, text = (
        _("The portal has much to do at the moment"),
        _("Wait ten seconds, then try again. Nothing was changed."),
    )


class BusyError(RefusedError):
    """All threads of a lane are taken, and so is the queue before them."""


class TooManyError(RefusedError):
    reason = "too many"
    status = 429
    title = _("Too many requests at the same time from your network")


class TooLongError(RefusedError):
    reason = "too long"
    again = 60
    title = _("This takes too long")
    text = _("Wait a minute and try again. What you sent may not have been saved.")


class NoRoomError(RefusedError):
    reason = "no room"
    again = 60
    title = _("The portal cannot keep files at the moment")
    text = _("Nothing was changed; please try again later.")


class SlowError(RefusedError):
    reason = "slow"
    status, again = 408, 0
    title = _("What you sent did not arrive in time")
    text = _("The connection is too slow or was broken off. Nothing was saved; please send it again.")


class TooLargeError(RefusedError):
    reason = "too large"
    status, again = 413, 0
    title = _("This is too much at once")
    text = _("Send less at a time: at most ten files of 10 MB each. Nothing was saved.")


class FailedError(RefusedError):
    reason = "failed"
    status, again = 500, 0
    title = _("Something went wrong on our side")
    text = _("Wait a minute and try again. What you sent may not have been saved.")


@lru_cache(maxsize=32)
def page(refusal: type[RefusedError], language: str) -> tuple[list[tuple[bytes, bytes]], bytes]:
    """Headers and body of a refusal. Made once: the door says it most when there is least time to make it."""
    with translation.override(language):
        body = render_to_string("door/refused.html", {"title": refusal.title, "text": refusal.text}).encode()
    headers = {
        "content-type": "text/html; charset=utf-8",
        "content-length": str(len(body)),
        "content-language": language,
        "content-security-policy": build_policy(),
        "x-content-type-options": "nosniff",
        "x-frame-options": "DENY",
        "cache-control": "no-store",
        "referrer-policy": settings.SECURE_REFERRER_POLICY,
    }
    if refusal.again:
        headers["retry-after"] = str(refusal.again)
    return [(name.encode(), value.encode("latin1")) for name, value in headers.items()], body
