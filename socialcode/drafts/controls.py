"""What the controls of a form say of it: whether something is typed there, what is never kept, and how it is filled."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from django.forms import BaseForm, BoundField, CheckboxInput, CheckboxSelectMultiple, SelectMultiple, Textarea
from django.http import QueryDict

Fields = list[tuple[str, str]]
NOT_TYPED = {"hidden", "search", "password"}  # kinds of input
NOT_FILLED = NOT_TYPED | {"file"}
ONCE = "one-time-code"
OF_THE_FIELD = re.compile("|-[^-]+|_[0-9]+")  # what stands behind its name
SENDS_NOTHING = (CheckboxInput, CheckboxSelectMultiple, SelectMultiple)  # when nothing is chosen


@dataclass(frozen=True)
class Controls:
    """Of one form. A form with a password or a code that is good once is never kept, whatever else it has."""

    are_typed: bool
    are_secret: bool
    have_long_text: bool
    files: tuple[str, ...] = ()

    @property
    def are_kept(self) -> bool:
        return self.are_typed and not self.are_secret

    @classmethod
    def of(cls, forms: Iterable[BaseForm], *, by_hand: bool = False, is_long: bool = False) -> Controls:
        """Those of these forms together, and of what a template writes by hand."""
        fields = [field for form in forms for field in form.visible_fields()]
        widgets = [field.field.widget for field in fields]
        return cls(
            are_typed=by_hand or is_long or any(_kind(widget) not in NOT_TYPED for widget in widgets),
            are_secret=any(_kind(each) == "password" or each.attrs.get("autocomplete") == ONCE for each in widgets),
            have_long_text=is_long or any(isinstance(widget, Textarea) for widget in widgets),
            files=tuple(field.html_name for field in fields if _kind(field.field.widget) == "file"),
        )


def fill(form: BaseForm, fields: Fields) -> None:
    """Have a form that nobody sent show these pairs of name and value, as it would if it had been sent with them. What
    it has no control for is left out, and hidden fields stay what the page says."""
    sent = QueryDict(mutable=True)
    for name, value in fields:
        sent.appendlist(name, value)
    for field in form.visible_fields():
        if _kind(field.field.widget) in NOT_FILLED or not _was_sent(field, sent):
            continue
        value = field.field.widget.value_from_datadict(sent, {}, field.html_name)
        form.initial[field.name] = field.field.bound_data(value, field.initial)
        form._bound_fields_cache.pop(field.name, None)  # it remembers what it showed before


def _was_sent(field: BoundField, sent: QueryDict) -> bool:
    """Whether a control was there: some have names of their own behind the field's, such as the parts of a date."""
    if isinstance(field.field.widget, SENDS_NOTHING):
        return True
    parts = (name.removeprefix(field.html_name) for name in sent if name.startswith(field.html_name))
    return any(OF_THE_FIELD.fullmatch(part) for part in parts)


def _kind(widget) -> str:
    return getattr(widget, "input_type", "")
