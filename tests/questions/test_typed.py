"""One reader of numbers and days: what is typed reads the same in every field of the portal."""

import datetime
import importlib
import pkgutil
from decimal import Decimal

import pytest
from django import forms
from django.core.exceptions import ValidationError
from hypothesis import given
from hypothesis import strategies as st

import socialcode
from socialcode import typed
from socialcode.engine import Fact, FactError, Kind
from socialcode.law.fields import DayField, ExactNumberField, WholeNumberField
from socialcode.questions.fields import FIELDS
from socialcode.registers import rows
from socialcode.registers.forms import resolve_form
from socialcode.templatetags.portal import decimal, money

MONEY = Fact("sum", Kind.MONEY, label="a sum", question="How much?")
TODAY = datetime.date(2026, 5, 4)
NUMBERS = {
    "20.000": 20_000,
    "20,000": 20_000,
    "20 000": 20_000,
    "20\u00a0000": 20_000,
    "20\u202f000 ₸": 20_000,
    "20'000": 20_000,
    "20  000": 20_000,
    " 7 ": 7,
    "1 234 567,50": "1234567.5",
    "- 5": -5,
    "1.234.567": 1_234_567,
    "1,234,567.50": "1234567.5",
    "1.234.567,50": "1234567.5",
    "1234567,5": "1234567.5",
    "0,105": "0.105",
    "0.105": "0.105",
    "1,76": "1.76",
    "250 мың": 250_000,
    "250 мың теңге": 250_000,
    "250 000 тг": 250_000,
    "250 000 тг.": 250_000,
    "250k": 250_000,
    "250К": 250_000,
    "250 тыс. тенге": 250_000,
    "1,5 млн": 1_500_000,
    "1 млн 200 тыс": 1_200_000,
    "2 мың 500": 2_500,
    "0": 0,
}
NO_NUMBERS = (
    "",
    "twelve",
    "1 2 3",
    "25 00",
    "2 5000",
    "250 00 000",
    "0 500",
    "1.2.3",
    "12.34.56",
    "1,23,4",
    "20..000",
    "--5",
    "5-",
    "1 мың 2 мың",
    "k",
    "5.",
    "٣",
    "9" * 41,
)
DAYS = (
    "2027-01-31",
    "31.01.2027",
    "31/1/2027",
    "31-01-2027",
    "31 қаңтар 2027",
    "31 января 2027 г.",
    "31 января 2027 года",
    "2027 ж. 31 қаңтар",
    "2027 жылғы 31 қаңтар",
    "January 31, 2027",
)
NO_DAYS = ("", "31", "2027-02-30", "31.13.2027", "1.1.27", "soon", "31 brumaire 2027")
# Built by Django for what nobody types
HIDDEN = (forms.HiddenInput,)


@pytest.mark.parametrize(("text", "number"), NUMBERS.items())
def test_a_number_is_read_as_it_is_meant(text, number):
    assert typed.number(text) == Decimal(number)


@pytest.mark.parametrize("text", NO_NUMBERS)
def test_what_is_no_number_is_named(text):
    with pytest.raises(typed.UnreadableError) as told:
        typed.number(text)
    assert text[:40] in str(told.value)


@pytest.mark.parametrize("text", DAYS)
def test_a_day_is_read_as_it_is_meant(text):
    assert typed.day(text) == datetime.date(2027, 1, 31)


@pytest.mark.parametrize("text", NO_DAYS)
def test_what_is_no_day_is_named(text):
    with pytest.raises(typed.UnreadableError):
        typed.day(text)


@given(st.decimals(0, 10**12, places=2))
def test_what_the_portal_writes_it_reads(amount):
    assert typed.number(decimal(amount)) == amount
    assert typed.number(money(amount)) == amount


@pytest.mark.parametrize("text", [*NUMBERS, *NO_NUMBERS[1:]])
def test_citizen_officer_and_administrator_read_the_same(text):
    question = FIELDS[Kind.MONEY](MONEY, TODAY, None, {})
    found = []
    for read in (lambda: Decimal(question.typed({"text": text})), lambda: ExactNumberField().clean(text)):
        try:
            found.append(read())
        except (ValidationError, FactError):
            found.append(None)
    assert found[0] == found[1]


def every_form():
    """Every form of the portal, also those that subclass another."""
    for module in pkgutil.walk_packages(socialcode.__path__, "socialcode."):
        if module.name.endswith(("forms", "gallery")):
            importlib.import_module(module.name)
    waiting, found = [forms.BaseForm], set()
    while waiting:
        for form in waiting.pop().__subclasses__():
            if form not in found:
                found.add(form)
                waiting.append(form)
    return [form for form in found if form.__module__.startswith("socialcode.")]


def reads_by_itself(field):
    """Whether a field reads numbers or days that somebody types, and not by the one reader."""
    own = (DayField, ExactNumberField, WholeNumberField)
    django = forms.fields
    classes = (django.IntegerField, django.DateField, django.DateTimeField, django.TimeField, django.DurationField)
    return isinstance(field, classes) and not isinstance(field, own) and not isinstance(field.widget, HIDDEN)


def test_no_form_reads_numbers_or_days_in_a_way_of_its_own():
    everything = every_form()
    assert len(everything) > 20
    for form in everything:
        for name, field in getattr(form, "base_fields", {}).items():
            assert not reads_by_itself(field), f"{form.__module__}.{form.__name__}.{name}"


@pytest.mark.parametrize("model", list(rows.FIELDS), ids=lambda model: model.__name__)
@pytest.mark.django_db
def test_no_correction_of_a_register_does_either(model):
    for name, field in resolve_form(model()).fields.items():
        assert not reads_by_itself(field), name
