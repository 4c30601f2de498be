"""What the staff can do on the page of a claim: for each act its form, who may, and the action behind it."""

from collections.abc import Callable
from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from socialcode import refusal
from socialcode.accounts.models import Role, User
from socialcode.refusal import NotAllowedError

from . import policies
from .actions import deciding, working
from .models import Claim
from .policies import Ruling
from .staff_forms import (
    ActForm,
    AssignForm,
    CorrectionForm,
    FlagForm,
    HandOverForm,
    HearingForm,
    MarkForm,
    NoteForm,
    ReasonForm,
    RulingForm,
)


@dataclass(frozen=True)
class Act:
    """`may` and `run` raise NotAllowedError; `leaves` is true where the claim may be out of reach afterwards."""

    form: type[ActForm]
    may: Callable[[Claim, User], None]
    run: Callable[[Claim, ActForm], object]
    done: str
    leaves: bool = False


def _run(action) -> Callable[[Claim, ActForm], object]:
    """An action on the claim, with what the form holds."""
    return lambda claim, form: action(claim=claim, by=form.by, **form.cleaned_data)


def _clear_flag(_claim, form):
    return working.clear_flag(**form.cleaned_data, by=form.by)


def _decide(claim, form):
    return deciding.decide(claim=claim, ruling=Ruling(**form.cleaned_data), by=form.by)


def _approve(claim, form):
    return deciding.approve(decision=newest_decision(claim), by=form.by)


def _return(claim, form):
    return deciding.send_back(decision=newest_decision(claim), by=form.by, **form.cleaned_data)


def newest_decision(claim: Claim):
    """The decision others have to answer. Raises NotAllowedError where there is none."""
    decision = claim.decisions.select_related("claim").order_by("-pk").first()
    if decision is None:
        raise NotAllowedError(_("Nothing has been decided yet."))
    return decision


def _may_approve(claim: Claim, by: User) -> None:
    policies.check_can_approve(newest_decision(claim), by)


ACTS = {
    "take": Act(ActForm, policies.check_can_take, _run(working.take), _("This claim is yours now.")),
    "assign": Act(AssignForm, policies.check_assigns, _run(working.assign), _("Assigned.")),
    "hand-over": Act(HandOverForm, policies.check_hands_over, _run(working.hand_over), _("Handed over."), leaves=True),
    "write": Act(NoteForm, policies.check_is_of_office, _run(working.write), _("Written.")),
    "mark": Act(MarkForm, policies.check_works_on, _run(working.mark), _("Marked.")),
    "clear-warning": Act(FlagForm, policies.check_works_on, _clear_flag, _("Kept. The warning is cleared.")),
    "ask-correction": Act(
        CorrectionForm,
        policies.check_can_ask_correction,
        _run(working.ask_correction),
        _("Asked. The person gets a message and has some working days to answer."),
    ),
    "open-hearing": Act(
        HearingForm,
        policies.check_can_open_hearing,
        _run(working.open_hearing),
        _("The hearing is open. The person gets a message and may object."),
    ),
    "decide": Act(RulingForm, policies.check_can_decide, _decide, _("Decided. Another person has to agree.")),
    "approve": Act(ActForm, _may_approve, _approve, _("You agreed to the decision.")),
    "return": Act(ReasonForm, _may_approve, _return, _("Returned to the officer.")),
}


def forms_for(claim: Claim, by: User) -> dict[str, ActForm]:
    """An empty form for every act that somebody may do now."""
    return {
        name: act.form(claims=[claim], by=by) for name, act in ACTS.items() if not refusal.objection(act.may, claim, by)
    }


def objection(claim: Claim, by: User) -> str:
    """Why an approver cannot answer the decision that waits; empty for who can, and for who is no approver."""
    waits = claim.status == Claim.Status.APPROVAL and Role.APPROVER in by.roles
    return refusal.objection(_may_approve, claim, by) if waits else ""
