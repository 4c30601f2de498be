"""Opening and closing a plan for a family, its steps, and visits. Each is one change with its event."""

import datetime
import uuid

from django.utils import timezone

from family_map.models import FamilyLevel, PlanStep, SupportPlan, Visit
from socialcode.audit.kinds import EventKind
from socialcode.audit.recording import record
from socialcode.broken_constraint import change
from socialcode.people.models import Family
from socialcode.registers.models import ChangedFamily

from . import policies
from .access import act_on_family


@change
def open_plan(*, family: Family, by) -> SupportPlan:
    """Begin a plan for a family of the officer's territory. Raises PermissionDenied, NotAllowedError."""
    opened = act_on_family(family.key, by=by)
    plan = SupportPlan.objects.create(
        family=family, office=opened.grant.office, levels_at_start=levels_of(family), opened_by=by
    )
    record(EventKind.SUPPORT_PLAN_OPENED, on=plan, by=by)
    return plan


@change
def add_step(*, plan: SupportPlan, what: str, who: str, until: datetime.date, by) -> PlanStep:
    """Raises PermissionDenied, and NotAllowedError for a closed plan or a day that is over."""
    plan = _locked(plan, by)
    policies.check_is_open(plan)
    policies.check_day_ahead(until)
    step = PlanStep.objects.create(plan=plan, what=what, who=who, until=until, added_by=by)
    record(EventKind.PLAN_STEP_ADDED, on=plan, by=by)
    return step


@change
def finish_step(*, step: PlanStep, result: str, by) -> PlanStep:
    """Raises PermissionDenied, and NotAllowedError where the step is done or the plan closed."""
    plan = _locked(step.plan, by)
    step = PlanStep.objects.select_for_update().get(pk=step.pk)
    policies.check_is_open(plan)
    policies.check_is_not_done(step)
    policies.check_says_enough(result, "result")
    step.done_on, step.result = timezone.localdate(), result
    step.save(update_fields=["done_on", "result"])
    record(EventKind.PLAN_STEP_DONE, on=plan, by=by)
    return step


@change
def note_visit(*, family: Family, on: datetime.date, note: str, sent_as: uuid.UUID, by) -> Visit:
    """Keep what was seen; the same form sent twice gives the first visit. Raises PermissionDenied, NotAllowedError."""
    opened = act_on_family(family.key, by=by)
    kept = Visit.objects.filter(sent_as=sent_as, family=family, by=by).first()
    if kept:
        return kept
    policies.check_day_of_visit(on)
    policies.check_says_enough(note, "note")
    plan = family.support_plans.open().first()
    visit = Visit.objects.create(
        family=family, plan=plan, office=opened.grant.office, on=on, note=note, sent_as=sent_as, by=by
    )
    record(EventKind.FAMILY_VISITED, on=visit, by=by)
    return visit


@change
def close_plan(*, plan: SupportPlan, result: str, by) -> SupportPlan:
    """End a plan; the family is worked out anew. Raises PermissionDenied, and NotAllowedError while steps are open."""
    plan = _locked(plan, by)
    policies.check_is_open(plan)
    policies.check_steps_are_done(plan)
    policies.check_says_enough(result, "result")
    plan.closed_at, plan.closed_by, plan.result = timezone.now(), by, result
    plan.save(update_fields=["closed_at", "closed_by", "result"])
    ChangedFamily.call([plan.family_id])
    record(EventKind.SUPPORT_PLAN_CLOSED, on=plan, by=by)
    return plan


def levels_of(family: Family) -> str:
    """The stored level of a family, or the first and the last it may be; empty before the first run."""
    stored = FamilyLevel.objects.filter(pk=family.pk).first()
    return stored.levels if stored else ""


def _locked(plan: SupportPlan, by) -> SupportPlan:
    act_on_family(plan.family.key, by=by)
    return SupportPlan.objects.select_for_update().get(pk=plan.pk)
