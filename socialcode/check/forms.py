"""On which day? Today, the first of January, or any day whose law may be encoded."""

import datetime

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Field, Layout
from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from socialcode.engine.registry import registry
from socialcode.questions.widgets import Choices, DayMonthYear
from socialcode.templatetags.portal import day

TODAY, JANUARY, OTHER = "today", "january", "other"


def next_january() -> datetime.date:
    return datetime.date(timezone.localdate().year + 1, 1, 1)


def first_day() -> datetime.date:
    """The earliest day for which the law of any provision is encoded."""
    return min(provision.since for provision in registry.provisions.values())


def last_day() -> datetime.date:
    return datetime.date(timezone.localdate().year + 1, 12, 31)


def checked_day(text: str) -> str:
    """An ISO date that may be asked about, or empty for today. Raises ValidationError with a sentence."""
    if not text:
        return ""
    try:
        asked = datetime.date.fromisoformat(text)
    except ValueError:
        raise ValidationError(_("There is no such day. Check the day, the month and the year.")) from None
    if not first_day() <= asked <= last_day():
        sentence = gettext("Choose a day from %(first)s to %(last)s.")
        raise ValidationError(sentence % {"first": day(first_day()), "last": day(last_day())})
    return text


def _typed(current: str) -> dict[str, str]:
    asked = datetime.date.fromisoformat(current)
    return {"day": str(asked.day), "month": str(asked.month), "year": str(asked.year)}


class DayForm(forms.Form):
    """`cleaned_data["day"]` is an ISO date, or empty for today (then the check follows the calendar)."""

    def __init__(self, data=None, current: str = ""):
        super().__init__(data)
        shown = {"": TODAY, next_january().isoformat(): JANUARY}.get(current, OTHER)
        choices = [
            (TODAY, gettext("Today, %(day)s") % {"day": day(timezone.localdate())}),
            (JANUARY, gettext("Next year, %(day)s") % {"day": day(next_january())}),
            (OTHER, gettext("Another day")),
        ]
        self.fields["which"] = forms.ChoiceField(
            choices=choices, initial=shown, required=False, widget=Choices(), label=_("On which day?")
        )
        self.fields["other"] = forms.Field(
            initial=_typed(current) if shown == OTHER else None,
            required=False,
            widget=DayMonthYear(may_be_unknown=False),
            label=_("Another day"),
            help_text=_("Only if you chose another day above."),
        )
        self.helper = FormHelper()
        self.helper.form_tag = False
        self.helper.disable_csrf = True
        self.helper.form_show_errors = False
        self.helper.layout = Layout(*(Field(name, template="questions/question.html") for name in self.fields))

    def clean(self):
        which = self.cleaned_data.get("which") or TODAY
        typed = self.cleaned_data.get("other") or {}
        chosen = {TODAY: "", JANUARY: next_january().isoformat()}.get(which)
        if chosen is None:
            parts = (typed.get(part, "") for part in ("year", "month", "day"))
            chosen = "-".join(part.zfill(2) for part in parts)
        try:
            self.cleaned_data["day"] = checked_day(chosen)
        except ValidationError as error:
            self.add_error("other", error)
        return self.cleaned_data
