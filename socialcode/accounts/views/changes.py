"""What administrators do with an account, and what another administrator answers."""

from collections.abc import Callable
from dataclasses import dataclass

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST

from socialcode import shown
from socialcode.accounts.access import administrators_only
from socialcode.accounts.actions import changing, staff
from socialcode.accounts.forms import CitizenForm, WhoseForm, WhyForm
from socialcode.accounts.models import AccountChange, User
from socialcode.accounts.policies import check_can_answer, check_can_take_back
from socialcode.refusal import attempt, objection

ASKED = _("Asked. Another administrator has to agree, then it happens.")
Kind = AccountChange.Kind


@dataclass(frozen=True)
class Act:
    """What is done with an account; `form` where something has to be said."""

    do: Callable
    done: str
    form: type | None = None


ACTS = {
    "new-password": Act(lambda **given: changing.ask_anew(kind=Kind.PASSWORD, **given), ASKED, WhyForm),
    "new-second-factor": Act(lambda **given: changing.ask_anew(kind=Kind.SECOND_FACTOR, **given), ASKED, WhyForm),
    "end-sessions": Act(staff.end_sessions, _("The person is signed out everywhere.")),
    "close": Act(staff.close, _("The account is closed."), WhyForm),
    "reopen": Act(staff.reopen, _("The account is open again. It has no role.")),
    "whose": Act(staff.say_whose, _("It is kept whose account this is."), WhoseForm),
}
ANSWERS = {
    "agree": (changing.agree, _("You agreed, and it is done.")),
    "decline": (changing.decline, _("Declined. Nothing was changed.")),
    "take-back": (changing.take_back, _("Taken back.")),
}


@dataclass(frozen=True)
class Waiting:
    """A change that waits: what the reader may do with it, and the stamp of what they are shown."""

    asked: AccountChange
    shown: str
    objection: str
    may_take_back: bool


def described(changes, by: User) -> list[Waiting]:
    """Each change that waits, with the stamp of what is shown and what keeps the reader from answering it."""
    return [
        Waiting(
            asked,
            changing.shown_to_agree(asked),
            objection(check_can_answer, asked, by),
            not objection(check_can_take_back, asked, by),
        )
        for asked in changes
    ]


@require_POST
@administrators_only
def act(request, key, name):
    if name not in ACTS:
        raise Http404
    user, chosen = get_object_or_404(User.objects.staff(), key=key), ACTS[name]
    form = chosen.form(request.POST) if chosen.form else None
    if form is not None and not form.is_valid():
        messages.error(request, next(iter(form.errors.values()))[0])
        return redirect("accounts:person", key)
    with attempt() as tried:
        chosen.do(user=user, by=request.user, **(form.cleaned_data if form else {}))
    _tell(request, tried, chosen.done)
    return redirect("accounts:person", key)


@require_POST
@administrators_only
def sign_out_citizen(request):
    """End the sessions of the citizen with an IIN. The answer is the same whether anybody has an account with it."""
    form = CitizenForm(request.POST)
    if not form.is_valid():
        messages.error(request, next(iter(form.errors.values()))[0])
        return redirect("accounts:people")
    user = User.objects.filter(iin=form.cleaned_data["iin"]).first()
    with attempt() as tried:
        if user is not None:
            staff.end_sessions(user=user, by=request.user)
    _tell(request, tried, _("Whoever signs in with this IIN is signed out everywhere."))
    return redirect("accounts:people")


@require_POST
@administrators_only
def answer(request, key, name):
    if name not in ANSWERS:
        raise Http404
    asked = get_object_or_404(AccountChange, key=key)
    action, done = ANSWERS[name]
    seen = {} if action is changing.take_back else {"shown": shown.sent(request)}
    with attempt() as tried:
        action(asked=asked, by=request.user, **seen)
    _tell(request, tried, done)
    return redirect("accounts:person", asked.user.key)


def _tell(request, tried, done) -> None:
    if tried.objection:
        messages.error(request, tried.objection)
    else:
        messages.success(request, done)
