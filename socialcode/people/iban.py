"""Bank accounts in Kazakhstan: the IBAN, as people type it and as it is kept."""

import schwifty
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from schwifty.exceptions import InvalidChecksumDigits, SchwiftyException

from socialcode import lookalikes

COUNTRY, LENGTH = "KZ", 20


def read(text: str) -> str:
    """The account in capitals without spaces. Raises ValidationError for what is no account in Kazakhstan."""
    compact = lookalikes.latin("".join(text.split()))
    if not compact.startswith(COUNTRY):
        raise ValidationError(_("Give an account in Kazakhstan: it begins with KZ."), code="country")
    if len(compact) != LENGTH:
        raise ValidationError(_("An account number has 20 characters: KZ, then 18 letters and digits."), code="length")
    try:
        return schwifty.IBAN(compact).compact
    except InvalidChecksumDigits:
        raise ValidationError(
            _("One of the characters is wrong. Compare with your bank’s app."), code="check"
        ) from None
    except SchwiftyException:
        raise ValidationError(_("This is no account number. Compare with your bank’s app."), code="shape") from None


def written(number: str) -> str:
    """The number in groups of four, as banks write it."""
    return schwifty.IBAN(number, allow_invalid=True).formatted
