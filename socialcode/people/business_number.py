"""The business identification number (BIN): year and month of registration, what was registered, and a check digit.

Source: rules of 22 May 2007 on forming identification numbers (adilet.zan.kz, P070000406_); the check digit is that of
the IIN. An entrepreneur who works alone has no BIN, but the own IIN.
"""

import datetime
from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from socialcode import iin

LEGAL_FORMS = {4: "resident", 5: "non_resident", 6: "joint_enterprise"}  # the fifth digit
DIVISIONS = {0: "head_unit", 1: "branch", 2: "representative_office", 3: "farm"}  # the sixth
MONTHS = range(1, 13)


@dataclass(frozen=True)
class Bin:
    """What a BIN says: the registration's month without a century, whose it is and which part of it."""

    text: str
    month: int
    legal_form: str
    division: str


def read(text: str) -> Bin:
    """The BIN with what it says. Raises ValidationError for what cannot be one."""
    if len(text) != iin.LENGTH or not (text.isascii() and text.isdigit()):
        raise ValidationError(_("A BIN has exactly 12 digits."), code="shape")
    digits = [int(letter) for letter in text]
    month, legal_form, division = int(text[2:4]), LEGAL_FORMS.get(digits[4]), DIVISIONS.get(digits[5])
    if month not in MONTHS:
        raise ValidationError(_("This is no BIN: it does not begin with a year and a month. Check it."), code="month")
    if legal_form is None or division is None:
        raise ValidationError(
            _("This is no BIN: the fifth or the sixth digit does not exist. Check the number."), code="kind"
        )
    if iin.check_digit(digits) != digits[11]:
        raise ValidationError(_("This is no BIN: one of the digits is wrong. Check the number."), code="check")
    return Bin(text, month, legal_form, division)


def first_free(registered: datetime.date, serial: int, *, legal_form: int = 4, division: int = 0) -> str:
    """The BIN of the first five-digit serial number from `serial` on that has a check digit."""
    for number in range(serial, 10**5):
        start = f"{registered:%y%m}{legal_form}{division}{number:05d}"
        digit = iin.check_digit([int(letter) for letter in start])
        if digit is not None:
            return f"{start}{digit}"
    raise ValueError(f"no BIN is left from {serial} on")
