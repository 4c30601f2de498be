"""How the staff's pages name a claim's payment, state, deadline and warnings."""

from functools import lru_cache

from django import template
from django.template.loader import render_to_string
from django.utils.translation import get_language, gettext, ngettext

from socialcode.cases import clock
from socialcode.cases.staff.casefile import warning
from socialcode.cases.staff.states import STATES
from socialcode.engine.registry import registry

register = template.Library()
register.filter("warning", warning)


@register.filter
def payment(name):
    """The title of a provision by its name."""
    return gettext(registry.provision(name).title)


@register.simple_tag
def state_of(claim):
    """Where a claim stands, in the words of the staff."""
    return _status(*STATES[claim.status])


@register.simple_tag
def escalation():
    """That a claim was passed to the head of its office."""
    return _status("error", gettext("Passed to the head"))


@register.simple_tag
def warnings_of(claim):
    """How many open warnings a claim has."""
    count = len(claim.warnings)
    word = ngettext("%(warnings)s warning", "%(warnings)s warnings", count) % {"warnings": count}
    return _status("warning", word)


@register.simple_tag
def deadline(claim):
    """The day to decide by, with the working days that are left."""
    left = None if claim.closed_at else clock.days_left(claim)
    over = -left if left is not None and left < 0 else None
    shown = {"due_on": claim.due_on, "left": left, "over": over, "stopped_on": claim.stopped_on}
    return _drawn("cases/staff/deadline.html", get_language(), **shown)


def _status(kind: str, word: str) -> str:
    return _drawn("components/status.html", get_language(), kind=kind, word=word)


@lru_cache(maxsize=1024)
def _drawn(template: str, language: str, **shown) -> str:
    """What many lines of a queue show alike is drawn once for each language."""
    return render_to_string(template, shown)


@register.filter
def get(things, name):
    """The thing of a name that a template cannot write with a point; None if there is none."""
    return things.get(name)
