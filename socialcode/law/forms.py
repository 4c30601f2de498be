"""What administrators enter, and what a reader of the figures chooses."""

from django import forms
from django.apps import apps
from django.utils import timezone
from django.utils.text import capfirst
from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from socialcode.engine.registry import registry

from . import names
from .fields import DayField, ExactNumberField
from .models import ParameterVersion
from .policies import Proposal, UnusualChangeError, objections
from .regions import REGIONAL, region_choices

UNIT_HINTS = {
    "tenge": _("In tenge."),
    "share": _("As a share of one: 0,4 means 40%."),
    "mci": _("In monthly calculation indexes (MCI)."),
    "minimum_wages": _("In minimum wages."),
    "subsistence_minimums": _("In subsistence minimums."),
    "months": _("In months."),
    "days": _("In days."),
    "years": _("In years."),
}


def _region_field(**options):
    return forms.ChoiceField(
        label=_("Region"),
        choices=lambda: [("", _("Choose a region")), *region_choices()],
        error_messages={
            "required": _("Choose a region from the list."),
            "invalid_choice": _("Choose a region from the list."),
        },
        **options,
    )


class ProposalForm(forms.Form):
    """A new dated value. Its fields follow the kind of the value: one for each entry of a table."""

    since = DayField(label=_("In force from"))
    act = forms.CharField(
        label=_("Act that sets it"),
        max_length=300,
        help_text=_("For example: law of 8 December 2025 No 239-VIII, article 7."),
        error_messages={"required": _("Name the act that sets this value.")},
    )
    source = forms.CharField(
        label=_("Where to read the act (address)"),
        max_length=500,
        required=False,
        widget=forms.TextInput(attrs={"inputmode": "url", "autocomplete": "off"}),
    )
    evidence = forms.ChoiceField(
        label=_("How well is it known?"),
        choices=ParameterVersion.Evidence.choices,
        initial=ParameterVersion.Evidence.CONFIRMED,
    )
    reason = forms.CharField(
        label=_("Reason"),
        max_length=2000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Needed when the date is in the past, or when a later value is already entered."),
    )
    change_checked = forms.BooleanField(label=_("I have checked this figure"), required=False)

    def __init__(self, *args, parameter, **kwargs):
        super().__init__(*args, **kwargs)
        self.parameter = parameter
        self.tick = self.fields.pop("change_checked")
        if "change_checked" in self.data:
            self.fields["change_checked"] = self.tick
        region = {"region": _region_field()} if parameter.name in REGIONAL else {}
        since = {"since": self.fields.pop("since")}
        self.fields = region | since | self._value_fields() | self.fields

    def _value_fields(self) -> dict:
        hint = UNIT_HINTS.get(self.parameter.unit, "")
        if self.parameter.kind == "date":
            return {"value": DayField(label=_("New value"))}
        if self.parameter.kind == "number":
            return {"value": ExactNumberField(label=_("New value"), help_text=hint)}
        return {
            f"value_{key}": ExactNumberField(
                label=gettext("New value for: %(entry)s") % {"entry": names.entry_label(key)}, help_text=hint
            )
            for key in self.table_keys
        }

    @property
    def table_keys(self) -> list:
        return list(self.parameter.versions[-1].value)

    def clean(self):
        cleaned = super().clean()
        if self.errors:
            return cleaned
        for objection in objections(self.proposal):
            if isinstance(objection, UnusualChangeError):
                self.fields["change_checked"] = self.tick
            self.add_error(objection.field if objection.field in self.fields else None, str(objection))
        return cleaned

    @property
    def proposal(self) -> Proposal:
        """What a form without errors of its own proposes."""
        given = dict(self.cleaned_data)
        entries = {key: given.pop(f"value_{key}") for key in self._keys_if_table()}
        return Proposal(parameter=self.parameter, **{"value": entries, **given})

    def _keys_if_table(self) -> list:
        return self.table_keys if self.parameter.kind == "table" else []


class ReasonForm(forms.Form):
    """Why something is returned or withdrawn."""

    reason = forms.CharField(
        label=_("Reason"),
        max_length=2000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )


def _app_choices():
    names = sorted({provision.app for provision in registry.encoded.values()})
    parts = [(name, capfirst(apps.get_app_config(name).verbose_name)) for name in names]
    return [("", pgettext_lazy("parts of the portal", "All")), ("law", _("Figures for the whole country")), *parts]


class FigureListForm(forms.Form):
    """Which values an administrator looks at."""

    q = forms.CharField(label=_("Search"), max_length=100, required=False, widget=forms.TextInput({"type": "search"}))
    app = forms.ChoiceField(label=_("Part of the portal"), required=False, choices=_app_choices)
    waiting = forms.BooleanField(label=_("Only what waits for my decision"), required=False)


class NumbersForm(forms.Form):
    """The day whose figures are shown, another day to compare with, and the region for regional figures."""

    on = DayField(label=_("On which day?"), required=False)
    compare = DayField(label=_("Compare with the day"), required=False)
    region = _region_field(required=False)

    @property
    def given(self) -> dict:
        """What could be read; today where no day could."""
        read = self.cleaned_data
        return {
            "on": read.get("on") or timezone.localdate(),
            "compare": read.get("compare"),
            "region": read.get("region") or "",
        }
