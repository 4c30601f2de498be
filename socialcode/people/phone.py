"""Mobile phones in Kazakhstan, as people type them and as they are kept."""

import phonenumbers
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

COUNTRY = "KZ"
TAKES_SMS = (phonenumbers.PhoneNumberType.MOBILE, phonenumbers.PhoneNumberType.FIXED_LINE_OR_MOBILE)


def read(text: str) -> str:
    """The number as +7 and ten digits. Raises ValidationError for what is no mobile phone in Kazakhstan."""
    try:
        number = phonenumbers.parse(text, COUNTRY)
    except phonenumbers.NumberParseException:
        raise ValidationError(_("Give a phone number, for example +7 700 000 00 00."), code="shape") from None
    if not phonenumbers.is_possible_number(number):
        raise ValidationError(_("A phone number has ten digits after +7. Count them."), code="length")
    if not phonenumbers.is_valid_number_for_region(number, COUNTRY):
        raise ValidationError(_("This is no number in Kazakhstan. Give one that can get an SMS."), code="country")
    if phonenumbers.number_type(number) not in TAKES_SMS:
        raise ValidationError(_("This number gets no SMS. Give a mobile phone."), code="fixed_line")
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)
