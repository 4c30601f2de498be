"""Fields for figures and days as people write them, all read by the one reader (`socialcode.typed`)."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from socialcode import typed


class ExactNumberField(forms.CharField):
    """An exact Decimal."""

    default_error_messages = {"required": _("Write a number.")}  # noqa: RUF012 - Django's own name and kind

    def __init__(self, **kwargs):
        super().__init__(widget=forms.TextInput(attrs={"inputmode": "decimal", "autocomplete": "off"}), **kwargs)

    def to_python(self, value):
        text = super().to_python(value)
        if text in self.empty_values:
            return None
        try:
            return typed.number(text)
        except typed.UnreadableError as error:
            raise ValidationError(str(error), code="not_a_number") from None


class WholeNumberField(ExactNumberField):
    """A whole number, as an `int`, from `least` on."""

    default_error_messages = {  # noqa: RUF012 - Django's own name and kind
        "not_whole": _("Write a whole number."),
        "too_small": _("This number cannot be less than %(least)s."),
    }

    def __init__(self, *, least=0, **kwargs):
        super().__init__(**kwargs)
        self.least = least
        self.widget.attrs["inputmode"] = "numeric"

    def to_python(self, value):
        number = super().to_python(value)
        if number is None:
            return None
        if number != int(number):
            raise ValidationError(self.error_messages["not_whole"], code="not_whole")
        if number < self.least:
            raise ValidationError(self.error_messages["too_small"], code="too_small", params={"least": self.least})
        return int(number)


class DayField(forms.DateField):
    """A date; the browser's own calendar where there is one, and any usual way of writing a day where there is none."""

    default_error_messages = {"required": _("Choose a date.")}  # noqa: RUF012 - Django's own name and kind

    def __init__(self, **kwargs):
        super().__init__(widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"}), **kwargs)

    def to_python(self, value):
        if not isinstance(value, str) or value.strip() in self.empty_values:
            return super().to_python(value)
        try:
            return typed.day(value)
        except typed.UnreadableError as error:
            raise ValidationError(str(error), code="invalid") from None


class FigureField(ExactNumberField):
    """A figure of the law in its unit. A share may be written as a percentage: "10,5 %" is 0.105."""

    def __init__(self, *, unit="", **kwargs):
        super().__init__(**kwargs)
        self.unit = unit

    def to_python(self, value):
        text = value.strip() if isinstance(value, str) else ""
        if self.unit == "share" and text.endswith("%"):
            number = super().to_python(text.removesuffix("%"))
            return None if number is None else number / 100
        return super().to_python(value)
