"""Questions about people as a form, made from the facts alone."""

import datetime
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Field, Layout
from django import forms

from socialcode.engine import Fact
from socialcode.engine.registry import registry

from .answers import Answers
from .fields import FactField, Term, TermField, contradiction, field_of
from .widgets import UNKNOWN


@dataclass(frozen=True)
class Group:
    """Questions about one subject: what was answered before, and what is known for naming months.

    `key` tells subjects of one form apart; it is empty where there is only one.
    """

    facts: Sequence[Fact]
    key: str = ""
    given: Mapping[str, Any] = field(default_factory=dict)
    declined: Collection[str] = ()
    known: Mapping[str, Any] = field(default_factory=dict)

    def field_name(self, fact: Fact) -> str:
        return field_name(fact, self.key)

    def initial(self, fact: Fact) -> Any:
        return {UNKNOWN: "on"} if fact.name in self.declined else self.given.get(fact.name)


def field_name(fact: Fact, key: str = "") -> str:
    """The field of a question about the subject with this key."""
    return f"{key}-{fact.name}" if key else fact.name


class FactsForm(forms.Form):
    """One field for each fact of each group; `cleaned_data` holds raw answers, None for "I don't know"."""

    def __init__(self, groups: Sequence[Group], on: datetime.date, data=None):
        super().__init__(data)
        self.groups, self.on = groups, on
        for group in groups:
            for fact in group.facts:
                if made := self._field(group, fact):
                    self.fields[group.field_name(fact)] = made

    def _field(self, group: Group, fact: Fact) -> FactField | None:
        """None where another field asks for it: a number of days stands with the first of them."""
        if fact.days_from and any(other.name == fact.days_from for other in group.facts):
            return None
        counted = next((other for other in group.facts if other.days_from == fact.name), None)
        if counted:
            return TermField(fact, counted, self.on, group.initial(fact), group.given.get(counted.name))
        return field_of(fact, self.on, group.initial(fact), group.known)

    def clean(self):
        for group in self.groups:
            self._ask_back(group)
        return self.cleaned_data

    def _ask_back(self, group: Group) -> None:
        """What contradicts another answer is said at the question that was asked last."""
        asked = {fact.name: group.field_name(fact) for fact in group.facts if group.field_name(fact) in self.fields}
        typed = self.answers(group)
        said = Answers({**group.given, **typed}, self.on).readable
        read = {name: registry.facts[name].read(raw, self.on) for name, raw in said.items() if raw is not None}
        for agreement in registry.contradictions({**group.known, **read}, self.on):
            if concerned := [name for name in asked if name in agreement.facts and typed.get(name) is not None]:
                self.add_error(asked[concerned[-1]], contradiction(agreement))

    def answers(self, group: Group) -> dict[str, Any]:
        """The answers of a group that can be read, by fact."""
        names = {fact.name: group.field_name(fact) for fact in group.facts}
        found = {fact: self.cleaned_data[name] for fact, name in names.items() if name in self.cleaned_data}
        for fact in group.facts:
            if fact.days_from in found and names[fact.name] not in self.fields:
                found[fact.name] = getattr(found[fact.days_from], "days", None)
        return {name: str(raw) if isinstance(raw, Term) else raw for name, raw in found.items()}

    def helper(self, group: Group) -> FormHelper:
        """How crispy renders the questions of one group."""
        helper = FormHelper()
        helper.form_tag = False
        helper.disable_csrf = True
        helper.form_show_errors = False  # they stand at the questions and at the top of the page
        helper.layout = Layout(
            *(
                Field(group.field_name(fact), template="questions/question.html")
                for fact in group.facts
                if group.field_name(fact) in self.fields
            )
        )
        return helper

    @property
    def has_wrong_answers(self) -> bool:
        """Whether something typed cannot be read; what was left empty does not count."""
        return any(error.code != "missing" for errors in self.errors.as_data().values() for error in errors)
