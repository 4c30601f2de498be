"""The number of a bank account in Kazakhstan."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from schwifty import IBAN
from schwifty.exceptions import InvalidChecksumDigits, SchwiftyException

COUNTRY, LENGTH = "KZ", 20


def read(text: str) -> str:
    """The account number without spaces. Raises ValidationError with a sentence for what cannot be one."""
    tight = "".join(text.split()).upper()
    if not tight.startswith(COUNTRY):
        raise ValidationError(_("Give an account in Kazakhstan: its number begins with KZ."))
    if len(tight) != LENGTH:
        raise ValidationError(_("An account number has 20 letters and digits. Check whether one is missing."))
    try:
        return str(IBAN(tight))
    except InvalidChecksumDigits:
        raise ValidationError(_("One of the letters or digits is wrong. Compare it with your bank’s papers.")) from None
    except SchwiftyException:
        raise ValidationError(_("There is no such account number. Compare it with your bank’s papers.")) from None


def written(number: str) -> str:
    """The number in groups of four, as banks write it."""
    return IBAN(number, allow_invalid=True).formatted
