"""What those who look for work, and advisers, write."""

import datetime

from django import forms
from django.utils import timezone
from django.utils.text import capfirst
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from employment.trades.choice import TradeChoice
from employment.trades.hours import Schedule
from employment.trades.places import PlaceField, region_and_district
from socialcode.engine.registry import registry
from socialcode.law.fields import DayField, ExactNumberField, WholeNumberField

from .models import Education, Hindrance, LanguageKnown, Reach, Registration, ReportedChange

YES_NO = (("yes", _("Yes")), ("no", _("No")))
TRADES = 3
MOST_SKILLS, LONGEST_SKILL, MOST_YEARS = 30, 60, 60
CHOOSE = {"required": _("Choose one of these.")}
FIRST_YEAR = 1940
MOST_PAY, FARTHEST = 100_000_000, 183  # tenge; days


def _choice(fact: str, **options) -> forms.ChoiceField:
    """The question of a fact in the words that the check asks it with."""
    asked = registry.facts[fact]
    return forms.ChoiceField(
        label=gettext(asked.question),
        choices=[(name, gettext(words)) for name, words in asked.choices] or YES_NO,
        widget=forms.RadioSelect,
        error_messages=CHOOSE,
        help_text=gettext(asked.help) if asked.help else "",
        **options,
    )


class RegisterForm(forms.Form):
    """The wish to be registered, with what registers do not say (`known` are facts that they do)."""

    kind = forms.ChoiceField(
        label=_("As what do you want to register?"),
        choices=(
            (
                Registration.Kind.UNEMPLOYED,
                _("As unemployed: with the right to the job-loss payment, courses and jobs"),
            ),
            (Registration.Kind.SEEKER, _("As looking for work: vacancies and advice only")),
        ),
        widget=forms.RadioSelect,
        error_messages=CHOOSE,
    )

    def __init__(self, data=None, *, known=()):
        super().__init__(data)
        for fact in ("is_employed", "studies", "court_sentence"):
            if fact not in known:
                self.fields[fact] = _choice(fact)
        self.fields["wants_active_measures"] = forms.BooleanField(
            label=_("I study and want a course or a subsidised job from the centre"), required=False
        )
        self.fields["true"] = forms.BooleanField(
            label=_("What I say is true. I know that false data end the registration (article 100)."),
            error_messages={"required": _("Confirm that what you say is true.")},
        )

    @property
    def said(self) -> dict:
        """Facts as the engine takes them."""
        given = self.cleaned_data
        said = {name: given[name] for name in ("studies", "court_sentence") if name in given}
        if "is_employed" in given:
            said["is_employed"] = given["is_employed"] == "yes"
        return said | {"wants_active_measures": given["wants_active_measures"]}


class ChangeForm(forms.Form):
    kind = forms.ChoiceField(
        label=_("What changed?"), choices=ReportedChange.Kind.choices, widget=forms.RadioSelect, error_messages=CHOOSE
    )
    happened_on = DayField(label=_("Since when?"), initial=timezone.localdate)
    note = forms.CharField(label=_("In your words, if you like"), max_length=500, required=False)


class RefuseForm(forms.Form):
    reason = forms.CharField(
        label=_("Why the person cannot be registered"),
        max_length=2000,
        widget=forms.Textarea({"rows": 4}),
        help_text=_("The person reads this."),
        error_messages={"required": _("Write it in a sentence.")},
    )


class ProfileForm(forms.Form):
    """What somebody can and wants."""

    place = PlaceField(label=_("Where do you look for work?"))
    reach = forms.ChoiceField(label=_("How far from there?"), choices=Reach.choices)
    will_move = forms.BooleanField(label=_("I would move for work"), required=False)
    education = forms.ChoiceField(label=_("Education"), choices=Education.choices)
    skills = forms.CharField(
        label=_("What can you do?"),
        help_text=_("With commas between, for example: welding, driving licence C, 1C"),
        max_length=2000,
        required=False,
    )
    languages = forms.MultipleChoiceField(
        label=_("Languages"), choices=LanguageKnown.choices, widget=forms.CheckboxSelectMultiple, required=False
    )
    least_pay = ExactNumberField(label=_("Lowest pay a month before tax, in tenge"), required=False)
    schedules = forms.MultipleChoiceField(
        label=_("Which working hours suit you?"),
        choices=[(value, capfirst(label)) for value, label in Schedule.choices],
        widget=forms.CheckboxSelectMultiple,
        required=False,
        help_text=_("None chosen: all suit you."),
    )
    hindrances = forms.MultipleChoiceField(
        label=_("What makes it hard to work?"),
        choices=Hindrance.choices,
        widget=forms.CheckboxSelectMultiple,
        required=False,
        help_text=_("Only you and your adviser see this."),
    )
    needs_access = forms.BooleanField(label=_("I need a workplace fit for a person with disability"), required=False)
    about = forms.CharField(label=_("About me"), max_length=2000, widget=forms.Textarea({"rows": 4}), required=False)

    def __init__(self, data=None, *, profile=None):
        super().__init__(data, initial=_as_typed(profile) if profile else None)
        own = list(self.fields)
        for place in range(1, TRADES + 1):
            self.fields[f"trade_{place}"] = TradeChoice(
                label=_("Trade %(number)s") % {"number": place}, required=place == 1
            )
            self.fields[f"years_{place}"] = WholeNumberField(label=_("Years in it"), required=False)
        self.order_fields([name for name in self.fields if name not in own])

    def clean_skills(self):
        skills = [" ".join(skill.split())[:LONGEST_SKILL] for skill in self.cleaned_data["skills"].split(",")]
        return list(dict.fromkeys(skill for skill in skills if skill))[:MOST_SKILLS]

    def clean(self):
        given = super().clean()
        if given.get("least_pay") is not None and given["least_pay"] <= 0:
            self.add_error("least_pay", _("Write an amount above zero, or leave it empty."))
        for place in range(1, TRADES + 1):
            if (given.get(f"years_{place}") or 0) > MOST_YEARS:
                self.add_error(f"years_{place}", _("Check this number: it is too large."))
        return given

    @property
    def trades(self) -> list[tuple[str, int]]:
        given = self.cleaned_data
        pairs = [(given.get(f"trade_{n}"), given.get(f"years_{n}") or 0) for n in range(1, TRADES + 1)]
        return [(code, years) for code, years in pairs if code]

    @property
    def says(self) -> dict:
        given = {name: value for name, value in self.cleaned_data.items() if not name.startswith(("trade_", "years_"))}
        region, district = region_and_district(given.pop("place"))
        return {**given, "region": region, "district": district}


def _as_typed(profile) -> dict:
    said = {name: getattr(profile, name) for name in ProfileForm.base_fields if name not in ("place", "skills")}
    said |= {"place": profile.district or profile.region, "skills": ", ".join(profile.skills)}
    if profile.least_pay is not None:
        said["least_pay"] = f"{profile.least_pay:f}".removesuffix(".00")
    for place, row in enumerate(profile.trades.all()[:TRADES], 1):
        said |= {f"trade_{place}": row.trade, f"years_{place}": row.years}
    return said


class JobForm(forms.Form):
    """One job of the CV."""

    post = forms.CharField(label=_("Post"), max_length=120, error_messages={"required": _("Write what the post was.")})
    employer = forms.CharField(label=_("Employer"), max_length=200, required=False)
    since = DayField(label=_("From"))
    until = DayField(label=_("Until; empty if you still work there"), required=False)
    did = forms.CharField(
        label=_("What you did there"), max_length=1000, widget=forms.Textarea({"rows": 3}), required=False
    )

    def clean(self):
        given = super().clean()
        if given.get("until") and given.get("since") and given["until"] < given["since"]:
            self.add_error("until", _("This day is before the first one."))
        return given


class StudyForm(forms.Form):
    """One school, course or certificate of the CV."""

    what = forms.CharField(
        label=_("School, course or certificate"), max_length=200, error_messages={"required": _("Write what it was.")}
    )
    where = forms.CharField(label=_("Where"), max_length=200, required=False)
    year = WholeNumberField(label=_("Year it ended"), least=FIRST_YEAR, required=False)

    def clean_year(self):
        year = self.cleaned_data["year"]
        if year and year > timezone.localdate().year + 10:
            raise forms.ValidationError(_("Check this number: it is too large."))
        return year


class JobOfferForm(forms.Form):
    """A job that somebody might take."""

    pay = ExactNumberField(label=_("Pay a month before tax, in tenge"))
    starts_on = DayField(label=_("First day of work"), initial=timezone.localdate)

    def clean_pay(self):
        pay = self.cleaned_data["pay"]
        if not 0 < pay < MOST_PAY:
            raise forms.ValidationError(_("Check this amount."))
        return pay

    def clean_starts_on(self):
        day = self.cleaned_data["starts_on"]
        today = timezone.localdate()
        if not today <= day <= today + datetime.timedelta(days=FARTHEST):
            raise forms.ValidationError(_("Choose a day from today on, within half a year."))
        return day
