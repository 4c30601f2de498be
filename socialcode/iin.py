"""The individual identification number: twelve digits with the date of birth, the sex and a check digit.

Source: rules of 2003 on forming the IIN (adilet.zan.kz, P030000565_); checked with the project's worked numbers.
"""

import datetime
from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

FIRST_PASS = range(1, 12)
SECOND_PASS = (3, 4, 5, 6, 7, 8, 9, 10, 11, 1, 2)
LENGTH, MODULUS, NEVER_ISSUED = 12, 11, 10
CENTURIES = {1: 1800, 2: 1800, 3: 1900, 4: 1900, 5: 2000, 6: 2000}  # the seventh digit; odd is male, even female


@dataclass(frozen=True)
class Iin:
    """What an IIN says. `sex` is male or female."""

    text: str
    birth_date: datetime.date
    sex: str


def read(text: str) -> Iin:
    """The IIN with what it says. Raises ValidationError for what cannot be one."""
    if len(text) != LENGTH or not (text.isascii() and text.isdigit()):
        raise ValidationError(_("An IIN has exactly 12 digits."), code="shape")
    digits = [int(letter) for letter in text]
    century = CENTURIES.get(digits[6])
    if century is None:
        raise ValidationError(_("This is no IIN: the seventh digit does not exist. Check the number."), code="century")
    try:
        born = datetime.date(century + int(text[:2]), int(text[2:4]), int(text[4:6]))
    except ValueError:
        raise ValidationError(_("This is no IIN: it does not begin with a date. Check it."), code="date") from None
    if check_digit(digits) != digits[11]:
        raise ValidationError(_("This is no IIN: one of the digits is wrong. Check the number."), code="check")
    return Iin(text, born, "male" if digits[6] % 2 else "female")


def validate(text: str) -> None:
    read(text)


def first_free(born: datetime.date, sex: str, serial: int) -> str:
    """The IIN of the first four-digit serial number from `serial` on that has a check digit."""
    century = next(
        digit
        for digit, year in CENTURIES.items()
        if year == born.year // 100 * 100 and (digit % 2 == 1) == (sex == "male")
    )
    for number in range(serial, 10**4):
        start = f"{born:%y%m%d}{century}{number:04d}"
        digit = check_digit([int(letter) for letter in start])
        if digit is not None:
            return f"{start}{digit}"
    raise ValueError(f"no IIN is left from {serial} on")


def check_digit(digits: list[int]) -> int | None:
    """The twelfth digit for the eleven before it; None for a number that is never issued."""
    for weights in (FIRST_PASS, SECOND_PASS):
        rest = sum(digit * weight for digit, weight in zip(digits[:11], weights, strict=True)) % MODULUS
        if rest != NEVER_ISSUED:
            return rest
    return None
