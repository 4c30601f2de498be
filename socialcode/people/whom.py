"""For whom? Asked of somebody who acts for children or wards, besides for themselves."""

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from .access import wards_of
from .models import Person


def may_be_chosen(own: Person) -> list[Person]:
    """Somebody, then the living children and wards whom they act for, the oldest first."""
    return [own, *wards_of(own).filter(died_on=None).order_by("birth_date", "iin")]


def found(own: Person, key: str) -> Person | None:
    """Who of these has a key."""
    return next((person for person in may_be_chosen(own) if str(person.key) == key), None)


class WhomForm(forms.Form):
    """`cleaned_data["whom"]` is a Person whom `own` acts for, or `own`."""

    whom = forms.ChoiceField(
        label=_("For whom?"),
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose for whom."), "invalid_choice": _("Choose for whom.")},
    )

    def __init__(self, data, own: Person):
        super().__init__(data)
        self.own = own
        self.persons = {str(person.key): person for person in may_be_chosen(own)}
        mine = gettext("For me: %(name)s") % {"name": own.full_name}
        choices = [(key, person.full_name) for key, person in self.persons.items() if person != own]
        self.fields["whom"].choices = [(str(own.key), mine), *choices]
        self.fields["whom"].initial = str(own.key)

    @property
    def is_a_choice(self) -> bool:
        return len(self.persons) > 1

    @property
    def about(self) -> str:
        """The key of who was chosen; empty for oneself."""
        chosen = self.cleaned_data["whom"]
        return "" if chosen == self.own else str(chosen.key)

    def clean_whom(self) -> Person:
        return self.persons[self.cleaned_data["whom"]]
