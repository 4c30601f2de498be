"""Which attempts to sign in are counted together: those of strangers apart from those of a device one has used before.

axes stops guessing for one name from one place. Beside it: many names from one place, and one name from many places.
"""

from axes.helpers import get_cool_off
from axes.models import AccessAttempt
from django.conf import settings
from django.db.models import Sum
from django.utils import timezone

from .allauth_inside import get_client_ip
from .devices import device_of
from .places import place_of

BETWEEN = " on "  # a name and the device; no email has a space


def who(request, credentials=None) -> str:
    """The email somebody tries, written in one way however it was typed; on a known device with its name."""
    name = _name(request, credentials)
    device = device_of(request, name) if hasattr(request, "COOKIES") else ""
    return f"{name}{BETWEEN}{device}" if device else name


def address_of(request) -> str | None:
    """The visitor's own address, also behind the proxy, to be told and not to be counted; None where nobody visits."""
    return get_client_ip(request)


def place(request) -> str:
    """By what everything that is tried is counted: whoever has one address of an IPv6 network has all of them."""
    return place_of(address_of(request) or "")


def must_wait(request) -> bool:
    """Whether too much was tried from this place, or for this name from anywhere. A device one has used before does
    not wait for what strangers try, but for what is tried by its mark, wherever that has been carried to, and by the
    marks of all devices of the name."""
    name = _name(request)
    recent = AccessAttempt.objects.filter(attempt_time__gt=timezone.now() - get_cool_off(request))
    if device_of(request, name):
        here = recent.filter(username=who(request))
        for_name = recent.filter(username__startswith=f"{name}{BETWEEN}")
    else:
        here = recent.filter(ip_address=place(request)).exclude(username__contains=BETWEEN)
        for_name = recent.filter(username=name)
    return (
        _wrong(here) >= settings.WRONG_PASSWORDS_FROM_ONE_PLACE
        or _wrong(for_name) >= settings.WRONG_PASSWORDS_FOR_ONE_NAME
    )


def _name(request, credentials=None) -> str:
    """Without the spaces that no email has, so that nobody types the name of a device."""
    given = (credentials or request.POST).get("username") or ""
    return "".join(given.replace("\x00", "").split()).lower()


def _wrong(attempts) -> int:
    return attempts.aggregate(wrong=Sum("failures_since_start"))["wrong"] or 0
