"""What the staff can do on the page of a claim: for each act its form, who may, and the action behind it."""

from collections.abc import Callable
from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from socialcode import refusal
from socialcode.accounts.models import Role, User
from socialcode.refusal import NotAllowedError

from .. import policies
from ..actions import deciding, returning, working
from ..models import Claim
from ..ruling import Ruling
from .casefile import CaseFile
from .forms import (
    AssignForm,
    FlagForm,
    HearingForm,
    InformationRequestForm,
    MarkForm,
    NoteForm,
    ReasonForm,
    RulingForm,
    StaffActionForm,
    TransferForm,
)
from .load import give_to_the_least


@dataclass(frozen=True)
class StaffAction:
    """`may` and `run` raise NotAllowedError; `leaves` is true where the claim may be out of reach afterwards.

    `shows` gives the stamp of what an act answers to; `run` then compares it with `form.sent`, what the page was like
    that it was pressed on.
    """

    form: type[StaffActionForm]
    may: Callable[[Claim, User], None]
    run: Callable[[Claim, StaffActionForm], object]
    done: str
    leaves: bool = False
    shows: Callable[[CaseFile], str] | None = None


def _run(action) -> Callable[[Claim, StaffActionForm], object]:
    """An action on the claim, with what the form holds."""
    return lambda claim, form: action(claim=claim, by=form.by, **form.cleaned_data)


def _clear_flag(_claim, form):
    return working.clear_flag(**form.cleaned_data, by=form.by)


def _decide(claim, form):
    working.look_again(claim=claim)
    return deciding.decide(claim=claim, ruling=Ruling(**form.cleaned_data), by=form.by, shown=form.sent)


def _approve(claim, form):
    working.look_again(claim=claim)
    return deciding.approve(decision=newest_decision(claim), by=form.by, shown=form.sent)


def _return(claim, form):
    return deciding.send_back(decision=newest_decision(claim), by=form.by, shown=form.sent, **form.cleaned_data)


def _assign(claim, form):
    to = form.cleaned_data["to"]
    return working.assign(claim=claim, to=to, by=form.by) if to else give_to_the_least(claim=claim, by=form.by)


def newest_decision(claim: Claim):
    """The decision others have to answer. Raises NotAllowedError where there is none."""
    decision = claim.decisions.select_related("claim").order_by("-pk").first()
    if decision is None:
        raise NotAllowedError(_("Nothing has been decided yet."))
    return decision


def _shown_to_approve(case: CaseFile) -> str:
    return deciding.shown_to_approve(newest_decision(case.claim))


def _may_approve(claim: Claim, by: User) -> None:
    policies.check_waits_for_approval(claim)
    policies.check_can_approve(newest_decision(claim), by)


STAFF_ACTIONS = {
    "take": StaffAction(StaffActionForm, policies.check_can_take, _run(working.take), _("This claim is yours now.")),
    "assign": StaffAction(AssignForm, policies.check_assigns, _assign, _("Assigned.")),
    "transfer": StaffAction(
        TransferForm, policies.check_transfers, _run(working.transfer), _("Transferred."), leaves=True
    ),
    "give-back": StaffAction(
        ReasonForm, policies.check_can_give_back, _run(returning.give_back), _("The claim is in the queue again.")
    ),
    "recall": StaffAction(
        ReasonForm,
        policies.check_can_recall,
        _run(returning.recall),
        _("The decision is taken back. The claim is in work."),
    ),
    "write": StaffAction(NoteForm, policies.check_is_of_office, _run(working.write), _("Written.")),
    "mark": StaffAction(MarkForm, policies.check_works_on, _run(working.mark), _("Marked.")),
    "clear-warning": StaffAction(FlagForm, policies.check_works_on, _clear_flag, _("Kept. The warning is cleared.")),
    "ask-information": StaffAction(
        InformationRequestForm,
        policies.check_can_ask_information,
        _run(working.ask_information),
        _("Asked. The person gets a message and has some working days to answer."),
    ),
    "open-hearing": StaffAction(
        HearingForm,
        policies.check_can_open_hearing,
        _run(working.open_hearing),
        _("The hearing is open. The person gets a message and may object."),
    ),
    "decide": StaffAction(
        RulingForm,
        policies.check_can_decide,
        _decide,
        _("Decided. Another person has to agree."),
        shows=lambda case: deciding.shown_to_decide(case.claim, case.computed),
    ),
    "approve": StaffAction(
        StaffActionForm, _may_approve, _approve, _("You agreed to the decision."), shows=_shown_to_approve
    ),
    "return": StaffAction(ReasonForm, _may_approve, _return, _("Returned to the officer."), shows=_shown_to_approve),
}


def forms_for(case: CaseFile, by: User, failed: dict[str, StaffActionForm]) -> dict[str, StaffActionForm]:
    """A form for every act that somebody may do now, and those that failed with what was typed.

    Each form carries the stamp of what the page shows now, also one that was refused for its old stamp.
    """
    may = {name: act for name, act in STAFF_ACTIONS.items() if not refusal.objection(act.may, case.claim, by)}
    forms = {name: act.form(claims=[case.claim], by=by) for name, act in may.items()} | failed
    for name in may.keys() & forms.keys():
        forms[name].shown = may[name].shows(case) if may[name].shows else ""
    return forms


def objection(claim: Claim, by: User) -> str:
    """Why an approver cannot answer the decision that waits; empty for who can, and for who is no approver."""
    waits = claim.status == Claim.Status.APPROVAL and Role.APPROVER in by.roles
    return refusal.objection(_may_approve, claim, by) if waits else ""
