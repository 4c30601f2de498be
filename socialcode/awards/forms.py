"""What people write about an award: news of the recipient, and a form for each act of the office."""

import datetime
from decimal import Decimal

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from socialcode.engine.grounds import Days
from socialcode.law.fields import DayField, ExactNumberField
from socialcode.people.models import Person
from socialcode.people.number_fields import IbanField, IinField
from socialcode.shown import FIELD
from socialcode.templatetags.portal import article, day

from .actions.changing import Proposal
from .life import TIYN
from .models import Award, Change, Circumstance, Overpayment
from .planning import Wish, ground_of, grounds_for

Kind = Change.Kind
DAYS = ("happened", "known", "over", "asked")
FIELDS = {
    Kind.PAUSE: ("news", "ground", "happened", "known", "named", "fault", "reason"),
    Kind.END: ("news", "ground", "happened", "known", "named", "fault", "reason"),
    Kind.RESUME: ("news", "way", "over", "asked", "iin", "iban", "named", "reason"),
    Kind.PAYEE: ("news", "ground", "happened", "iin", "iban", "named", "reason"),
    Kind.ACCOUNT: ("news", "iban", "named", "reason"),
    Kind.TERMS: ("news", "named", "asked", "fault", "reason"),
}


def _sentences(label, **options) -> forms.CharField:
    return forms.CharField(label=label, max_length=4000, widget=forms.Textarea(attrs={"rows": 3}), **options)


class NewsForm(forms.Form):
    """What changed, since when, and in the person's own words."""

    kind = forms.ChoiceField(
        label=_("What has changed?"),
        choices=[(one.value, one.label) for one in Circumstance.Kind if one not in Circumstance.ELSEWHERE],
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose what has changed.")},
    )
    happened_on = DayField(label=_("Since which day?"))
    text = _sentences(_("Tell it in your own words"), required=False)
    iban = IbanField(required=False, help_text=_("Only if the money should go to another account."))

    shown = ""

    def clean_happened_on(self) -> datetime.date:
        if (happened := self.cleaned_data["happened_on"]) > timezone.localdate():
            raise ValidationError(_("This day is still to come."))
        return happened


class ReasonForm(forms.Form):
    """Why, in a sentence."""

    shown = ""
    reason = _sentences(_("Reason"))


class AskToKeepForm(forms.Form):
    """How much of each payment may be kept for what was paid too much."""

    shown = ""
    instalment = ExactNumberField(
        label=_("At most in a month, in tenge"),
        required=False,
        help_text=_("Leave it empty if as much as the law lets may be kept."),
    )
    text = _sentences(_("Is there anything the office should know?"), required=False)

    def clean_instalment(self) -> Decimal | None:
        return checked_money(self.cleaned_data["instalment"])


class KeepForm(forms.Form):
    """A plan by which an overpayment is kept from later payments."""

    shown = ""
    since = DayField(label=_("From the month of this day"), initial=timezone.localdate)
    asked_on = DayField(label=_("Day on which the person applied for it"), required=False)
    instalment = ExactNumberField(
        label=_("At most in a month, in tenge"),
        required=False,
        help_text=_("Leave it empty if as much as the law lets may be kept."),
    )

    def clean_instalment(self) -> Decimal | None:
        return checked_money(self.cleaned_data["instalment"])


class PaidBackForm(forms.Form):
    """Money that somebody paid back."""

    shown = ""
    amount = ExactNumberField(label=_("How much came back, in tenge"))
    day = DayField(label=_("Day on which it came back"), initial=timezone.localdate)

    def clean_amount(self) -> Decimal:
        return checked_money(self.cleaned_data["amount"])


def checked_money(amount: Decimal | None) -> Decimal | None:
    """A sum above zero in whole tiyn, if one was given."""
    if amount is not None and (amount <= 0 or amount != amount.quantize(TIYN)):
        raise ValidationError(_("Write a sum above zero, with two places at the most."))
    return amount


class ActForm(forms.Form):
    """An act on an award. The days are those that the ground is counted from; `named` is the first day where the Code
    names none."""

    shown = ""
    news = forms.ChoiceField(
        label=_("News that this settles"), required=False, help_text=_("The person then sees that it was looked at.")
    )
    ground = forms.ChoiceField(label=_("Reason that the Code names"))
    way = forms.ChoiceField(label=_("How it goes on"))
    happened = DayField(label=_("Day on which it happened"), required=False)
    known = DayField(label=_("Day on which the office learned of it"), required=False, initial=timezone.localdate)
    over = DayField(label=_("Day on which the reason was over"), required=False)
    asked = DayField(label=_("Day on which the person asked for it"), required=False, initial=timezone.localdate)
    iin = IinField(label=_("IIN of who receives it from now on"))
    iban = IbanField()
    named = DayField(
        label=_("First day"), required=False, help_text=_("Only where the Code does not say from which day.")
    )
    fault = forms.ChoiceField(
        label=_("If too much or too little was paid: who caused it"),
        choices=[("", _("Not chosen yet")), *Overpayment.Fault.choices],
        required=False,
    )
    reason = _sentences(_("Reason"), help_text=_("The person reads this."))

    def __init__(self, data=None, *, award: Award, kind: str, initial=None):
        super().__init__(data, initial=initial)
        self.award, self.kind = award, kind
        self.sent = self.data.get(FIELD, "")
        self.fields = {name: field for name, field in self.fields.items() if name in FIELDS[kind]}
        if kind in (Kind.ACCOUNT, Kind.TERMS):
            self.fields["named"].required, self.fields["named"].help_text = True, ""
        if kind == Kind.TERMS and award.pays == Award.Pays.ONCE:
            del self.fields["named"]  # it has one day
        if kind == Kind.RESUME:
            for name in ("iin", "iban"):
                self.fields[name].required = False
                self.fields[name].help_text = _("Only where somebody else receives it then.")
        self._name_news()
        if "ground" in self.fields:
            self._name_grounds(grounds_for(award, kind))
        if "way" in self.fields:
            self.ways = dict(_ways(award))
            self.fields["way"].choices = [("", _("Not chosen yet")), *((key, one[2]) for key, one in self.ways.items())]

    def _name_news(self) -> None:
        """Name the news that wait; the only one is taken for what is answered until somebody says otherwise."""
        self.news = {str(one.pk): one for one in self.award.circumstances.filter(closed_at=None).order_by("pk")}
        named = [(key, f"{one.get_kind_display()}, {day(one.happened_on)}") for key, one in self.news.items()]
        self.fields["news"].choices = [("", _("It settles none of them")), *named]
        self.fields["news"].initial = named[0][0] if len(named) == 1 else ""
        if not named:
            del self.fields["news"]

    def _name_grounds(self, grounds) -> None:
        self.grounds = grounds
        named = [(str(n), f"{gettext(one.sentence)} ({article(one.article)})") for n, one in enumerate(grounds)]
        self.fields["ground"].choices = [("", _("Not chosen yet")), *named]
        if not grounds:
            del self.fields["ground"]

    def clean_iin(self) -> Person | None:
        if not self.cleaned_data["iin"]:
            return None
        found = Person.objects.filter(iin=self.cleaned_data["iin"]).first()
        if found is None:
            raise ValidationError(_("No register knows this IIN."))
        return found

    def proposal(self, stretches=()) -> Proposal:
        """What was filled in, once the form is valid."""
        given = self.cleaned_data
        days = Days(**{name: given.get(name) for name in DAYS})
        pause, way, _text = self.ways[given["way"]] if given.get("way") else (None, 0, "")
        ground = self.grounds[int(given["ground"])] if given.get("ground") else None
        by_office = given.get("fault") == Overpayment.Fault.OFFICE
        wish = Wish(self.kind, ground, days, given.get("named"), pause, way, tuple(stretches), by_office)
        return Proposal(
            wish,
            given["reason"],
            payee=given.get("iin"),
            iban=given.get("iban", ""),
            fault=given.get("fault", ""),
            circumstance=self.news.get(given.get("news", "")),
        )


def _ways(award: Award):
    """How each open pause can go on for the same recipient, by a key of the form."""
    for pause in award.pauses.filter(paid_from=None).order_by("pk"):
        pause.award = award
        ground = ground_of(pause)
        since = day(pause.since)
        for place, one in enumerate(ground.resumes if ground else ()):
            yield f"{pause.pk}-{place}", (pause, place, f"{since}: {gettext(one.when)}. {gettext(one.from_day.words)}")
