"""What is typed about platform work: an income to compare regimes with, and a statement of an operator."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from socialcode.law.fields import DayField, ExactNumberField

MOST_BYTES = 100 * 1024 * 1024
MOST_INCOME = 10**9


class IncomeForm(forms.Form):
    """The same income every month, and who earns it: from the retirement age on nothing is due."""

    income = ExactNumberField(label=_("Your income a month, in tenge"))
    birth_date = DayField(label=_("Date of birth"))
    sex = forms.ChoiceField(
        label=_("Sex"),
        choices=(("female", _("Female")), ("male", _("Male"))),
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose one of the two.")},
    )

    def clean_income(self):
        income = self.cleaned_data["income"]
        if not 0 < income <= MOST_INCOME:
            raise ValidationError(_("Write an income between one tenge and a billion."))
        return income

    def clean_birth_date(self):
        day = self.cleaned_data["birth_date"]
        today = timezone.localdate()
        if not today.year - 110 <= day.year or day >= today:
            raise ValidationError(_("Check the date of birth."))
        return day


class StatementForm(forms.Form):
    file = forms.FileField(
        label=_("Statement: CSV or Parquet"),
        help_text=_("Up to 100 MB. The columns are below."),
        error_messages={
            "required": _("Choose a file first."),
            "empty": _("The file is empty."),
        },
    )

    def clean_file(self):
        file = self.cleaned_data["file"]
        if file.size > MOST_BYTES:
            raise ValidationError(_("The file is larger than 100 MB. Send it in parts."))
        return file
