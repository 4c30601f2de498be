"""Reading a figure as people write it: 24 912, 1,76 or 1.76."""

import re
from decimal import Decimal

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

SPACES = re.compile(r"[\s\u00a0\u202f]")
NUMBER = re.compile(r"[-\u2212]?[0-9]{1,20}([.,][0-9]{1,20})?")


class ExactNumberField(forms.CharField):
    """An exact Decimal; comma or point, spaces between thousands."""

    default_error_messages = {  # noqa: RUF012 - Django's own name and kind
        "required": _("Write a number."),
        "not_a_number": _("Write a number in figures, for example 4 325 or 1,76."),
    }

    def __init__(self, **kwargs):
        super().__init__(widget=forms.TextInput(attrs={"inputmode": "decimal", "autocomplete": "off"}), **kwargs)

    def to_python(self, value):
        text = SPACES.sub("", super().to_python(value))
        if text in self.empty_values:
            return None
        if not NUMBER.fullmatch(text):
            raise ValidationError(self.error_messages["not_a_number"], code="not_a_number")
        return Decimal(text.replace("\u2212", "-").replace(",", "."))


class DayField(forms.DateField):
    """A date; the browser's own calendar where there is one."""

    default_error_messages = {  # noqa: RUF012 - Django's own name and kind
        "required": _("Choose a date."),
        "invalid": _("This is not a date. Write it as year-month-day, for example 2027-01-31."),
    }

    def __init__(self, **kwargs):
        super().__init__(widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"}), **kwargs)
