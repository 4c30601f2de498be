"""How the staff of an office choose what they see: the queue's filters, the search, a name for a filter."""

import re

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from socialcode.accounts.models import Office, User
from socialcode.engine.registry import registry
from socialcode.kazakh import order
from socialcode.law.fields import DayField

from ..models import Claim, SavedFilter
from .forms import LEAST, officers_of
from .lines.orders import ORDERS
from .queue import Choice
from .states import STATES
from .widgets import ListSelect

LEAST_SEARCH = 3  # letters
NUMBER = re.compile(r"[0-9]{1,15}")
WHOSE = [("", _("Everybody")), ("mine", _("Mine")), ("nobody", _("Nobody has it yet"))]
DUE = [("", _("Any day")), ("soon", _("Due soon")), ("overdue", _("Overdue"))]


class QueueForm(forms.Form):
    """The choices of the queue. Nothing personal is in them, so they travel in the address."""

    state = forms.ChoiceField(label=_("State"), required=False, widget=ListSelect)
    whose = forms.ChoiceField(label=_("Whose"), required=False, widget=ListSelect)
    due = forms.ChoiceField(label=_("Deadline"), choices=DUE, required=False, widget=ListSelect)
    provision = forms.ChoiceField(label=_("Payment"), required=False, widget=ListSelect)
    office = forms.ChoiceField(label=_("Office"), required=False, widget=ListSelect)
    order = forms.ChoiceField(
        choices=[("", ""), *((name, name) for name in ORDERS)], required=False, widget=forms.HiddenInput
    )
    escalated = forms.BooleanField(required=False, widget=forms.HiddenInput)

    def __init__(self, data, *, offices: list[Office], counts: dict):
        super().__init__(data)
        states = [(state, label) for state, (_mark, label) in STATES.items() if state != Claim.Status.DRAFT]
        self.fields["state"].choices = [
            ("", gettext("All in work")),
            *((state, _counted(label, counts["state"].get(state))) for state, label in states),
        ]
        self.fields["whose"].choices = [*WHOSE, *_officer(offices, data.get("whose", ""))]
        named = [(gettext(found.title), name) for name, found in registry.provisions.items()]
        titles = sorted(named, key=lambda pair: order(pair[0]))
        self.fields["provision"].choices = [("", gettext("All payments")), *((name, title) for title, name in titles)]
        self.fields["office"].choices = [("", gettext("All offices")), *((o.code, o.name) for o in offices)]
        if len(offices) == 1:
            del self.fields["office"]

    @property
    def choice(self) -> Choice:
        """What was chosen; an address that names what does not exist chooses nothing there."""
        self.is_valid()
        return Choice(**self.cleaned_data)


class SearchForm(forms.Form):
    q = forms.CharField(
        label=_("Name, IIN, number, phone or account"),
        min_length=LEAST_SEARCH,
        max_length=100,
        strip=True,
        widget=forms.TextInput(attrs={"autocomplete": "off", "data-key": "/"}),
        error_messages={
            "required": _("Write what to search for."),
            "min_length": _("Write at least three letters or digits."),
        },
    )

    def clean_q(self) -> str:
        return " ".join(self.cleaned_data["q"].split())


class HandOverForm(forms.Form):
    """To whom all claims of an officer go; `to` is None where each goes to whoever has least."""

    to = forms.ChoiceField(label=_("To"))

    def __init__(self, data=None, *, offices: list[Office]):
        super().__init__(data, auto_id=False)
        self.officers = {str(user.pk): user for user in officers_of(offices)}
        names = ((key, user.full_name) for key, user in self.officers.items())
        self.fields["to"].choices = [(LEAST, _("Whoever has least in work")), *names]

    def clean_to(self):
        return self.officers.get(self.cleaned_data["to"])


class StandInForm(forms.Form):
    """Who is away, from when until when, and who works on their claims meanwhile."""

    user = forms.ModelChoiceField(User.objects.none(), label=_("Who is away"), empty_label=_("Not chosen yet"))
    stand_in = forms.ModelChoiceField(User.objects.none(), label=_("Stand-in"), empty_label=_("Not chosen yet"))
    since = DayField(label=_("First day away"))
    until = DayField(label=_("Last day away"))

    def __init__(self, data=None, *, offices: list[Office]):
        super().__init__(data)
        for name in ("user", "stand_in"):
            self.fields[name].queryset = officers_of(offices)
            self.fields[name].label_from_instance = lambda user: user.full_name


class FilterForm(forms.ModelForm):
    """The name of a filter."""

    class Meta:
        model = SavedFilter
        fields = ("name",)


def _officer(offices: list[Office], number: str) -> list[tuple[str, str]]:
    """The officer the page of officers led to. A list of all of a region's would be long to read and slow to draw."""
    found = officers_of(offices).filter(pk=number) if NUMBER.fullmatch(number) else ()
    return [(str(user.pk), user.full_name) for user in found]


def _counted(label, count: int | None) -> str:
    return f"{label} ({count})" if count else str(label)
