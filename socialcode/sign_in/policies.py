"""When no further code is sent. What others ask for does not use up the codes of whoever holds the person's phone.

Codes that were used cost nothing: who signs in is no attacker, also where thousands share an address. The last code
that is sent before others have to wait brings a number to the phone, and whoever types it counts apart: however much
others ask for, the phone's owner gets in.
"""

from django.conf import settings
from django.utils.crypto import constant_time_compare, salted_hmac
from django.utils.translation import gettext as _

from socialcode.refusal import NotAllowedError

from .models import CodeRequest

DIGITS = 8  # of the number on the phone
ON_THE_PHONE = "number "  # whoever typed the number of a request; no device is called so


class TooManyCodesError(NotAllowedError):
    """Too many codes for one IIN: whoever got the number on the phone goes on with it."""

    def __init__(self):
        super().__init__(_("Too many codes were asked for with this IIN. Try again in an hour."))


def counted_as(iin: str, device: str, number: str) -> str:
    """By whom a code is asked for: whoever holds the phone, a device on which its owner signed in, or a stranger."""
    asked = CodeRequest.objects.of_last_hour().filter(iin=iin) if number else ()
    shown = (each.pk for each in asked if constant_time_compare(number_of(each), number))
    found = next(shown, None)
    return device if found is None else f"{ON_THE_PHONE}{found}"


def number_of(asked: CodeRequest) -> str:
    """What the last message to the phone says. It follows from the request, and nobody works it out from outside."""
    digest = salted_hmac("sign_in.number", f"{asked.iin} {asked.pk}", algorithm="sha256").hexdigest()
    return f"{int(digest, 16) % 10**DIGITS:0{DIGITS}}"


def check_can_ask_for_code(iin: str, place: str, device: str = "") -> bool:
    """Whether this is the last code before others have to wait. Raises NotAllowedError and TooManyCodesError."""
    unused = CodeRequest.objects.of_last_hour().filter(used_at=None)
    for_iin = unused.filter(iin=iin)
    if device:
        mine, all_alike = for_iin.filter(device=device), for_iin.exclude(device="")
    else:
        mine, all_alike = for_iin.filter(device="", address=place), for_iin.filter(device="")
    if device.startswith(ON_THE_PHONE):
        all_alike = mine
    left = min(settings.CODES_AN_HOUR_FOR_ONE_IIN - mine.count(), settings.CODES_AN_HOUR_BY_OTHERS - all_alike.count())
    if left <= 0:
        raise TooManyCodesError
    if not device and unused.filter(address=place, device="").count() >= settings.CODES_AN_HOUR_FROM_ONE_PLACE:
        raise NotAllowedError(_("Too many codes were asked for from this place. Try again in an hour."))
    return left == 1
