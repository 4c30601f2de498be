"""What officers write of a family."""

import uuid

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from family_map.models import PlanStep
from socialcode.law.fields import DayField

LONGEST = 4000
SENTENCE = {"required": _("Write it in a sentence.")}


def _text(label, **options):
    widget = forms.Textarea(attrs={"rows": 4})
    return forms.CharField(label=label, max_length=LONGEST, widget=widget, error_messages=SENTENCE, **options)


class NeedForm(forms.Form):
    """Which families of the territory a list shows, and in which order."""

    WHO = (("certain", _("Level D or E for certain")), ("possible", _("Level D or E possible")))
    ORDER = (("need", _("The neediest first")), ("change", _("What changed last first")))
    PLAN = (("", _("With and without a plan")), ("without", _("Without a plan")), ("with", _("With an open plan")))

    who = forms.ChoiceField(label=_("Which families"), choices=WHO, required=False)
    plan = forms.ChoiceField(label=_("Plan"), choices=PLAN, required=False)
    order = forms.ChoiceField(label=_("Order"), choices=ORDER, required=False)


class StepForm(forms.Form):
    what = forms.CharField(label=_("What is done"), max_length=300, error_messages=SENTENCE)
    who = forms.ChoiceField(label=_("Who does it"), choices=PlanStep.Who.choices)
    until = DayField(label=_("Until"))


class ResultForm(forms.Form):
    result = _text(_("What came of it"))


class VisitForm(forms.Form):
    """`sent_as` is made with the form: one sent twice over a bad line is kept once."""

    sent_as = forms.UUIDField(widget=forms.HiddenInput, initial=uuid.uuid4)
    on = DayField(label=_("Day of the visit"), initial=timezone.localdate)
    note = _text(_("What was seen and agreed"))
