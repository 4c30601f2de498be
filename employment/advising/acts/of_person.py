"""What an adviser does on the page of somebody on the register."""

from django.utils.translation import gettext_lazy as _

from employment.advising import policies
from employment.advising.actions import meeting, planning, removing
from employment.advising.forms import ActForm, AdviserForm, CallForm, GoalForm, RemovalForm, ResultForm, StepForm
from socialcode.refusal import NotAllowedError

from .acting import Act, table


def _no_plan(registration, by) -> None:
    policies.check_advises_on(registration, by)
    if planning.plan_of(registration):
        raise NotAllowedError(_("This person has an open plan already."))


def _has_plan(registration, by) -> None:
    policies.check_advises_on(registration, by)
    if planning.plan_of(registration) is None:
        raise NotAllowedError(_("There is no open plan."))


def _may_close_plan(registration, by) -> None:
    _has_plan(registration, by)
    policies.check_steps_are_done(planning.plan_of(registration))


def _is_free(registration, by) -> None:
    policies.check_advises_on(registration, by)
    policies.check_can_be_given_to(registration, by)
    if registration.charges.filter(ended_at=None).exists():
        raise NotAllowedError(_("Somebody else advises this person already."))


def _is_unemployed(registration, by) -> None:
    policies.check_advises_on(registration, by)
    if registration.kind != "unemployed" or registration.removals.open().exists():
        raise NotAllowedError(_("Only the unemployed are taken off the register by article 100."))


ACTS = table(
    Act(
        "take",
        _("Take this person on"),
        _("I advise this person"),
        _("You advise this person from now on."),
        ActForm,
        _is_free,
        lambda row, form: planning.take_charge(registration=row, by=form.by),
    ),
    Act(
        "plan",
        _("Begin a plan"),
        _("Begin"),
        _("The plan is begun. Add its first step."),
        GoalForm,
        _no_plan,
        lambda row, form: planning.make_plan(registration=row, by=form.by, **form.cleaned_data),
    ),
    Act(
        "step",
        _("Add a step to the plan"),
        _("Add"),
        _("The step is in the plan, and the person is told."),
        StepForm,
        _has_plan,
        lambda row, form: planning.add_step(plan=planning.plan_of(row), by=form.by, **form.cleaned_data),
    ),
    Act(
        "call",
        _("Call to the centre"),
        _("Send the call"),
        _("The person is called and told by when to come."),
        CallForm,
        policies.check_advises_on,
        lambda row, form: meeting.call_in(registration=row, by=form.by, **form.cleaned_data),
        "secondary",
    ),
    Act(
        "close-plan",
        _("Close the plan"),
        _("Close"),
        _("The plan is closed."),
        ResultForm,
        _may_close_plan,
        lambda row, form: planning.close_plan(plan=planning.plan_of(row), by=form.by, **form.cleaned_data),
        "secondary",
    ),
    Act(
        "give",
        _("Give to another adviser"),
        _("Give"),
        _("Another adviser has this person now."),
        AdviserForm,
        policies.check_advises_on,
        lambda row, form: planning.give_charge(registration=row, by=form.by, **form.cleaned_data),
        "secondary",
    ),
    Act(
        "removal",
        _("Propose to take off the register"),
        _("Ask the person first"),
        _("The person is told and has their word first."),
        RemovalForm,
        _is_unemployed,
        lambda row, form: removing.propose(registration=row, by=form.by, **form.cleaned_data),
        "danger",
    ),
)
