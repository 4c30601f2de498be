"""A question about a fact as a form field: it reads what was typed and keeps it as JSON can, exactly."""

import datetime
from collections import Counter
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from socialcode import typed
from socialcode.engine import Fact, FactError, Kind
from socialcode.engine.agreements import Agreement
from socialcode.engine.registry import registry
from socialcode.templatetags.portal import decimal

from .widgets import UNKNOWN, Choices, DayMonthYear, Months, Number

MISSING = _("Answer this question, or choose “I don’t know”.")
YES_NO = (("yes", _("Yes")), ("no", _("No")))


def sentence(error: FactError) -> str:
    """A wrong answer's message in the reader's language, its numbers written as the page writes them."""
    values = {name: decimal(v) if isinstance(v, int | Decimal) else v for name, v in error.values.items()}
    return gettext(error.message) % values


def plain_number(text: str) -> str:
    """A number as people type it, as the plain text that an answer keeps."""
    try:
        return typed.exact(text)
    except typed.UnreadableError as error:
        raise ValidationError(str(error)) from None


def contradiction(agreement: Agreement) -> str:
    """What does not fit together, in the reader's language."""
    labels = {
        name: gettext(registry.facts[fact].label) for name, fact in zip(agreement.named, agreement.facts, strict=True)
    }
    return gettext(agreement.sentence) % labels


class FactField(forms.Field):
    """`clean` gives the raw answer (bool, int, exact text, ISO date, list of texts), or None for "I don't know"."""

    def __init__(self, fact: Fact, on: datetime.date, initial: Any, widget: forms.Widget):
        super().__init__(
            label=gettext(fact.question),
            help_text=gettext(fact.help) if fact.help else "",
            required=False,
            initial=initial,
            widget=widget,
        )
        self.fact, self.on = fact, on

    def clean(self, value):
        raw = self.raw(value)
        try:
            self.fact.read(raw, self.on)
        except FactError as error:
            raise ValidationError(sentence(error)) from None
        return raw

    def raw(self, value) -> Any:
        """What was typed as the raw answer. Somebody who types a number beside an old tick means the number."""
        typed = {part: text for part, text in value.items() if part != UNKNOWN and text}
        if value[UNKNOWN] and typed in ({}, self.shown):
            return None
        if not typed:
            raise ValidationError(MISSING, code="missing")
        return self.typed(value)

    @property
    def shown(self) -> Mapping[str, str]:
        """What the page showed before anybody typed."""
        before = self.prepare_value(self.initial) or {}
        return {part: text for part, text in before.items() if part != UNKNOWN and text}

    def prepare_value(self, value):
        """The widget's value for a kept answer; what was typed (a dict) is shown as it was typed."""
        return value if isinstance(value, dict) or value is None else self.parts(value)


class ChoiceField(FactField):
    def __init__(self, fact, on, initial, known):
        short = fact.kind == Kind.YES_NO
        choices = YES_NO if short else [(value, gettext(label)) for value, label in fact.choices]
        super().__init__(fact, on, initial, Choices(choices=[*choices, (UNKNOWN, _("I don’t know"))], short=short))

    def raw(self, value):
        if not value:
            raise ValidationError(MISSING, code="missing")
        if self.fact.kind == Kind.YES_NO:
            value = {"yes": True, "no": False}.get(value, value)
        return None if value == UNKNOWN else value

    def prepare_value(self, value):
        if isinstance(value, bool):
            return "yes" if value else "no"
        return UNKNOWN if isinstance(value, dict) else value


class NumberField(FactField):
    def __init__(self, fact, on, initial, known):
        super().__init__(fact, on, initial, Number(decimal=fact.kind == Kind.MONEY))

    def typed(self, value):
        return plain_number(value["text"])

    def parts(self, raw):
        return {"text": decimal(Decimal(raw))}


class DateField(FactField):
    def __init__(self, fact, on, initial, known):
        super().__init__(fact, on, initial, DayMonthYear())

    def typed(self, value):
        try:
            parts = [int(value[part]) for part in ("year", "month", "day") if len(value[part]) <= len("2026")]
            return datetime.date(*parts).isoformat()
        except (ValueError, TypeError):
            raise ValidationError(
                _("There is no such day. Check the day, the month and the year, for example 3 May 2026.")
            ) from None

    def parts(self, raw):
        day = datetime.date.fromisoformat(raw)
        return {"day": str(day.day), "month": str(day.month), "year": str(day.year)}


class SeriesField(FactField):
    def __init__(self, fact, on, initial, known):
        ends_before = next((known[name] for name in fact.before if name in known), None)
        super().__init__(fact, on, initial, Months(fact.months, ends_before))

    def typed(self, value):
        usual = value["text"]
        months = [value[part] or usual for part in self.widget.parts[1:]]
        if not all(months):
            raise ValidationError(_("Give the usual amount, or an amount for every month. A month without is 0."))
        return [self._one(text, month) for text, month in zip(months, self.widget.names(), strict=True)]

    def _one(self, text, month) -> str:
        """One month's amount; an error names the month, since there are many fields."""
        try:
            amount = plain_number(text)
            self.fact.read([amount] * self.fact.months, self.on)
        except (FactError, ValidationError) as error:
            message = sentence(error) if isinstance(error, FactError) else error.messages[0]
            raise ValidationError(f"{month or text}: {message}") from None
        return amount

    def parts(self, raw):
        usual, _times = Counter(raw).most_common(1)[0]
        different = {
            part: decimal(Decimal(amount))
            for part, amount in zip(self.widget.parts[1:], raw, strict=True)
            if amount != usual
        }
        return {"text": decimal(Decimal(usual)), **different}


FIELDS = {
    Kind.YES_NO: ChoiceField,
    Kind.CHOICE: ChoiceField,
    Kind.NUMBER: NumberField,
    Kind.MONEY: NumberField,
    Kind.DATE: DateField,
    Kind.SERIES: SeriesField,
}
