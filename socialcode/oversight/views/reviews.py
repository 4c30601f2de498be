"""One decision of a sample: for the auditor who checks it, and for the officer who answers."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_GET, require_POST

from socialcode import shown
from socialcode.accounts.access import staff_only
from socialcode.accounts.models import Role
from socialcode.engine.registry import registry
from socialcode.oversight import access, actions
from socialcode.oversight.policies import answer_due_on, may_be_concluded
from socialcode.refusal import attempt

from ..forms import AnswerForm, CloseForm, ConclusionForm, QuestionForm, RelookForm, ReturnForm

STEPS = {
    "ask": (QuestionForm, actions.ask, _("Asked. The officer sees your question.")),
    "answer": (AnswerForm, actions.answer, _("Answered. The auditor sees your answer.")),
    "conclude": (ConclusionForm, actions.conclude, _("Kept. The check of this decision is finished.")),
    "look-again": (RelookForm, actions.answer_relook, _("Answered. The auditor sees your answer.")),
    "close": (CloseForm, actions.confirm_relook, _("Closed. What was looked at again is ended.")),
    "send-back": (ReturnForm, actions.decline_relook, _("Given back. The office looks once more.")),
}
AS_SHOWN = ("answer", "conclude", "look-again", "close", "send-back")  # they answer to what another wrote
OF_RELOOK = ("look-again", "close", "send-back")
LOOKS = {"open": "unknown", "asked": "warning", "answered": "info", "in_order": "success", "not_in_order": "error"}


@require_GET
@staff_only
def page(request, key):
    return _show(request, access.open_review(key, by=request.user))


@require_POST
@staff_only
def take(request, key, step):
    if step not in STEPS:
        raise Http404
    review = access.open_review(key, by=request.user)
    kind, action, done = STEPS[step]
    form = kind(request.POST)
    if form.is_valid():
        with attempt(form):
            seen = {"shown": shown.sent(request)} if step in AS_SHOWN else {}
            action(**_about(review, step), by=request.user, **form.cleaned_data, **seen)
            messages.success(request, done)
            return redirect("oversight:review", key)
    return _show(request, access.open_review(key, by=request.user), {step: form}, status=400)


def row(review) -> dict:
    """What a list shows of a review."""
    title = registry.provision(review.decision.assessment.provision).title
    return {"review": review, "payment": _(title), "look": LOOKS[review.state]}


def _about(review, step) -> dict:
    """What a step is done on. Raises Http404 for one on something that there is not."""
    if step not in OF_RELOOK:
        return {"review": review}
    if access.relook_of(review) is None:
        raise Http404
    return {"relook": review.relook}


def _show(request, review, typed=None, status=200):
    relook = access.relook_of(review)
    context = {
        **row(review),
        "decision": review.decision,
        "shown": shown.stamp_of(review),
        "relook": relook,
        "relook_shown": shown.stamp_of(relook) if relook else "",
        "approvals": review.decision.approvals.select_related("by").order_by("pk"),
        "answer_by": answer_due_on(review) if review.asked_at else None,
        "forms": {step.replace("-", "_"): form for step, form in _forms(request.user, review, typed or {}) if form},
    }
    return render(request, "oversight/review.html", context, status=status)


def _forms(user, review, typed):
    """The forms of what the reader may do next; what was typed and refused is kept."""
    is_auditor = Role.AUDITOR in user.roles
    relook = access.relook_of(review)
    waits = is_auditor and relook is not None and relook.state == "answered"
    open_steps = {
        "ask": is_auditor and review.state == "open",
        "answer": access.may_answer(review, user) and review.state == "asked",
        "conclude": is_auditor and may_be_concluded(review),
        "look-again": relook is not None and relook.state == "open" and access.may_look_again(review, user),
        "close": waits,
        "send-back": waits,
    }
    for step, (kind, _action, _done) in STEPS.items():
        yield step, typed.get(step) or (kind() if open_steps[step] else None)
