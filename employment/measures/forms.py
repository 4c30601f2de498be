"""What employers, workers and the staff write about subsidised places."""

import datetime

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import MinValueValidator
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from socialcode.law.fields import DayField, ExactNumberField, WholeNumberField
from socialcode.people.models import Person
from socialcode.people.number_fields import IbanField, IinField

from . import kinds, months
from .models import Contract
from .models.ending import EARLY

LONGEST = 2000
YES_NO = (("", _("Not chosen yet")), ("no", _("No")), ("yes", _("Yes")))
SENTENCE = {"required": _("Write it in a sentence.")}


def _sentences(label, **options) -> forms.CharField:
    widget = forms.Textarea(attrs={"rows": 3})
    return forms.CharField(label=label, max_length=LONGEST, widget=widget, error_messages=SENTENCE, **options)


def _tenge(label, least=0) -> ExactNumberField:
    return ExactNumberField(label=label, validators=[MinValueValidator(least, _("This sum is too small."))])


def _yes_no(label, **options) -> forms.ChoiceField:
    return forms.ChoiceField(label=label, choices=YES_NO, **options)


class WordForm(forms.Form):
    """What the employer says of an end by its fault."""

    shown = ""
    word = _sentences(_("Your word"), help_text=_("The centre reads it before a second person decides."))


class PlacesForm(forms.Form):
    """An application for subsidised places."""

    shown = ""
    measure = forms.ChoiceField(label=_("Measure"), choices=kinds.choices)
    places = WholeNumberField(label=_("How many places"), least=1)
    job = forms.CharField(label=_("Job"), max_length=200)
    duties = _sentences(_("Duties"), help_text=_("No heavy, harmful or dangerous work, and no permanent vacancy."))
    address = forms.CharField(label=_("Where the work is"), max_length=300)
    pay = _tenge(_("Wage a month before taxes, in tenge"), least=1)
    months = WholeNumberField(label=_("For how many months"), least=1)
    headcount = WholeNumberField(label=_("How many people work for you"), least=1)
    arrears = _yes_no(_("Do you owe wages to anybody?"))
    paying = _yes_no(_("Did you pay contributions for each of the last 12 months?"))
    iban = IbanField(label=_("Bank account of the employer"))

    def asked(self) -> dict:
        """What was filled in, as the application keeps it."""
        given = dict(self.cleaned_data)
        return given | {
            "has_arrears": given.pop("arrears") == "yes",
            "pays_contributions": given.pop("paying") == "yes",
        }


class ReasonForm(forms.Form):
    """Why, in a sentence."""

    shown = ""
    reason = _sentences(_("Reason"))


class OptionalReasonForm(forms.Form):
    """Why something is let pass; needed only where a condition is not known or has exceptions."""

    shown = ""
    reason = _sentences(
        _("Reason"), required=False, help_text=_("Needed where a condition is not known yet or has an exception.")
    )


class PersonForm(forms.Form):
    """For whom a contract is drawn up, and from when."""

    shown = ""
    iin = IinField(label=_("IIN of the worker"))
    starts_on = DayField(label=_("First day"))

    def clean_iin(self) -> Person:
        found = Person.objects.filter(iin=self.cleaned_data["iin"]).first()
        if found is None:
            raise ValidationError(_("No register knows this IIN."))
        return found


class ProofForm(forms.Form):
    """What an employer proves of a month."""

    shown = ""
    month = forms.ChoiceField(label=_("Month"))
    paid = _tenge(_("Wage paid before taxes, in tenge"), least=1)
    pension = _tenge(_("Pension contributions paid, in tenge"), least=0)
    social = _tenge(_("Social contributions paid, in tenge"), least=0)

    def __init__(self, *given, contract: Contract, **named):
        super().__init__(*given, **named)
        open_months = months.to_prove(contract, timezone.localdate())
        self.fields["month"].choices = [(month.isoformat(), f"{month:%m.%Y}") for month in open_months]
        if contract.is_once:
            self.fields["paid"].label = _("What the workplace cost, in tenge")
            for name in ("pension", "social"):
                self.fields[name].widget, self.fields[name].initial = forms.HiddenInput(), 0

    def clean_month(self) -> datetime.date:
        return datetime.date.fromisoformat(self.cleaned_data["month"])


class NoteForm(forms.Form):
    """How an officer knows of contributions of which the register says nothing."""

    shown = ""
    note = _sentences(
        _("How you know it"), required=False, help_text=_("Needed only where the register says nothing of a month.")
    )


class EndForm(forms.Form):
    """An early end."""

    shown = ""
    cause = forms.ChoiceField(label=_("Why it ends"), choices=[("", _("Not chosen yet")), *EARLY])
    last_day = DayField(label=_("Last day worked"))
    takes_all_back = forms.BooleanField(
        label=_("All that was paid comes back (only where the employer did not keep to the contract)"), required=False
    )
    reason = _sentences(_("Reason"), help_text=_("Both sides read this."))


class LineForm(forms.Form):
    """A line of the employment map as somebody proposes it."""

    shown = ""
    office = forms.ChoiceField(label=_("Office"))
    measure = forms.ChoiceField(label=_("Measure"), choices=kinds.choices)
    year = WholeNumberField(label=_("Year"), least=2023)
    places = WholeNumberField(label=_("Places"), least=0)
    money = _tenge(_("Money, in tenge"), least=0)
    reason = _sentences(_("Reason"))

    def __init__(self, *given, offices, **named):
        super().__init__(*given, **named)
        self.offices = {office.code: office for office in offices}
        self.fields["office"].choices = [(office.code, office.name) for office in offices]
        self.fields["year"].initial = timezone.localdate().year

    def line(self) -> dict:
        return {name: self.cleaned_data[name] for name in ("measure", "year", "places", "money")}
