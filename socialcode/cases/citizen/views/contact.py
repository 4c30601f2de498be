"""What the citizen says to the office after sending: an answer, an objection, a message."""

from collections.abc import Callable
from dataclasses import dataclass

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from socialcode import shown
from socialcode.cases.actions import working
from socialcode.cases.citizen.filling import Filling
from socialcode.cases.citizen.forms import TextForm
from socialcode.cases.models import Claim
from socialcode.engine.registry import registry
from socialcode.refusal import attempt

from ..doors import own_claim


@dataclass(frozen=True)
class Saying:
    """One kind of text to the office. `say` is called with what waits for it, the text, who says it (`by`) and
    the stamp of what they were `shown`."""

    template: str
    label: str
    done: str
    say: Callable[..., object]
    required: bool = True


ANSWER = Saying(
    "cases/citizen/answer.html",
    _("Your answer"),
    _("Your answer is sent. The officer goes on with your claim."),
    lambda information_request, text, **who: working.answer_information(
        information_request=information_request, answer=text, **who
    ),
)
OBJECTION = Saying(
    "cases/citizen/object.html",
    _("What do you think of it? Leave it empty if you agree."),
    _("The office has what you said. It decides after reading it."),
    lambda hearing, text, **who: working.answer_hearing(hearing=hearing, objection=text, **who),
    required=False,
)
MESSAGE = Saying(
    "cases/citizen/message.html",
    _("Your message"),
    _("Your message is sent."),
    lambda claim, text, by, shown: working.write(claim=claim, text=text, is_internal=False, by=by),
)


@own_claim
def answer(request, claim):
    """Answer what the office asked to mend or add."""
    information_request = claim.information_requests.filter(closed_at=None).first()
    return _said(request, claim, ANSWER, information_request, filling=Filling(claim))


@own_claim
def answer_hearing(request, claim):
    """Object to what the office plans, or say that there is nothing to object."""
    return _said(request, claim, OBJECTION, claim.hearings.filter(closed_at=None).first())


@own_claim
def write(request, claim):
    """Write to the officer of the claim."""
    return _said(request, claim, MESSAGE, claim)


def _said(request, claim: Claim, saying: Saying, waiting, **more):
    """Send the text of a form; what stands against it is told beside what was typed."""
    if waiting is None:
        messages.error(request, gettext("The office does not wait for this any more."))
        return redirect("cases:claim", claim.key)
    form = TextForm(request.POST or None, label=saying.label, required=saying.required)
    status = 200
    if request.method == "POST" and form.is_valid():
        with attempt(form, field="text") as tried:
            saying.say(waiting, form.cleaned_data["text"], by=request.user, shown=shown.sent(request))
        if tried.is_done:
            messages.success(request, saying.done)
            return redirect("cases:claim", claim.key)
        status = 409
    form.shown = "" if saying is MESSAGE else working.shown_to_answer(waiting)
    context = {"form": form, "claim": claim, "waiting": waiting, "provision": registry.provision(claim.provision)}
    return render(request, saying.template, context | more, status=status)
