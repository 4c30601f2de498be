"""What advisers, mobile groups and people on the register write."""

import datetime
import uuid

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from employment.advising.contract_policies import members_of
from employment.advising.models import Call, Measure, PlanStep, Referral, Seen, Talk
from employment.advising.models.removal import GROUNDS
from employment.advising.removal_policies import PROPOSED
from socialcode.accounts.models import User
from socialcode.law.fields import DayField
from socialcode.people.number_fields import IinField
from socialcode.shown import FIELD

LONGEST = 4000  # letters
SENTENCE = {"required": _("Write it in a sentence.")}
CHOOSE = {"required": _("Choose one.")}


def _text(label, rows=3, **options) -> forms.CharField:
    widget = forms.Textarea(attrs={"rows": rows})
    return forms.CharField(label=label, max_length=LONGEST, widget=widget, error_messages=SENTENCE, **options)


def _line(label, longest=300, **options) -> forms.CharField:
    return forms.CharField(label=label, max_length=longest, error_messages=SENTENCE, **options)


def _one_of(label, choices, **options) -> forms.ChoiceField:
    return forms.ChoiceField(label=label, choices=choices, error_messages=CHOOSE, **options)


class TimeField(forms.TimeField):
    """Hours and minutes, in the field that browsers have for it."""

    widget = forms.TimeInput(attrs={"type": "time"}, format="%H:%M")


class ActForm(forms.Form):
    """A form for one act on a row; `shown` is the stamp of what its page shows, `sent` the one of the page that it was
    pressed on."""

    shown = ""

    def __init__(self, data=None, *, row, by: User):
        super().__init__(data, auto_id=f"{type(self).__name__}_{row.pk}_%s")
        self.row, self.by, self.sent = row, by, self.data.get(FIELD, "")


class ReasonForm(ActForm):
    reason = _text(_("Reason"))


class ResultForm(ActForm):
    result = _text(_("What came of it"))


class ToldForm(ActForm):
    told = _text(_("How did it go?"))


class AboutForm(forms.Form):
    """What somebody wants to speak about; a booking does not hang on it."""

    about = forms.CharField(max_length=300, required=False)


class WordForm(ActForm):
    word = _text(
        _("Why was it so?"), rows=5, help_text=_("In your own words. Bring papers to the centre if you have any.")
    )


class ComplaintForm(ActForm):
    text = _text(
        _("Why do you not agree?"),
        rows=5,
        help_text=_("In your own words. Bring papers to the centre if you have any."),
    )


class GoalForm(ActForm):
    goal = _line(_("Goal"), help_text=_("In the person’s own words: which work, where, by when."))


class StepForm(ActForm):
    what = _line(_("What is done"))
    measure = _one_of(_("Which help"), Measure.choices)
    who = _one_of(_("Who does it"), PlanStep.Who.choices)
    until = DayField(label=_("Until"))


class CallForm(ActForm):
    kind = _one_of(_("What for"), Call.Kind.choices)
    about = _line(_("In a sentence"), help_text=_("The person reads this in the message."))


class RemovalForm(ActForm):
    ground = _one_of(_("Ground"), [one for one in GROUNDS if one[0] in PROPOSED])
    happened_on = DayField(label=_("Day on which it happened"))
    planned = _text(
        pgettext_lazy("removal", "What happened"), help_text=_("The person reads this and has their word first.")
    )


class EndForm(ActForm):
    planned = _text(_("What was not kept"), help_text=_("The family reads this and has its word first."))


class AnswerForm(ActForm):
    """Why somebody refuses an offer."""

    why = _one_of(_("Why does this work not suit?"), Referral.Why.choices, widget=forms.RadioSelect)
    said = _text(_("In your own words"), required=False)


class EmployerWordForm(ActForm):
    word = _one_of(_("What the employer says"), Referral.Word.choices)
    starts_on = DayField(label=_("First day of work"), required=False, help_text=_("If the person is hired."))
    said = _text(_("In the employer’s words"), required=False)


class AdviserForm(ActForm):
    """To whom somebody is given: advisers of the centre."""

    to = forms.ModelChoiceField(label=_("Adviser"), queryset=User.objects.none(), error_messages=CHOOSE)

    def __init__(self, data=None, *, row, by: User):
        super().__init__(data, row=row, by=by)
        here = User.objects.filter(role_grants__office=row.office, role_grants__role="adviser")
        self.fields["to"].queryset = here.filter(role_grants__ended_at=None, is_active=True).distinct()
        self.fields["to"].label_from_instance = lambda user: user.full_name


class DutyForm(ActForm):
    """What a member of the family promises."""

    member = forms.ModelChoiceField(label=_("Who"), queryset=User.objects.none(), error_messages=CHOOSE)
    what = _line(_("What is done"))
    measure = _one_of(_("Which help"), Measure.choices)
    until = DayField(label=_("Until"))

    def __init__(self, data=None, *, row, by: User):
        super().__init__(data, row=row, by=by)
        self.fields["member"].queryset = members_of(row.person).distinct()


class ContractForm(forms.Form):
    """The beginning of a social contract."""

    goal = _line(_("Goal"))
    help = _text(_("What the centre promises"))
    since = DayField(label=_("From"), initial=timezone.localdate)
    until = DayField(label=_("Until"))


class OfferForm(forms.Form):
    fits = _text(
        _("Why this work suits"),
        help_text=_("Trade, experience, health, hours and the way there (article 101). The person reads this."),
    )


class FindVacancyForm(forms.Form):
    q = forms.CharField(
        label=_("Word of the vacancy or the employer"),
        max_length=80,
        required=False,
        widget=forms.TextInput({"class": "form-control"}),
    )


class HoursForm(forms.Form):
    """When an adviser has time for people."""

    on = DayField(label=_("Day"))
    begins = TimeField(label=_("From (time)"))
    ends = TimeField(label=_("To (time)"))
    minutes = forms.IntegerField(label=_("Minutes for one person"), min_value=5, max_value=240, initial=30)
    place = forms.CharField(
        label=_("Place"), max_length=80, required=False, help_text=_("Such as a room. Leave it empty for calls.")
    )

    def moments(self) -> tuple[datetime.datetime, datetime.datetime]:
        """The first and the last moment, in the time of the portal."""
        day = self.cleaned_data["on"]
        both = (datetime.datetime.combine(day, self.cleaned_data[name]) for name in ("begins", "ends"))
        return tuple(timezone.make_aware(one) for one in both)


class RoundForm(forms.Form):
    on = DayField(label=_("Day of the round"))
    name = forms.CharField(
        label=_("Where it goes"), max_length=200, error_messages=SENTENCE, help_text=_("The villages, in their order.")
    )


class StopForm(forms.Form):
    iin = IinField(label=_("IIN"))
    village = _line(_("Village"), 120)
    why = _line(_("Why"))


class SeenForm(forms.Form):
    """What was found at a stop. `sent_as` is made with the form, `noted_at` by the device that kept it."""

    sent_as = forms.UUIDField(widget=forms.HiddenInput, initial=uuid.uuid4)
    noted_at = forms.DateTimeField(widget=forms.HiddenInput, required=False, input_formats=["%Y-%m-%dT%H:%M:%S.%fZ"])
    found = _one_of(_("Who was there"), Seen.Found.choices, widget=forms.RadioSelect)
    note = _text(_("What was seen and agreed"), rows=4, required=False)


class TalkForm(forms.Form):
    """The last page of a guided talk; the questions before it come from `talk.yaml`."""

    nearness = _one_of(_("How near work is"), Talk.Nearness.choices, widget=forms.RadioSelect)
    note = _text(_("What was agreed in the talk"), required=False)
