"""How the portal writes money, numbers, dates and units for the reader's language.

Numbers come in as `int`, `Decimal` or an exact string; a float is refused, because an amount must not change on its way
to the page. A missing value prints as nothing, except in `quantity`, which says that it is not known.
"""

from datetime import date, datetime
from decimal import Decimal
from functools import lru_cache

from babel.dates import format_date
from django import template
from django.conf import settings
from django.templatetags.static import static
from django.utils import timezone
from django.utils.translation import get_language, gettext, gettext_lazy, ngettext_lazy, pgettext_lazy

from socialcode.kazakh import inflected
from socialcode.law.citing import in_words
from socialcode.look import font
from socialcode.look import theme as themes

register = template.Library()

NARROW_SPACE = "\u202f"
WHOLE_TENGE = Decimal(1)
TIYN = Decimal("0.01")

COUNTED = {  # units that are counted in words; "count" chooses the plural form
    "mci": ngettext_lazy("%(number)s MCI", "%(number)s MCI", "count"),
    "minimum_wages": ngettext_lazy("%(number)s minimum wage", "%(number)s minimum wages", "count"),
    "subsistence_minimums": ngettext_lazy("%(number)s subsistence minimum", "%(number)s subsistence minimums", "count"),
    "days": ngettext_lazy("%(number)s day", "%(number)s days", "count"),
    "weeks": ngettext_lazy("%(number)s week", "%(number)s weeks", "count"),
    "months": ngettext_lazy("%(number)s month", "%(number)s months", "count"),
    "years": ngettext_lazy("%(number)s year", "%(number)s years", "count"),
    "children": ngettext_lazy("%(number)s child", "%(number)s children", "count"),
    "working_days": ngettext_lazy("%(number)s working day", "%(number)s working days", "count"),
    "hours": ngettext_lazy("%(number)s hour", "%(number)s hours", "count"),
    "points": ngettext_lazy("%(number)s point", "%(number)s points", "count"),
    "persons": ngettext_lazy("%(number)s person", "%(number)s persons", "count"),
}
IN_PARTS = {  # of units that also come in fractions: no plural form of a whole number fits 1.61 in every language
    "minimum_wages": pgettext_lazy("a fraction", "%(number)s minimum wages"),
    "subsistence_minimums": pgettext_lazy("a fraction", "%(number)s subsistence minimums"),
    "years": pgettext_lazy("a fraction", "%(number)s years"),
}

PAID = {  # what an amount is, by the provision's `pays`
    "monthly": gettext_lazy("every month"),
    "once": gettext_lazy("once"),
    "savings": gettext_lazy("of your own savings"),
    "due": gettext_lazy("due every month"),
    "employer": gettext_lazy("paid to the employer"),
    "pension_account": gettext_lazy("into your pension account"),
}


def _exact(number):
    if isinstance(number, float):
        raise TypeError(f"{number!r} is a float; amounts are int, Decimal or an exact string")
    return Decimal(number)


def _written(number):
    """Group the digits by narrow spaces; a comma before the fraction, in English a point."""
    text = f"{number:,f}".replace("-", "\u2212")
    whole, _point, fraction = text.partition(".")
    grouped = whole.replace(",", NARROW_SPACE)
    mark = "." if get_language() == "en" else ","
    return f"{grouped}{mark}{fraction}" if fraction else grouped


def _without_trailing_zeros(number):
    return number.quantize(WHOLE_TENGE) if number == number.to_integral_value() else number.normalize()


@register.filter
def paid(pays, payee="person"):
    """Say what an amount is: "every month", and to whom if not to the person."""
    ways = (pays, payee) if payee in PAID else (pays,)
    return ", ".join(str(PAID[way]) for way in ways)


@register.filter
def decimal(number):
    """Write a number exactly as it is, without trailing zeros: 1234.50 is "1 234,5"."""
    return "" if number in (None, "") else _written(_without_trailing_zeros(_exact(number)))


@register.filter
def money(amount):
    """Write tenge: "24 912 ₸", and "24 912,50 ₸" when there are tiyn."""
    if amount in (None, ""):
        return ""
    exact = _exact(amount)
    whole = exact == exact.to_integral_value()
    return f"{_written(exact.quantize(WHOLE_TENGE if whole else TIYN))}{NARROW_SPACE}₸"


@register.filter
def waiting(places) -> int:
    """What waits at all of the places together, such as notices that nobody read."""
    return sum(place.get("count", 0) for place in places)


@register.filter
def inflect(text, case):
    """A value with the ending that a Kazakh sentence asks for (`kazakh.ENDINGS`); in other languages as it is."""
    return inflected(str(text), case) if get_language() == "kk" else text


@register.filter
def percent(share):
    """Write a share as a percentage: 0.105 is "10,5 %"."""
    return "" if share in (None, "") else f"{decimal(_exact(share) * 100)}{NARROW_SPACE}%"


@register.filter
def day(on):
    """Write a date (or the local date of a moment) in full, in the words of the language."""
    if not on:
        return ""
    if isinstance(on, datetime):
        on = timezone.localtime(on).date()
    return _long_date(on, get_language() or settings.LANGUAGE_CODE)


# As letters of the state write them; "2026 ж." and "г." would end a sentence in its middle
LONG_DATES = {"kk": "y 'жылғы' d MMMM", "ru": "d MMMM y 'года'"}


@lru_cache(maxsize=1024)
def _long_date(on, language):
    return format_date(on, LONG_DATES.get(language, "long"), locale=language)


@register.filter
def quantity(value, unit=""):
    """Write any input or result of a rule with its unit: a number, a date, yes or no, a table, or "not known yet"."""
    if value is None or value == "":
        return gettext("not known yet")
    if isinstance(value, bool):
        return gettext("yes") if value else gettext("no")
    if isinstance(value, int | Decimal):
        return _number_with_unit(value, unit)
    if isinstance(value, date):
        return day(value)
    return _table_or_text(value, unit)


def _table_or_text(value, unit):
    if isinstance(value, dict):
        return "; ".join(f"{key}: {quantity(entry, unit)}" for key, entry in value.items())
    if isinstance(value, list | tuple):
        return "; ".join(quantity(entry, unit) for entry in value)
    return str(value)


def _number_with_unit(number, unit):
    if unit == "tenge":
        return money(number)
    if unit == "share":
        return percent(number)
    if unit == "percent":
        return f"{decimal(number)}{NARROW_SPACE}%"
    if unit in IN_PARTS and number != int(number):
        return IN_PARTS[unit] % {"number": decimal(number)}
    words = COUNTED.get(unit)
    return words % {"number": decimal(number), "count": int(abs(number))} if words else decimal(number)


@register.filter
def article(citation):
    """Say where in the law a sentence stands: `187.1` is article 187, point 1."""
    return in_words(citation)


@register.filter
def in_force_since(start):
    """Say since which date a value counts."""
    return gettext("in force since %(date)s") % {"date": day(start)}


@register.simple_tag
def today():
    """The date in the portal's time zone."""
    return timezone.localdate()


@register.simple_tag
def font_sheet():
    """The address of the sheet of the pages' font; empty where it was not made before files were collected."""
    try:
        return static(font.SHEET) if font.is_made() else ""
    except ValueError:
        return ""


@register.simple_tag
def languages():
    """Code and own name of each language; Django's own tag would translate the names."""
    return settings.LANGUAGES


@register.simple_tag
def demo():
    """Whether people and numbers on this portal are invented."""
    return settings.DEMO


@register.simple_tag(takes_context=True)
def chosen_theme(context):
    """ "light", "dark" or "" when the visitor chose none, or when the page has no request."""
    request = context.get("request")
    return themes.chosen(request) if request else ""
