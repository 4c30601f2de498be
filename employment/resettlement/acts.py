"""What the staff can do on the page of a move: for each act its form, who may, and the action behind it."""

from collections.abc import Callable
from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from socialcode import refusal
from socialcode.accounts.models import User

from . import policies
from .actions import certifying, contracting, ruling
from .forms import ActForm, HomeForm, ReasonForm, RuleForm
from .models import Move


@dataclass(frozen=True)
class Act:
    """`title` opens its form, `send` stands on the button, `kind` is the button's look."""

    name: str
    title: str
    send: str
    done: str
    form: type[ActForm]
    may: Callable[[Move, User], None]
    run: Callable[..., object]
    kind: str = "primary"


def _of_move(action):
    def run(move: Move, by: User, given: dict, _shown: str):
        return action(move=move, by=by, **given)

    return run


def _of_ruling(action):
    def run(move: Move, by: User, given: dict, shown: str):
        return action(ruling=_waiting(move), by=by, shown=shown, **given)

    return run


def _waiting(move: Move):
    found = move.rulings.waiting().select_related("ruled_by").first()
    if found is None:
        raise refusal.NotAllowedError(str(_("Nothing waits for your answer here.")))
    found.move = move
    return found


def _may_vote(move: Move, by: User) -> None:
    policies.check_can_vote(_waiting(move), by)


def _may_agree(move: Move, by: User) -> None:
    policies.check_can_agree(_waiting(move), by)


ACTS = {
    act.name: act
    for act in (
        Act(
            "rule",
            _("Decide on the move"),
            _("Send for approval"),
            _("Written. Another person has to agree."),
            RuleForm,
            policies.check_can_rule,
            _of_move(ruling.rule),
        ),
        Act(
            "agree",
            _("Agree"),
            _("Agree to the decision"),
            _("You agreed to the decision."),
            ActForm,
            _may_agree,
            _of_ruling(ruling.agree),
        ),
        Act(
            "return",
            _("Return"),
            _("Return to the officer"),
            _("Returned to the officer."),
            ReasonForm,
            _may_vote,
            _of_ruling(ruling.send_back),
            "secondary",
        ),
        Act(
            "offer",
            _("Sign the contract for the centre"),
            _("Sign the contract for the centre"),
            _("Signed. The person is told that the contract waits for them."),
            ActForm,
            policies.check_can_offer_contract,
            _of_move(contracting.offer),
        ),
        Act(
            "pay",
            _("Pay for a home from the certificate"),
            _("Send for approval"),
            _("Written. Another person has to agree."),
            HomeForm,
            policies.check_can_use,
            _of_move(certifying.use),
        ),
        Act(
            "rest",
            _("Pay out what is left of the certificate"),
            _("Send for approval"),
            _("Written. Another person has to agree."),
            ReasonForm,
            policies.check_can_pay_rest,
            _of_move(certifying.pay_rest),
            "secondary",
        ),
        Act(
            "break",
            _("The contract was broken"),
            _("Send for approval"),
            _("Written. Another person has to agree."),
            ReasonForm,
            policies.check_can_break,
            _of_move(contracting.say_broken),
            "danger",
        ),
    )
}


@dataclass(frozen=True)
class Offered:
    """An act with its form, as the page offers it; open is the one that failed."""

    act: Act
    form: ActForm
    is_open: bool = False


def offered(move: Move, by: User, failed: tuple[str, ActForm] | None = None) -> list[Offered]:
    """Every act that somebody may do now, and the one that failed with what was typed."""
    found = []
    for name, act in ACTS.items():
        has_failed = failed is not None and failed[0] == name
        if has_failed or not refusal.objection(act.may, move, by):
            form = failed[1] if has_failed else act.form()
            form.shown = (
                ruling.shown_to_agree(_waiting(move))
                if act.may in (_may_vote, _may_agree) and not refusal.objection(_may_vote, move, by)
                else ""
            )
            found.append(Offered(act, form, has_failed))
    return found
