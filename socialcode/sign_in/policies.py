"""When no further code is sent. What strangers ask for does not use up the codes of somebody's own device or place."""

from django.conf import settings
from django.utils.translation import gettext as _

from socialcode.refusal import NotAllowedError

from .models import CodeRequest


def check_can_ask_for_code(iin: str, address: str, device: str = "") -> None:
    asked = CodeRequest.objects.of_last_hour()
    mine = asked.filter(iin=iin, device=device)
    counted = mine if device else mine.filter(address=address)
    by_strangers = 0 if device else mine.count()
    if counted.count() >= settings.CODES_AN_HOUR_FOR_ONE_IIN or by_strangers >= settings.CODES_AN_HOUR_BY_STRANGERS:
        raise NotAllowedError(_("Too many codes were asked for with this IIN. Try again in an hour."))
    if not device and asked.filter(address=address, device="").count() >= settings.CODES_AN_HOUR_FROM_ONE_PLACE:
        raise NotAllowedError(_("Too many codes were asked for from this place. Try again in an hour."))
