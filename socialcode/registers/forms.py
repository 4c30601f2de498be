"""What citizens and staff write on the pages about somebody's data."""

from django import forms
from django.db import models
from django.utils.translation import gettext_lazy as _

from socialcode.accounts.models import Office
from socialcode.engine.days import start_of_month
from socialcode.law.fields import DayField, ExactNumberField, WholeNumberField
from socialcode.law.regions import region_choices
from socialcode.people.access import LEAST_PURPOSE
from socialcode.people.models import Person
from socialcode.people.number_fields import IinField, PhoneField
from socialcode.templatetags.portal import decimal

from . import rows

LONGEST_TEXT = 2000
SENTENCE = _("Write it in a sentence.")
MONEY = {"amount", "income", "overdue"}  # fields of rows that people type as they write money
TYPED = {  # what a model would ask with, and what reads it as people type it
    forms.fields.DateField: DayField,
    forms.DecimalField: ExactNumberField,
    forms.IntegerField: WholeNumberField,
}


def text_field(label, rows=3, **options):
    """A field for a few sentences, refused empty; `options` are those of a CharField."""
    return forms.CharField(
        label=label,
        max_length=LONGEST_TEXT,
        widget=forms.Textarea(attrs={"rows": rows}),
        error_messages={"required": SENTENCE},
        **options,
    )


class PurposeForm(forms.Form):
    """Why one of the staff opens a person without a case."""

    purpose = forms.CharField(
        label=_("Why do you open this person’s data?"),
        help_text=_("The person sees your reason, your role and your office."),
        min_length=LEAST_PURPOSE,
        max_length=300,
        error_messages={"required": SENTENCE, "min_length": SENTENCE},
    )


class FindForm(forms.Form):
    """A person by their number."""

    iin = IinField()


class DisputeForm(forms.Form):
    """What is right instead of what a register says."""

    says = text_field(
        _("What is right?"), help_text=_("Say what it should be, and since when. Name a paper that shows it.")
    )


class QuestionForm(forms.Form):
    """A question about one entry of "Who looked at my data"."""

    entry = forms.IntegerField(widget=forms.HiddenInput)
    text = text_field(_("Your question"))


class AnswerForm(forms.Form):
    """An auditor's answer."""

    answer = text_field(_("Answer"), rows=5, help_text=_("The person gets your answer as a message."))


class SharingForm(forms.Form):
    """Which relative may see the data."""

    viewer = forms.ModelChoiceField(
        label=_("Who may see this data?"),
        queryset=Person.objects.none(),
        to_field_name="key",
        empty_label=None,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose who may see it."), "invalid_choice": _("Choose who may see it.")},
    )

    def __init__(self, *args, candidates, **options):
        super().__init__(*args, **options)
        self.fields["viewer"].queryset = candidates


class Outcome(models.TextChoices):
    CONFIRM = "confirm", _("The register is right")
    CORRECT = "correct", _("The register is wrong: I correct it below")
    TAKE_OUT = "take_out", _("This is not so at all: I take it out")


class DistrictField(forms.ChoiceField):
    """A district with a career centre, or the one an address had before."""

    def __init__(self, *, before):
        offices = list(Office.objects.exclude(district=""))
        self.regions = {office.district: office.region for office in offices}
        names = {office.district: office.name for office in offices}
        if before.district and before.district not in names:
            self.regions[before.district] = before.region
            names[before.district] = before.district
        super().__init__(label=_("District"), required=False, choices=[("", _("Not known")), *names.items()])

    def lies_in(self, region: str | None, district: str | None) -> bool:
        return not district or self.regions[district] == region


class ResolveForm(forms.ModelForm):
    """An officer's answer to a dispute; the fields of the row count only where it is corrected."""

    outcome = forms.ChoiceField(
        label=_("What did you find?"),
        choices=Outcome.choices,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose what you found.")},
    )
    reason = text_field(_("Reason"), help_text=_("The person reads it."))

    def __init__(self, *args, **options):
        super().__init__(*args, **options)
        if "region" in self.fields:
            self.fields["region"] = forms.ChoiceField(label=_("Region"), choices=region_choices)
            self.fields["district"] = DistrictField(before=self.instance)
        if "phone" in self.fields:
            self.fields["phone"] = PhoneField(required=False)
        for name, field in self.fields.items():
            if made := TYPED.get(type(field)):
                self.fields[name] = made(label=field.label, required=field.required)
        for name in MONEY & self.fields.keys():
            self.initial[name] = decimal(self.initial[name])
        self.order_fields(["outcome", *self._meta.fields, "reason"])

    @property
    def values(self) -> dict:
        """What the row should say."""
        return {name: self.cleaned_data[name] for name in self._meta.fields}

    @property
    def corrects(self) -> bool:
        """Whether the officer says what is right, and the fields of the row count."""
        return self.cleaned_data.get("outcome") == Outcome.CORRECT

    def clean_month(self):
        return start_of_month(self.cleaned_data["month"])

    def clean(self):
        if not self.corrects:
            for name in self._meta.fields:
                self._errors.pop(name, None)
            return
        since, until = self.cleaned_data.get("since"), self.cleaned_data.get("until")
        if since and until and until < since:
            self.add_error("until", _("The last day is before the first."))
        if "district" in self.fields and not self.fields["district"].lies_in(
            self.cleaned_data.get("region"), self.cleaned_data.get("district")
        ):
            self.add_error("district", _("This district lies in another region."))
        for name in MONEY & self.cleaned_data.keys():
            if self.cleaned_data[name] < 0:
                self.add_error(name, _("An amount cannot be less than nothing."))

    def _post_clean(self):
        if self.corrects:
            super()._post_clean()

    def _get_validation_exclusions(self):
        """Also constraints that speak of whose row it is are checked, though nobody types that."""
        return super()._get_validation_exclusions() - {"person"}


def resolve_form(row, data=None) -> ResolveForm:
    """The form for a row: with the fields that may be corrected in it, filled with what it says."""
    model = type(row)
    made = forms.modelform_factory(model, form=ResolveForm, fields=rows.FIELDS[model])
    return made(data, instance=row)
