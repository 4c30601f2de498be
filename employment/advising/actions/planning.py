"""Who advises somebody, the talk, and the plan with its steps: made with the person, agreed to by the person."""

from django.utils import timezone

from employment.advising import policies
from employment.advising.models import Charge, Plan, PlanStep, Talk
from employment.seekers.models import Registration
from socialcode.audit.kinds import EventKind
from socialcode.audit.recording import record
from socialcode.broken_constraint import change
from socialcode.notices.actions import queue_notice
from socialcode.refusal import check_reason
from socialcode.shown import check_shown, stamp

from .removing import locked_registration


@change
def take_charge(*, registration, by):
    """An adviser takes on somebody whom nobody advises yet."""
    registration = locked_registration(registration)
    policies.check_advises_on(registration, by)
    policies.check_can_be_given_to(registration, by)
    made = Charge.objects.create(registration=registration, adviser=by, given_by=by)
    record(EventKind.ADVISER_NAMED, on=registration.person, by=by, to=str(by))
    return made


@change
def give_charge(*, registration, to, by):
    """Give somebody to another adviser of the centre."""
    registration = locked_registration(registration)
    policies.check_advises_on(registration, by)
    policies.check_can_be_given_to(registration, to)
    registration.charges.filter(ended_at=None).update(ended_at=timezone.now())
    made = Charge.objects.create(registration=registration, adviser=to, given_by=by)
    record(EventKind.ADVISER_NAMED, on=registration.person, by=by, to=str(to))
    return made


@change
def note_talk(*, registration, answers, nearness, note, by):
    """Keep what was said in a guided talk. A later talk follows it and replaces nothing."""
    policies.check_advises_on(registration, by)
    made = Talk.objects.create(registration=registration, answers=answers, nearness=nearness, note=note.strip(), by=by)
    record(EventKind.TALK_HELD, on=registration.person, by=by)
    return made


@change
def make_plan(*, registration, goal, by):
    """Begin the individual plan of somebody on the register. It counts once the person agrees to it."""
    registration = locked_registration(registration)
    policies.check_advises_on(registration, by)
    check_reason(goal, "goal")
    made = Plan.objects.create(registration=registration, goal=goal.strip(), made_by=by)
    record(EventKind.EMPLOYMENT_PLAN_MADE, on=registration.person, by=by, reason=made.goal)
    return made


@change
def add_step(*, plan, what, measure, who, until, by):  # noqa: PLR0913 - by keyword
    """Add a step; the person is told, and agrees to the plan anew."""
    plan = locked(plan)
    registration = plan.registration
    policies.check_advises_on(registration, by)
    policies.check_is_open(plan)
    policies.check_day_of_step(until)
    check_reason(what, "what")
    step = PlanStep.objects.create(plan=plan, what=what.strip(), measure=measure, who=who, until=until, added_by=by)
    plan.agreed_at = None
    plan.save(update_fields=["agreed_at"])
    record(EventKind.EMPLOYMENT_STEP_ADDED, on=registration.person, by=by, due_on=until, reason=step.what)
    queue_notice("plan_changed", to=registration.person, about=plan, plan=plan, step=step)
    return step


@change
def agree_to_plan(*, plan, by, shown=None):
    """The person agrees to the plan with all its steps, as they were shown."""
    plan = locked(plan)
    policies.check_is_self(plan.registration.person, by)
    policies.check_is_open(plan)
    check_shown(shown, shown_of(plan))
    plan.agreed_at = timezone.now()
    plan.save(update_fields=["agreed_at"])
    record(EventKind.EMPLOYMENT_PLAN_AGREED, on=plan.registration.person, by=by)
    return plan


@change
def tell_of_step(*, step, told, by):
    """The person tells how a step of the plan went; the adviser then notes what came of it."""
    plan = locked(step.plan)
    policies.check_is_self(plan.registration.person, by)
    policies.check_is_open(plan)
    step = PlanStep.objects.select_for_update().get(pk=step.pk)
    policies.check_is_not_done(step)
    check_reason(told, "told")
    step.told, step.told_at = told.strip(), timezone.now()
    step.save(update_fields=["told", "told_at"])
    record(EventKind.EMPLOYMENT_STEP_TOLD, on=plan.registration.person, by=by, reason=step.told)
    return step


@change
def finish_step(*, step, result, by):
    """Note what came of a step."""
    plan = locked(step.plan)
    policies.check_advises(plan.registration.person, plan.registration.office, by)
    policies.check_is_open(plan)
    step = PlanStep.objects.select_for_update().get(pk=step.pk)
    policies.check_is_not_done(step)
    check_reason(result, "result")
    step.done_on, step.result = timezone.localdate(), result.strip()
    step.save(update_fields=["done_on", "result"])
    record(EventKind.EMPLOYMENT_STEP_DONE, on=plan.registration.person, by=by, reason=step.result)
    return step


@change
def close_plan(*, plan, result, by):
    """Close a plan of which every step has its result."""
    plan = locked(plan)
    policies.check_advises(plan.registration.person, plan.registration.office, by)
    policies.check_is_open(plan)
    policies.check_steps_are_done(plan)
    check_reason(result, "result")
    plan.closed_at, plan.closed_by, plan.result = timezone.now(), by, result.strip()
    plan.save(update_fields=["closed_at", "closed_by", "result"])
    record(EventKind.EMPLOYMENT_PLAN_CLOSED, on=plan.registration.person, by=by, reason=plan.result)
    return plan


def shown_of(plan: Plan) -> str:
    """The stamp of what the person agrees to: the goal, and every step with its day."""
    steps = plan.steps.order_by("pk").values_list("what", "measure", "who", "until")
    return stamp(plan, plan.goal, list(steps))


def locked(plan: Plan) -> Plan:
    """A plan as it is now, held to the end of the transaction."""
    named = ("registration__person", "registration__office")
    return Plan.objects.select_related(*named).select_for_update(of=("self",)).get(pk=plan.pk)


def plan_of(registration: Registration) -> Plan | None:
    """The open plan of somebody."""
    return registration.plans.filter(closed_at=None).first()
