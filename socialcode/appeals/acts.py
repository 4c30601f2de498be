"""What the staff can do on the page of a complaint: for each act its form, who may, and the action behind it."""

from collections.abc import Callable
from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from socialcode import refusal
from socialcode.accounts.models import User
from socialcode.decisions.computing import Computed

from . import policies, setting_right
from .actions import deciding, filing, handling, righting
from .forms import ActForm, AnswerForm, AssignForm, ReasonForm, RightForm, WithdrawalForm
from .models import Proceeding


@dataclass(frozen=True)
class Seen:
    """A complaint as its page shows it to one of the staff, with what is computed today."""

    proceeding: Proceeding
    computed: Computed

    @property
    def to_decide(self) -> str:
        return deciding.shown_to_decide(self.proceeding, self.computed)

    @property
    def to_agree(self) -> str:
        return deciding.shown_to_agree(self.proceeding, self.proceeding.answer)


@dataclass(frozen=True)
class Act:
    """`title` opens its form, `send` stands on the button, `kind` is the button's look; `shows` is the stamp of what it
    answers to, which `run` compares with the one that was sent."""

    name: str
    title: str
    send: str
    done: str
    form: type[ActForm]
    may: Callable[[Proceeding, User], None]
    run: Callable[[Proceeding, ActForm], object]
    kind: str = "primary"
    shows: Callable[[Seen], str] | None = None


def _run(action, *, is_shown=False) -> Callable[[Proceeding, ActForm], object]:
    def run(proceeding, form):
        seen = {"shown": form.sent} if is_shown else {}
        return action(proceeding=proceeding, by=form.by, **form.cleaned_data, **seen)

    return run


def _may_agree(proceeding: Proceeding, by: User) -> None:
    policies.check_can_agree(proceeding, proceeding.answer, by)


def _may_withdraw(proceeding: Proceeding, by: User) -> None:
    policies.check_can_withdraw(proceeding, by)


ACTS = {
    act.name: act
    for act in (
        Act(
            "agree",
            _("Agree"),
            _("Agree to the answer"),
            _("You agreed to the answer. The person gets a letter."),
            ActForm,
            _may_agree,
            _run(deciding.agree, is_shown=True),
            shows=lambda seen: seen.to_agree,
        ),
        Act(
            "take",
            _("Take"),
            _("Take this complaint"),
            _("This complaint is yours now."),
            ActForm,
            policies.check_can_take,
            _run(handling.take),
        ),
        Act(
            "answer",
            _("Answer"),
            _("Send for approval"),
            _("Written. Another person has to agree."),
            AnswerForm,
            policies.check_works_on,
            _run(deciding.decide, is_shown=True),
            shows=lambda seen: seen.to_decide,
        ),
        Act(
            "return",
            _("Return"),
            _("Return to the officer"),
            _("Returned to the officer."),
            ReasonForm,
            _may_agree,
            _run(deciding.send_back, is_shown=True),
            "secondary",
            lambda seen: seen.to_agree,
        ),
        Act(
            "set-right",
            _("Set the payment right"),
            _("Send for approval"),
            _("Proposed. Another person agrees to the change of the payment."),
            RightForm,
            policies.check_can_set_right,
            _run(righting.set_right),
        ),
        Act(
            "send-on",
            _("Send to the higher office"),
            _("Send to the higher office"),
            _("Sent to the higher office. The person gets a message."),
            ReasonForm,
            policies.check_can_send_on,
            _run(handling.send_on),
            "secondary",
        ),
        Act(
            "assign",
            _("Assign to an officer"),
            _("Assign"),
            _("Assigned."),
            AssignForm,
            policies.check_assigns,
            _run(handling.assign),
            "secondary",
        ),
        Act(
            "withdraw",
            _("The person takes it back"),
            _("Take the complaint back"),
            _("The complaint is taken back. The person gets a message."),
            WithdrawalForm,
            _may_withdraw,
            _run(filing.withdraw),
            "secondary",
        ),
    )
}


@dataclass(frozen=True)
class Offered:
    """An act with its form, as the page offers it; open is the one that failed."""

    act: Act
    form: ActForm
    is_open: bool = False


def _begin_right(seen: Seen) -> dict:
    """What is computed today, from the payment's first day, with the reasons of the answer."""
    award = setting_right.award_of(seen.proceeding)
    amount = seen.computed.explanation.amount
    return {"amount": amount, "since": award.since, "reason": seen.proceeding.answer.reason}


def offered(seen: Seen, by: User, failed: tuple[str, ActForm] | None = None) -> list[Offered]:
    """Every act that somebody may do now, and the one that failed with what was typed."""
    found = []
    for name, act in ACTS.items():
        has_failed = failed is not None and failed[0] == name
        if not has_failed and refusal.objection(act.may, seen.proceeding, by):
            continue
        form = failed[1] if has_failed else act.form(proceeding=seen.proceeding, by=by)
        if name == "set-right" and not has_failed:
            form.initial = _begin_right(seen)
        form.shown = act.shows(seen) if act.shows else ""
        found.append(Offered(act, form, has_failed))
    return found
