"""How the staff's pages name a claim's payment, state, deadline and warnings."""

from django import template
from django.utils import timezone
from django.utils.translation import gettext

from socialcode.cases.casefile import warning
from socialcode.cases.states import STATES
from socialcode.engine.registry import registry
from socialcode.law.working_days import working_days_left

register = template.Library()
register.filter("warning", warning)


@register.filter
def payment(name):
    """The title of a provision by its name."""
    return gettext(registry.provisions[name].title)


@register.inclusion_tag("components/status.html")
def state_of(claim):
    """Where a claim stands, in the words of the staff."""
    kind, word = STATES[claim.status]
    return {"kind": kind, "word": word}


@register.inclusion_tag("cases/staff/deadline.html")
def deadline(claim):
    """The day to decide by, with the working days that are left."""
    left = None if claim.closed_at else working_days_left(timezone.localdate(), claim.due_on)
    return {"due_on": claim.due_on, "left": left, "over": -left if left is not None and left < 0 else None}


@register.filter
def get(things, name):
    """The thing of a name that a template cannot write with a point; None if there is none."""
    return things.get(name)
