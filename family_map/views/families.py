"""Families that need help, for officers of their territory: the list, one family, its plan and visits."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST, require_safe

from family_map.family_card import FamilyCard
from family_map.history import history_of
from family_map.models import PlanStep, SupportPlan
from family_map.support import access, actions, listing
from family_map.support.forms import NeedForm, ResultForm, StepForm, VisitForm
from family_map.views.own import STATES
from socialcode.refusal import attempt

FORMS = {"step": StepForm, "visit": VisitForm, "close": ResultForm}
DONE = {
    "plan": _("The plan is open. Add its first step."),
    "step": _("The step is in the plan."),
    "visit": _("The visit is noted."),
    "close": _("The plan is closed. The family is worked out anew within minutes."),
    "finish": _("Noted what came of the step."),
}


@require_safe
@login_required
def in_need(request):
    form = NeedForm(request.GET)
    chosen = form.cleaned_data if form.is_valid() else {}
    page = listing.families_in_need(request.user, chosen, request.GET.get("page"))
    return render(request, "family_map/families.html", {"page": page, "form": form})


@require_safe
@login_required
def one(request, key):
    return _show(request, key)


@require_POST
@login_required
def act(request, key, act):
    """Open a plan, add a step, note a visit or close the plan; what is refused stays typed where it was typed."""
    family = access.act_on_family(key, by=request.user).family
    if act == "plan":
        with attempt() as tried:
            actions.open_plan(family=family, by=request.user)
        return _answered(request, key, act, tried.objection)
    if act not in FORMS:
        raise Http404
    form = FORMS[act](request.POST, auto_id=f"{act}-%s")
    if form.is_valid():
        with attempt(form):
            _do(act, family, form.cleaned_data, request.user)
            return _answered(request, key, act)
    return _show(request, key, **{act: form})


@require_POST
@login_required
def finish_step(request, key, step):
    access.act_on_family(key, by=request.user)
    found = PlanStep.objects.filter(key=step, plan__family__key=key).select_related("plan__family").first()
    if found is None:
        raise PermissionDenied
    form = ResultForm(request.POST, auto_id=f"step-{found.pk}-%s")
    if form.is_valid():
        with attempt(form):
            actions.finish_step(step=found, result=form.cleaned_data["result"], by=request.user)
            return _answered(request, key, "finish")
    return _show(request, key, finishing=(found.pk, form))


def _do(act: str, family, given: dict, by) -> None:
    plan = family.support_plans.open().first()
    if act == "visit":
        actions.note_visit(family=family, by=by, **given)
    elif plan is None:
        raise Http404
    elif act == "step":
        actions.add_step(plan=plan, by=by, **given)
    else:
        actions.close_plan(plan=plan, by=by, **given)


def _answered(request, key, act: str, objection: str = ""):
    if objection:
        messages.error(request, objection)
    else:
        messages.success(request, DONE[act])
    return redirect("family_map:family", key)


def _show(request, key, finishing=(None, None), **forms):
    opened = access.open_family(key, by=request.user)
    today = timezone.localdate()
    plans = SupportPlan.objects.filter(family=opened.family).select_related("office", "opened_by", "closed_by")
    plan = next((one for one in plans if one.closed_at is None), None)
    steps = list(plan.steps.all()) if plan else []
    context = {
        "opened": opened,
        "card": FamilyCard(opened.head, today),
        "states": STATES,
        "history": history_of(opened.family.pk),
        "today": today,
        "plan": plan,
        "earlier_plans": [one for one in plans if one.closed_at],
        "steps": [(step, _finishing(step, finishing)) for step in steps],
        "visits": opened.family.visits.select_related("by", "office")[: listing.ON_A_PAGE],
        **{name: forms.get(name) or form(auto_id=f"{name}-%s") for name, form in FORMS.items()},
    }
    status = 200 if not (forms or finishing[0]) else 422
    return render(request, "family_map/family.html", context, status=status)


def _finishing(step: PlanStep, finishing) -> ResultForm | None:
    number, form = finishing
    if step.done_on:
        return None
    return form if number == step.pk else ResultForm(auto_id=f"step-{step.pk}-%s")
