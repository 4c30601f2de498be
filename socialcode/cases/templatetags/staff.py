"""How the staff's pages name a claim's payment, state, deadline and warnings."""

from functools import lru_cache

from django import template
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.translation import get_language, gettext, ngettext

from socialcode.cases import clock
from socialcode.cases.models import News
from socialcode.cases.staff.casefile import warning
from socialcode.cases.staff.lines.short_titles import short_title
from socialcode.cases.staff.states import SIGNS, STATES
from socialcode.engine.registry import registry

register = template.Library()
register.filter("warning", warning)
register.filter("short_title", short_title)


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
    return _warnings(len(claim.warnings))


@register.filter
def short_day(on):
    """A day in the figures of a list: 23.11, and of another year with the year."""
    return "" if on is None else f"{on:%d.%m}" if on.year == timezone.localdate().year else f"{on:%d.%m.%Y}"


@register.filter
def short_number(claim):
    """The number of a claim in a list: 41, and of another year 2025-41."""
    year, _dash, number = claim.number.partition("-")
    return number.lstrip("0") if year == str(timezone.localdate().year) else f"{year}-{number.lstrip('0')}"


@register.filter
def writes_in(person):
    """The mark of the language that somebody gets letters in."""
    return _drawn("cases/staff/queue/language.html", get_language(), code=person.language)


@register.simple_tag
def short_deadline(claim):
    """How many working days are left, as a line of a list shows it."""
    left = None if claim.closed_at else clock.days_left(claim)
    shown = {"left": left, "over": -left if left is not None and left < 0 else None, "stands": claim.stopped_on}
    return _drawn("cases/staff/queue/days.html", get_language(), **shown)


@register.simple_tag
def short_state(claim):
    """Where a claim stands, as a line of a list shows it."""
    is_returned = any(news.kind == News.Kind.RETURNED for news in getattr(claim, "unread", ()))
    name = "returned" if is_returned else "escalated" if claim.is_escalated and claim.is_late else claim.status
    icon, tone, word = SIGNS[name]
    return _drawn("cases/staff/queue/state.html", get_language(), icon=icon, tone=tone, word=str(word))


@register.simple_tag
def deadline(claim):
    """The day to decide by, with the working days that are left."""
    left = None if claim.closed_at else clock.days_left(claim)
    over = -left if left is not None and left < 0 else None
    shown = {"due_on": claim.due_on, "left": left, "over": over, "stopped_on": claim.stopped_on}
    return _drawn("cases/staff/deadline.html", get_language(), **shown)


def _warnings(count: int) -> str:
    word = ngettext("%(warnings)s warning", "%(warnings)s warnings", count) % {"warnings": count}
    return _status("warning", word)


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
