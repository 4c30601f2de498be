"""What specialists for payments and citizens write."""

import datetime

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from socialcode.engine.days import months_after, start_of_month
from socialcode.people.number_fields import IbanField
from socialcode.refusal import LEAST_REASON

LONGEST_TEXT = 1000
SENTENCE = _("Write it in a sentence.")


def sentence(label) -> forms.CharField:
    """A field for a reason that others understand."""
    return forms.CharField(
        label=label,
        min_length=LEAST_REASON,
        max_length=LONGEST_TEXT,
        widget=forms.Textarea(attrs={"rows": 2}),
        error_messages={"required": SENTENCE, "min_length": SENTENCE},
    )


class ReasonForm(forms.Form):
    """Why something is done about an order or a list."""

    reason = sentence(_("Why?"))


class NoteForm(forms.Form):
    """How money that did not arrive was found."""

    note = sentence(_("What did you find?"))


class MonthForm(forms.Form):
    """The month whose payments are made: this one or the next."""

    month = forms.ChoiceField(label=_("Month"))

    def __init__(self, *given, **named):
        super().__init__(*given, **named)
        this = start_of_month(timezone.localdate())
        self.fields["month"].choices = [(one.isoformat(), f"{one:%m.%Y}") for one in (this, months_after(this, 1))]

    def clean_month(self) -> datetime.date:
        return datetime.date.fromisoformat(self.cleaned_data["month"])


class NotArrivedForm(forms.Form):
    """What somebody says who misses a payment."""

    text = sentence(_("What did you see on your account?"))


class AccountForm(forms.Form):
    """Another account for somebody's payments."""

    iban = IbanField(label=_("New account"), help_text=_("It has to be yours. You find it in your bank’s app."))


class CodeForm(forms.Form):
    """The code that was sent to the phone."""

    code = forms.RegexField(
        label=_("Code from the SMS"),
        regex=r"^[0-9]{6}$",
        strip=True,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "one-time-code"}),
        error_messages={"invalid": _("The code has six digits.")},
    )
