"""What an answer is typed into: each offers "I don’t know", and gives back exactly what was typed, to show it again."""

import datetime

from babel.dates import format_skeleton, get_month_names
from django import forms
from django.utils import translation

from socialcode.engine.days import months_before

UNKNOWN, WAY = "unknown", "way"


class Choices(forms.RadioSelect):
    """Choices one below the other; short ones may stand beside each other."""

    template_name = "questions/choices.html"

    def __init__(self, *, short=False, **options):
        super().__init__(**options)
        self.short = short

    def get_context(self, name, value, attrs):
        return super().get_context(name, value, attrs) | {"short": self.short}


class SeveralChoices(forms.CheckboxSelectMultiple):
    """Choices of which several may be taken, with the same look."""

    template_name = "questions/choices.html"


class Typed(forms.Widget):
    """An input with a box for "I don't know" under it. A value is a dict: a text for each part, and `unknown`."""

    template_name = "questions/text.html"
    parts: tuple[str, ...] = ("text",)
    estimate = ""  # with which "I don't know" is counted, in words

    def value_from_datadict(self, data, files, name):
        return {part: data.get(f"{name}-{part}", "").strip() for part in (*self.parts, UNKNOWN)}

    def id_for_label(self, id_):
        return f"{id_}-{self.parts[0]}" if id_ else ""

    def format_value(self, value):
        return value or {}

    def get_context(self, name, value, attrs):
        return super().get_context(name, value, attrs) | {"estimate": self.estimate}


class Number(Typed):
    def __init__(self, *, decimal=False, **options):
        super().__init__(**options)
        self.decimal = decimal

    def get_context(self, name, value, attrs):
        return super().get_context(name, value, attrs) | {"inputmode": "decimal" if self.decimal else "numeric"}


class YearsAndMonths(Typed):
    """A length of time as people say it."""

    template_name = "questions/years.html"
    parts = ("years", "text")


class DayMonthYear(Typed):
    """Three fields with the month in words.

    A browser writes its own date field in the language of the device, not of the page, and far years take many taps.
    """

    template_name = "questions/date.html"
    parts = ("day", "month", "year")

    def __init__(self, *, may_be_unknown=True, **options):
        super().__init__(**options)
        self.may_be_unknown = may_be_unknown

    def get_context(self, name, value, attrs):
        months = get_month_names("wide", context="stand-alone", locale=translation.get_language())
        return super().get_context(name, value, attrs) | {
            "months": [(str(n), months[n]) for n in range(1, 13)],
            "may_be_unknown": self.may_be_unknown,
        }


class FromTo(DayMonthYear):
    """A first and a last day."""

    template_name = "questions/from_to.html"
    parts = ("day", "month", "year", "until_day", "until_month", "until_year")


class Months(Typed):
    """One usual amount, and a field for each month that was different. `ends_before` is a day of the month after; of
    pay, `ways` are the ways in which it may be known, with their words, and `most` says what counts at most."""

    template_name = "questions/months.html"

    def __init__(self, count: int, ends_before: datetime.date | None, ways=(), most: str = "", **options):
        super().__init__(**options)
        self.count, self.ends_before, self.ways, self.most = count, ends_before, ways, most
        self.parts = ("text", *(f"m{number}" for number in range(1, count + 1)))

    def value_from_datadict(self, data, files, name):
        return super().value_from_datadict(data, files, name) | {WAY: data.get(f"{name}-{WAY}", "")}

    def get_context(self, name, value, attrs):
        given = self.format_value(value)
        parts = self.parts[1:]
        months = [(part, month, given.get(part, "")) for part, month in zip(parts, self.names(), strict=True)]
        return super().get_context(name, value, attrs) | {
            "months": months,
            "open": any(given.get(part) for part in parts),
            "ways": [(way, words, way == (given.get(WAY) or self.ways[0][0])) for way, words in self.ways],
            "most": self.most,
        }

    def months(self) -> list[datetime.date | None]:
        """The first day of each month, the earliest first; None as long as the last month is not known."""
        return [None] * self.count if self.ends_before is None else months_before(self.ends_before, self.count)

    def names(self) -> list[str]:
        """Each month with its year, the earliest first; empty as long as the last month is not known."""
        language = translation.get_language()
        return [format_skeleton("yMMMM", month, locale=language) if month else "" for month in self.months()]
