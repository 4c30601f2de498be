"""What is written about an employer: by a person who asks to act for it, by the office, by who acts for it."""

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from employment.trades.choice import TradeChoice
from employment.trades.places import PlaceField, region_and_district
from socialcode.engine.days import MONTHS_OF_QUARTER
from socialcode.law.fields import DayField, ExactNumberField, FigureField, WholeNumberField
from socialcode.people.number_fields import BinField, IinField

from .models import LayoffGroup, LayoffNotice, RightRequest

SENTENCE = {"required": _("Write it in a sentence.")}
ROMAN = ("I", "II", "III", "IV")
MOST_PEOPLE = 1_000_000


def _sentence(label, **options) -> forms.CharField:
    widget = forms.Textarea(attrs={"rows": 4})
    return forms.CharField(label=label, max_length=4000, widget=widget, error_messages=SENTENCE, **options)


class AskForm(forms.Form):
    """A right to act that is asked for. `cleaned_data` has `region` and `district` instead of `place`."""

    bin = BinField()
    name = forms.CharField(
        label=_("Name of the organisation"),
        max_length=200,
        error_messages={"required": _("Write the name as it stands in the register.")},
    )
    place = PlaceField(label=_("Where it is registered"))
    position = forms.CharField(
        label=_("Your position there"),
        max_length=100,
        help_text=_("For example: director, head of personnel, manager."),
        error_messages={"required": _("Write your position.")},
    )

    def clean(self):
        """The place as the two codes that an action takes."""
        given = super().clean()
        if "place" in given:
            given["region"], given["district"] = region_and_district(given.pop("place"))
        return given


class PaperForm(forms.Form):
    """The paper that an officer has seen."""

    paper = forms.ChoiceField(label=_("Which paper shows the right?"), choices=RightRequest.Paper.choices)
    paper_number = forms.CharField(
        label=_("Number of the paper"),
        max_length=60,
        error_messages={"required": _("Write the number of the paper that you have seen.")},
    )
    paper_date = DayField(label=_("Day of the paper"))


class RefusalForm(forms.Form):
    reason = _sentence(_("Why the right is refused"), help_text=_("The person reads this."))


class NameForm(forms.Form):
    """One more person who acts for the organisation."""

    iin = IinField(label=_("IIN of the person"))
    surname = forms.CharField(
        label=_("Surname of the person"), max_length=100, error_messages={"required": _("Write the surname.")}
    )
    position = forms.CharField(
        label=_("Position"), max_length=100, error_messages={"required": _("Write the position.")}
    )


class LayoffForm(forms.Form):
    """Why and when people are laid off."""

    ground = forms.ChoiceField(label=_("Why are people laid off?"), choices=LayoffNotice.Ground.choices)
    starts_on = DayField(label=_("First day of lay-offs"))
    ends_on = DayField(label=_("Last day of lay-offs"))


class GroupForm(forms.Form):
    """People of one post; left empty it is no group."""

    title = forms.CharField(label=_("Post"), max_length=100, required=False)
    trade = TradeChoice(required=False)
    people = WholeNumberField(label=_("How many people"), least=1, required=False)
    qualification = forms.CharField(label=_("Qualification"), max_length=200, required=False)
    pay = ExactNumberField(label=_("Pay a month, in tenge"), required=False)

    def clean(self):
        """All or nothing: a group that is begun says post, trade, people and pay."""
        given = super().clean()
        if not any(given.get(name) for name in self.fields) and not self.errors:
            return given
        for name in ("title", "trade", "people", "pay"):
            if not given.get(name) and name not in self.errors:
                self.add_error(name, _("Say this of the group, too."))
        return given

    @property
    def group(self) -> LayoffGroup | None:
        """The group, not kept yet; None where nothing was written."""
        return LayoffGroup(**self.cleaned_data) if self.cleaned_data.get("title") else None


GroupForms = forms.formset_factory(GroupForm, extra=4, max_num=20)


class MeetingForm(forms.Form):
    on = DayField(label=_("Day on which you spoke to the people"), initial=timezone.localdate)
    note = _sentence(_("What they were told, and what they need"))


class QuotaForm(forms.Form):
    """The people of an employer, for the calculator and for the report."""

    quarter = forms.ChoiceField(label=_("Quarter"))
    headcount = WholeNumberField(label=_("All people on the list"), least=1)
    lent = WholeNumberField(
        label=_("Of them, people whom you lend to other firms by contract"),
        required=False,
        help_text=_("People lent by a contract for staff do not count (article 107, point 4)."),
    )
    hard_jobs = WholeNumberField(label=_("Of them, in heavy, harmful or dangerous work"), required=False)
    with_disability = WholeNumberField(label=_("Of them, people with disability"), required=False)
    on_probation = WholeNumberField(label=_("People on probation"), required=False)
    released = WholeNumberField(label=_("People released from prison"), required=False)
    without_parents = WholeNumberField(label=_("Young people who grew up without parents"), required=False)
    of_disability_union = forms.BooleanField(
        label=_("We are a public association of people with disability"), required=False
    )
    share = FigureField(
        label=_("Share that your akimat has set, in percent"),
        unit="share",
        help_text=_("From 2 to 4 percent. The career centre tells it."),
    )

    def __init__(self, data=None, **options):
        super().__init__(data, **options)
        self.fields["quarter"].choices = last_quarters()

    def clean_share(self):
        """Percent, with or without the sign: 3 and 3 % are 0.03."""
        share = self.cleaned_data["share"]
        return share / 100 if share is not None and share >= 1 else share

    def clean(self):
        """Counts that were left empty are nobody; the quarter as year and quarter."""
        given = super().clean()
        for name in ("lent", "hard_jobs", "with_disability", "on_probation", "released", "without_parents"):
            if name not in self.errors:
                given[name] = given.get(name) or 0
        if not self.errors:
            self._check_counts(given)
        if "quarter" in given:
            given["year"], given["quarter"] = (int(part) for part in given["quarter"].split("-"))
        return given

    def _check_counts(self, given) -> None:
        if given["headcount"] > MOST_PEOPLE:
            self.add_error("headcount", _("Check this number: it is larger than any employer’s."))
        if given["lent"] + given["hard_jobs"] > given["headcount"]:
            self.add_error("hard_jobs", _("No group is larger than the list of all people."))
        if given["with_disability"] > given["headcount"]:
            self.add_error("with_disability", _("No group is larger than the list of all people."))


def last_quarters() -> list[tuple[str, str]]:
    """The running quarter and the four before it, the newest first, as value and words."""
    today = timezone.localdate()
    at = today.year * len(ROMAN) + (today.month - 1) // MONTHS_OF_QUARTER
    pairs = [divmod(at - back, len(ROMAN)) for back in range(len(ROMAN) + 1)]
    return [(f"{year}-{quarter + 1}", f"{ROMAN[quarter]} {year}") for year, quarter in pairs]
