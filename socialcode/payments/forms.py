"""What specialists for payments and citizens write."""

import datetime

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from socialcode.engine.days import months_after, start_of_month
from socialcode.law.fields import WholeNumberField
from socialcode.people.number_fields import IbanField
from socialcode.refusal import LEAST_REASON

from .models import ArrivalQuestion

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


class DrawForm(forms.Form):
    """How many people are asked whether their money arrived."""

    size = WholeNumberField(label=_("How many people"), least=1, initial=20)
    seed = forms.CharField(
        label=_("Any text"),
        max_length=100,
        help_text=_("The same text draws the same payments, so that others can repeat the draw."),
    )


class ArrivedForm(forms.Form):
    """Whether money arrived; `is_staff` where somebody who called writes it down."""

    answer = forms.ChoiceField(
        label=_("Did the money arrive?"),
        widget=forms.RadioSelect,
        error_messages={"required": _("Say whether the money arrived.")},
    )

    def __init__(self, data=None, *, is_staff=False, **options):
        super().__init__(data, **options)
        answers = ArrivalQuestion.Answer
        self.fields["answer"].choices = [one for one in answers.choices if is_staff or one[0] != answers.UNREACHED]


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
