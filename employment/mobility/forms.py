"""What a mobility centre writes about agencies."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from socialcode.law.fields import DayField, ExactNumberField, WholeNumberField
from socialcode.people.models import Organisation
from socialcode.people.number_fields import BinField

from .models import Outsourcing


class AgencyForm(forms.Form):
    bin = BinField(label=_("BIN of the agency"))
    sends_abroad = forms.BooleanField(label=_("It sends people to work abroad"), required=False)
    permit = forms.CharField(label=_("Number of the permit"), max_length=60, required=False)
    permit_until = DayField(label=_("Last day of the permit"), required=False)
    countries = forms.CharField(label=_("To which countries"), max_length=200, required=False)

    def clean(self):
        """`organisation` is the agency in the register."""
        given = super().clean()
        number = given.pop("bin", "")
        if number:
            given["organisation"] = Organisation.objects.filter(bin=number, closed_on=None).first()
            if given["organisation"] is None:
                self.add_error("bin", _("No register knows an organisation with this BIN."))
        return given


class OutsourcingForm(forms.Form):
    service = forms.ChoiceField(label=_("Service"), choices=Outsourcing.Service.choices)
    people = WholeNumberField(label=_("How many people"), least=1)
    amount = ExactNumberField(label=_("Sum of the contract, in tenge"))
    since = DayField(label=_("From the day"))
    until = DayField(label=_("Last day"))

    def clean_amount(self):
        if self.cleaned_data["amount"] <= 0:
            raise ValidationError(_("A contract names people and a sum above zero."))
        return self.cleaned_data["amount"]


class ResultsForm(forms.Form):
    placed = WholeNumberField(label=_("Placed in work"))
    stayed = WholeNumberField(label=_("Still working after six months"))
