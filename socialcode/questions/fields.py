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
from socialcode.law.values import values_on
from socialcode.templatetags.portal import decimal, money

from . import pay
from .widgets import UNKNOWN, WAY, Choices, DayMonthYear, FromTo, Months, Number, YearsAndMonths

MISSING = _("Answer this question, or choose “I don’t know”.")
DATE = ("year", "month", "day")
MONTHS_OF_YEAR = 12
WAYS_OF_PAY = (
    (pay.GROSS, _("It is my pay before deductions, as in the contract")),
    (pay.CARD, _("It is what came on the card")),
    (pay.COUNTED, _("It is pay less the pension contribution, from a statement")),
)
MOST_COUNTS = _(
    "From one employer a month's pay counts up to the limit of contributions, %(limit)s this year. With several "
    "employers, give the income from a statement."
)
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


def typed_day(value: Mapping[str, str]) -> datetime.date:
    """A day given in parts. Raises ValidationError."""
    try:
        return datetime.date(*[int(value[part]) for part in DATE if len(value[part]) <= len("2026")])
    except (ValueError, TypeError):
        raise ValidationError(
            _("There is no such day. Check the day, the month and the year, for example 3 May 2026.")
        ) from None


def day_in_parts(day: datetime.date) -> dict[str, str]:
    return {part: str(getattr(day, part)) for part in DATE}


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
        if fact.estimate and (amount := values_on(on).value(fact.estimate)):
            told = _("We then count with %(amount)s, and say so.")
            widget.estimate = told % {"amount": money(amount)}

    def clean(self, value):
        raw = self.raw(value)
        try:
            self.fact.read(raw, self.on)
        except FactError as error:
            raise ValidationError(sentence(error)) from None
        return raw

    def raw(self, value) -> Any:
        """What was typed as the raw answer. Somebody who types a number beside an old tick means the number."""
        typed = {part: text for part, text in value.items() if part not in (UNKNOWN, WAY) and text}
        if value[UNKNOWN] and typed in ({}, self.shown):
            return None
        if not typed:
            raise ValidationError(MISSING, code="missing")
        return self.typed(value)

    @property
    def shown(self) -> Mapping[str, str]:
        """What the page showed before anybody typed."""
        before = self.prepare_value(self.initial) or {}
        return {part: text for part, text in before.items() if part not in (UNKNOWN, WAY) and text}

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


class LengthField(FactField):
    """A length of time, kept in months; written without years it is months."""

    def __init__(self, fact, on, initial, known):
        super().__init__(fact, on, initial, YearsAndMonths())

    def typed(self, value):
        years, months = (Decimal(plain_number(value[part] or "0")) for part in ("years", "text"))
        return f"{years * MONTHS_OF_YEAR + months:f}"

    def parts(self, raw):
        years, months = divmod(int(Decimal(raw)), MONTHS_OF_YEAR)
        return {"years": str(years) if years else "", "text": str(months)}


class DateField(FactField):
    def __init__(self, fact, on, initial, known):
        super().__init__(fact, on, initial, DayMonthYear())

    def typed(self, value):
        return typed_day(value).isoformat()

    def parts(self, raw):
        return day_in_parts(datetime.date.fromisoformat(raw))


class Term(str):
    """A first day in ISO, with the number of `days` up to the last one, both included."""

    __slots__ = ("days",)


class TermField(DateField):
    """From a day to a day, of which a fact keeps the first and another one, `counted`, the number of days."""

    def __init__(self, fact, counted: Fact, on, initial, days: Any):
        super().__init__(fact, on, initial, None)
        self.widget = FromTo()
        self.counted, self.days = counted, days
        self.label = gettext("%(what)s: from what day to what day?") % {"what": gettext(fact.page)}
        self.help_text = gettext(counted.help)

    def typed(self, value):
        first = typed_day(value)
        last = typed_day({part: value[f"until_{part}"] for part in DATE})
        if last < first:
            raise ValidationError(_("The last day is before the first one."))
        term = Term(first.isoformat())
        term.days = str((last - first).days + 1)
        try:
            self.counted.read(term.days, self.on)
        except FactError as error:
            raise ValidationError(f"{gettext(self.counted.label)}: {sentence(error)}") from None
        return term

    def parts(self, raw):
        first = datetime.date.fromisoformat(raw)
        shown = day_in_parts(first)
        if self.days is not None:
            last = first + datetime.timedelta(days=int(self.days) - 1)
            shown |= {f"until_{part}": text for part, text in day_in_parts(last).items()}
        return shown


class SeriesField(FactField):
    def __init__(self, fact, on, initial, known):
        ends_before = next((known[name] for name in fact.before if name in known), None)
        ways = WAYS_OF_PAY if fact.is_pay else ()
        limit = MOST_COUNTS % {"limit": money(pay.most(values_on(on)))} if ways else ""
        super().__init__(fact, on, initial, Months(fact.months, ends_before, ways, limit))

    def typed(self, value):
        usual = value["text"]
        months = [value[part] or usual for part in self.widget.parts[1:]]
        if not all(months):
            raise ValidationError(_("Give the usual amount, or an amount for every month. A month without is 0."))
        read = [self._one(text, month) for text, month in zip(months, self.widget.names(), strict=True)]
        way = value.get(WAY) or pay.COUNTED
        if not self.fact.is_pay or way == pay.COUNTED:
            return read
        law, amounts = values_on(self.on), map(Decimal, read)
        each = zip(amounts, self.widget.months(), strict=True)
        return [f"{pay.counted(amount, way, law, month):f}" for amount, month in each]

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
        return {"text": decimal(Decimal(usual)), **different, WAY: pay.COUNTED}


def field_of(fact: Fact, on: datetime.date, initial: Any, known: Mapping[str, Any]) -> FactField:
    """The field in which a question is answered as people know the answer."""
    return (LengthField if fact.in_years else FIELDS[fact.kind])(fact, on, initial, known)


FIELDS = {
    Kind.YES_NO: ChoiceField,
    Kind.CHOICE: ChoiceField,
    Kind.NUMBER: NumberField,
    Kind.MONEY: NumberField,
    Kind.DATE: DateField,
    Kind.SERIES: SeriesField,
}
