"""When no further code is sent."""

from django.conf import settings
from django.utils.translation import gettext as _

from socialcode.refusal import NotAllowedError

from .models import CodeRequest


def check_can_ask_for_code(iin: str, address: str) -> None:
    asked = CodeRequest.objects.of_last_hour()
    if asked.filter(iin=iin).count() >= settings.CODES_AN_HOUR_FOR_ONE_IIN:
        raise NotAllowedError(_("Too many codes were asked for with this IIN. Try again in an hour."))
    if asked.filter(address=address).count() >= settings.CODES_AN_HOUR_FROM_ONE_PLACE:
        raise NotAllowedError(_("Too many codes were asked for from this place. Try again in an hour."))
