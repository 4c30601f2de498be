"""What an auditor searches for, draws, asks and concludes; what an officer answers."""

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from socialcode.audit.kinds import kind_in_words
from socialcode.audit.models import Event
from socialcode.decisions.models import Changed
from socialcode.kazakh import order
from socialcode.law.fields import DayField, WholeNumberField
from socialcode.people.number_fields import IinField

from .models import Relook, Review, Sample

LARGEST_KEY = 2**63 - 1


def _kind_choices():
    named = [(str(kind_in_words(name)), name) for name in Event.objects.kinds()]
    kinds = sorted(named, key=lambda pair: order(pair[0]))
    return [("", pgettext_lazy("kinds of events", "All")), *((name, word) for word, name in kinds)]


class SearchForm(forms.Form):
    """Which events to show."""

    kind = forms.ChoiceField(label=_("What happened"), required=False)
    who = forms.CharField(label=_("Who did it (name or email)"), max_length=100, required=False)
    what = forms.CharField(label=_("To what (number or name)"), max_length=100, required=False)
    iin = IinField(label=_("About whom, or by whom (IIN)"), required=False)
    since = DayField(label=_("From the day"), required=False)
    until = DayField(label=_("To the day"), required=False)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["kind"].choices = _kind_choices()

    def clean(self):
        cleaned = super().clean()
        since, until = cleaned.get("since"), cleaned.get("until")
        if since and until and since > until:
            self.add_error("until", _("The last day lies before the first day."))
        return cleaned


def _key() -> forms.IntegerField:
    """The key of an event, as a link names it: nobody types it."""
    return forms.IntegerField(required=False, min_value=1, max_value=LARGEST_KEY, widget=forms.HiddenInput)


class ReplayForm(forms.Form):
    """Which of the decisions that come out otherwise to show."""

    why = forms.ChoiceField(label=_("Why"), required=False)
    number = forms.CharField(label=_("Number of the claim"), max_length=40, required=False)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["why"].choices = [("", pgettext_lazy("kinds of events", "All")), *Changed.Why.choices]


class PlaceForm(forms.Form):
    """From which event a page of the list goes on. What cannot be read begins at the newest."""

    before = _key()
    after = _key()


class DrawForm(forms.Form):
    """A random draw of decisions."""

    seed = forms.CharField(
        label=_("Seed"),
        max_length=40,
        required=False,
        help_text=_("Any letters or figures. The same seed over the same days gives the same decisions."),
    )
    since = DayField(label=_("From the day"))
    until = DayField(label=_("To the day"), help_text=_("A day that is over."))
    size = WholeNumberField(label=_("How many decisions?"), initial=10)
    kind = forms.ChoiceField(
        label=_("Of which decisions?"), choices=Sample.Kind.choices, initial=Sample.Kind.ALL, required=False
    )

    def clean_kind(self) -> str:
        """All decisions, where none is chosen."""
        return self.cleaned_data["kind"] or Sample.Kind.ALL


def _text(label):
    return forms.CharField(label=label, max_length=4000, required=False, widget=forms.Textarea({"rows": 4}))


class QuestionForm(forms.Form):
    question = _text(_("Your question to the officer"))


class AnswerForm(forms.Form):
    answer = _text(_("Your answer to the auditor"))


class ConclusionForm(forms.Form):
    state = forms.ChoiceField(
        label=_("Is the decision in order?"),
        choices=[(Review.State.IN_ORDER, _("Yes, it is in order")), (Review.State.NOT_IN_ORDER, _("No, it is not"))],
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose whether the decision is in order.")},
    )
    conclusion = _text(_("What you found"))


class RelookForm(forms.Form):
    outcome = forms.ChoiceField(
        label=_("What comes of it?"),
        choices=Relook.Outcome.choices,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose what comes of it.")},
    )
    answer = _text(_("What you found when you looked again"))


class CloseForm(forms.Form):
    """Nothing is to be filled in."""


class ReturnForm(forms.Form):
    reason = _text(_("What is still not in order"))
