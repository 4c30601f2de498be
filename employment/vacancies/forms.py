"""What employers and those who apply write."""

import datetime
import uuid

from django import forms
from django.conf import settings
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from employment.trades.choice import TradeChoice
from employment.trades.hours import Schedule
from employment.trades.places import PlaceField, place_choices, region_and_district
from socialcode.law.fields import DayField, ExactNumberField, WholeNumberField
from socialcode.law.regions import region_choices

from .models import Interview, Vacancy

LONGEST = 4000  # letters
MOST_HOURS, MOST_POSTS, MOST_YEARS = 84, 10_000, 60
ANY = ("", _("Any"))


def _sentence(label, **options) -> forms.CharField:
    missing = {"required": _("Write something first.")}
    area = forms.Textarea(attrs={"rows": 5})
    return forms.CharField(label=label, max_length=LONGEST, widget=area, error_messages=missing, **options)


class VacancyForm(forms.Form):
    """A vacancy as an employer writes it. `cleaned_data` has what `posting.write` takes."""

    title = forms.CharField(
        label=_("What the post is called"),
        max_length=120,
        error_messages={"required": _("Write what the post is called.")},
    )
    trade = TradeChoice()
    place = PlaceField(label=_("District or town of the work"))
    address = forms.CharField(
        label=_("Street and house"), max_length=200, error_messages={"required": _("Write where the work is.")}
    )
    opened_on = DayField(
        label=_("Day on which the post became vacant"),
        help_text=_("From this day the law gives five working days to post it (article 103, point 2)."),
        initial=timezone.localdate,
    )
    posts = WholeNumberField(label=_("How many posts"), least=1, initial=1)
    pay_from = ExactNumberField(label=_("Pay a month before tax, in tenge: from"))
    pay_to = ExactNumberField(label=_("Pay a month: up to"), required=False)
    hours = WholeNumberField(label=_("Hours a week"), least=1, initial=40)
    schedule = forms.ChoiceField(label=_("Working hours"), choices=Schedule.choices)
    kind = forms.ChoiceField(label=_("For how long"), choices=Vacancy.Kind.choices)
    experience_years = WholeNumberField(label=_("Years of experience that are needed"), required=False)
    duties = _sentence(_("What has to be done"))
    requirements = _sentence(
        _("What the person has to know or have"),
        required=False,
        help_text=_("Skills and certificates. Sex, age, origin, looks and family are no demands (article 103)."),
    )
    accessible = forms.BooleanField(label=_("The workplace is fit for people with disability"), required=False)
    access_note = forms.CharField(
        label=_("How it is fitted, such as a ramp, a lift, a screen reader"), max_length=300, required=False
    )
    language = forms.ChoiceField(label=_("In which language did you write this?"), choices=settings.LANGUAGES)

    @classmethod
    def of(cls, vacancy: Vacancy, **options):
        """The form with what a vacancy says."""
        names = [name for name in cls.base_fields if name != "place"]
        said = {name: getattr(vacancy, name) for name in names} | {"place": vacancy.district or vacancy.region}
        for name in ("pay_from", "pay_to"):
            said[name] = f"{said[name]:f}".removesuffix(".00") if said[name] is not None else ""
        return cls(initial=said, **options)

    def clean(self):
        """The place as two codes; experience that was left empty is none."""
        given = super().clean()
        if "place" in given:
            given["region"], given["district"] = region_and_district(given.pop("place"))
        if "experience_years" not in self.errors:
            given["experience_years"] = given.get("experience_years") or 0
        for name, most in (("hours", MOST_HOURS), ("posts", MOST_POSTS), ("experience_years", MOST_YEARS)):
            if given.get(name) is not None and given[name] > most:
                self.add_error(name, _("Check this number: it is too large."))
        return given


class WordsForm(forms.Form):
    """Why words that look like discrimination are none; empty where none were found."""

    words_note = forms.CharField(
        label=_("Why these words shut nobody out"),
        help_text=_("For example: “women” are the customers of the shop."),
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=LONGEST,
        required=False,
    )


class CloseForm(forms.Form):
    reason = _sentence(_("Why the vacancy is closed"))


class SearchForm(forms.Form):
    """What somebody looks for among the vacancies; everything may stay empty."""

    SORTS = (("new", _("The newest first")), ("pay", _("The best paid first")))

    q = forms.CharField(label=_("Words"), max_length=100, required=False)
    trade = TradeChoice(required=False, help_text="")
    place = PlaceField(required=False, choices=lambda: [ANY, *_whole_regions(), *place_choices()])
    pay = ExactNumberField(label=_("Pay from, in tenge"), required=False)
    schedule = forms.ChoiceField(label=_("Working hours"), choices=[ANY, *Schedule.choices], required=False)
    hours = WholeNumberField(label=_("No more hours a week than"), least=1, required=False)
    accessible = forms.BooleanField(label=_("Fit for people with disability"), required=False)
    sort = forms.ChoiceField(label=_("Order"), choices=SORTS, required=False)


def _whole_regions() -> list[tuple[str, list]]:
    return [(_("Whole regions"), region_choices())]


class ApplyForm(forms.Form):
    """An application; agreeing to be named is a tick of its own."""

    letter = _sentence(
        _("What you want to tell the employer"), required=False, help_text=_("You can leave this empty.")
    )
    agrees = forms.BooleanField(
        label=_("The employer may see my name, my phone and what I wrote here"),
        error_messages={"required": _("Without this the employer cannot answer you.")},
    )


class InviteForm(forms.Form):
    letter = _sentence(_("What you offer"), help_text=_("The person reads this, and decides whether you see the name."))


class MessageForm(forms.Form):
    """`sent_as` is made with the form: one sent twice is kept once."""

    sent_as = forms.UUIDField(widget=forms.HiddenInput, initial=uuid.uuid4)
    text = _sentence(_("Message"))


class InterviewForm(forms.Form):
    """When and where. `cleaned_data` has `at` instead of day and hour."""

    day = DayField(label=_("Day"))
    hour = forms.TimeField(
        label=_("Hour"),
        widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M"),
        error_messages={"required": _("Choose the hour."), "invalid": _("Write the hour as 14:30.")},
    )
    place = forms.CharField(
        label=_("Place, or how to call"), max_length=200, error_messages={"required": _("Write where you meet.")}
    )
    note = forms.CharField(label=_("What to bring"), max_length=500, required=False)

    def clean(self):
        """The moment of both, in the time of the country."""
        given = super().clean()
        if {"day", "hour"} <= given.keys():
            given["at"] = timezone.make_aware(datetime.datetime.combine(given.pop("day"), given.pop("hour")))
        return given


class AnswerInterviewForm(forms.Form):
    answer = forms.ChoiceField(
        label=_("Will you come?"),
        choices=[(Interview.Answer.COMES, _("I come")), (Interview.Answer.OTHER_TIME, _("I ask for another time"))],
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose an answer.")},
    )
    note = forms.CharField(label=_("When you could come"), max_length=500, required=False)


class HireForm(forms.Form):
    starts_on = DayField(label=_("First day of work"))


class ReasonForm(forms.Form):
    reason = _sentence(_("Reason"), help_text=_("The person reads this."))


class WithdrawForm(forms.Form):
    reason = forms.CharField(
        label=_("Why, if you want to say it"), max_length=500, required=False, widget=forms.Textarea(attrs={"rows": 3})
    )
