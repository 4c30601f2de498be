"""The one reader of numbers, sums of money and days as people type them: citizens, staff, administrators, the shell.

A field, a command or a file that takes what somebody typed asks here, so that "20.000" is the same everywhere.
"""

import datetime
import re
from contextlib import suppress
from decimal import Decimal

from babel.dates import get_month_names
from django.conf import settings
from django.utils.translation import gettext_lazy as _

LONGEST = 40  # characters; longer is no number and no day that anybody means
MOST_DIGITS = 20  # in one number
NO_NUMBER = _("“%(typed)s” cannot be read as a number. Write it in digits, for example 4 325, 1,76 or 250 000.")
NO_DAY = _("“%(typed)s” is no day. Write the day, the month and the year, for example 31.01.2027 or 2027-01-31.")
TIMES = {
    Decimal(1_000): "мың|тысячи|тысяча|тысяч|тыс|thousand|k|к",
    Decimal(1_000_000): "миллиона|миллионов|миллион|млн|million|mln",
    Decimal(1_000_000_000): "миллиарда|миллиардов|миллиард|млрд|billion|bln",
}
CURRENCY = re.compile(r"(?:₸|теңге(?:ні)?|тенге|тг|tenge|kzt)\.?$")
GAPS = re.compile(r"[\s'’`]")  # between thousands, also spaces that do not break
APART = re.compile(rf"[0-9]+(?:{GAPS.pattern}+[0-9]+)+")  # digits with gaps in between
THOUSANDS = re.compile(rf"[1-9][0-9]{{0,2}}(?:{GAPS.pattern}+[0-9]{{3}})+")
PART = re.compile(rf"([0-9][0-9.,]*)({'|'.join(TIMES.values())})?\.?")
WORDS = {word: times for times, words in TIMES.items() for word in words.split("|")}
GROUPED = re.compile(r"[1-9][0-9]{0,2}([.,])[0-9]{3}(?:\1[0-9]{3})*")
YEAR_FIRST = re.compile(r"([0-9]{4})[-./ ]([0-9]{1,2})[-./ ]([0-9]{1,2})")
DAY_FIRST = re.compile(r"([0-9]{1,2})[-./ ]+([^\W_]+)\.?[-./ ,]+([0-9]{4})(?: ?(?:ж|г|жыл|года)\.?)?", re.IGNORECASE)
AS_PRINTED = re.compile(r"([0-9]{4}) (?:жылғы|ж\.) ([0-9]{1,2}) ([^\W\d_]+)", re.IGNORECASE)  # Kazakh
MONTH_FIRST = re.compile(r"([^\W\d_]+)\.? ([0-9]{1,2}),? ([0-9]{4})", re.IGNORECASE)


class UnreadableError(ValueError):
    """What was typed is no number or no day; its text is a sentence that names it, in the reader's language."""

    def __init__(self, sentence, text: str):
        super().__init__(str(sentence) % {"typed": text[:LONGEST]})


def number(text: str) -> Decimal:
    """A number or a sum: "20 000", "20.000", "20,000.50", "1,76", "250 мың", "1 млн 200 тыс", "250k ₸".

    Exactly three digits after one mark are thousands, because tenge have two places at most; nobody writes a part of a
    number with a leading group of one to three digits and a whole other group, except with a 0 before it ("0,105").
    Digits stand apart only as groups of three: "1 2 3" may be three numbers, or one with a digit missing.
    Raises UnreadableError.
    """
    if any(not THOUSANDS.fullmatch(run) for run in APART.findall(text)):
        raise UnreadableError(NO_NUMBER, text)
    tight = GAPS.sub("", text.casefold())
    negative = tight.startswith(("-", "\u2212"))
    tight = CURRENCY.sub("", tight[1:] if negative else tight)
    parts = list(PART.finditer(tight))
    if not parts or len(text) > LONGEST or "".join(part[0] for part in parts) != tight:
        raise UnreadableError(NO_NUMBER, text)
    found, last = Decimal(0), None
    for part in parts:
        times = WORDS.get(part[2] or "", Decimal(1))
        if last is not None and times >= last:  # "2 мың 3 мың" is no number
            raise UnreadableError(NO_NUMBER, text)
        found, last = found + _plain(part[1], text) * times, times
    return -found if negative else found


def _plain(digits: str, text: str) -> Decimal:
    marks = [mark for mark in digits if mark in ".,"]
    if len(set(marks)) > 1:
        whole, fraction = re.split(re.escape(marks[-1]), digits, maxsplit=1)
        if not GROUPED.fullmatch(whole):
            raise UnreadableError(NO_NUMBER, text)
        digits = f"{re.sub('[.,]', '', whole)}.{fraction}"
    elif GROUPED.fullmatch(digits):
        digits = re.sub("[.,]", "", digits)
    elif len(marks) > 1:
        raise UnreadableError(NO_NUMBER, text)
    digits = digits.replace(",", ".")
    if digits.endswith(".") or len(digits) > MOST_DIGITS * 2:
        raise UnreadableError(NO_NUMBER, text)
    return Decimal(digits)


def exact(text: str) -> str:
    """A typed number as exact plain text, as answers keep it: "20 000" is "20000"."""
    return f"{number(text):f}"


def day(text: str) -> datetime.date:
    """A day: "2027-01-31", "31.01.2027", "31/1/2027", "31 қаңтар 2027", "31 января 2027", "January 31, 2027".

    Raises UnreadableError.
    """
    tight = " ".join(text.split())
    with suppress(ValueError, KeyError):
        if found := YEAR_FIRST.fullmatch(tight):
            return datetime.date(int(found[1]), int(found[2]), int(found[3]))
        if found := AS_PRINTED.fullmatch(tight):
            return datetime.date(int(found[1]), _month(found[3]), int(found[2]))
        if found := DAY_FIRST.fullmatch(tight):
            return datetime.date(int(found[3]), _month(found[2]), int(found[1]))
        if found := MONTH_FIRST.fullmatch(tight):
            return datetime.date(int(found[3]), _month(found[1]), int(found[2]))
    raise UnreadableError(NO_DAY, text)


def _month(text: str) -> int:
    return int(text) if text.isdecimal() else MONTHS[text.casefold()]


def _months() -> dict[str, int]:
    """The number of every month by its names in the languages of the portal."""
    found = {}
    for language, _name in settings.LANGUAGES:
        for width in ("wide", "abbreviated"):
            for context in ("format", "stand-alone"):
                names = get_month_names(width, context, locale=language)
                found |= {name.casefold().strip("."): place for place, name in names.items()}
    return found


MONTHS = _months()
