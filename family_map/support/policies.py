"""What may be done with a plan for a family and when: one sentence per reason."""

import datetime

from django.utils import timezone
from django.utils.translation import gettext as _

from family_map.models import PlanStep, SupportPlan
from socialcode.refusal import NotAllowedError, check_reason

LONGEST_AGO = 365  # days: an older visit is a slip of the pen


def check_is_open(plan: SupportPlan) -> None:
    if plan.closed_at:
        raise NotAllowedError(_("This plan is closed. Open a new one for the family."))


def check_steps_are_done(plan: SupportPlan) -> None:
    left = plan.steps.filter(done_on=None).count()
    if left:
        raise NotAllowedError(_("Say of each step what came of it, then close the plan. Steps left: %d.") % left)


def check_is_not_done(step: PlanStep) -> None:
    if step.done_on:
        raise NotAllowedError(_("Somebody has already said what came of this step."))


def check_says_enough(text: str, field: str) -> None:
    check_reason(text, field)


def check_day_ahead(until: datetime.date) -> None:
    if until < timezone.localdate():
        raise NotAllowedError(_("This day is over. Choose a day from today on."), "until")


def check_day_of_visit(on: datetime.date) -> None:
    today = timezone.localdate()
    if not today - datetime.timedelta(days=LONGEST_AGO) <= on <= today:
        raise NotAllowedError(
            _("Write the day on which you were there: not a day ahead, and not over a year ago."), "on"
        )
