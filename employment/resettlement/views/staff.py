"""The staff's pages of moves: the list in the order of who goes first, and one move with what can be done."""

from http import HTTPStatus

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_POST

from employment.resettlement import access
from employment.resettlement import queue as lists
from employment.resettlement.actions import contracting
from employment.resettlement.acts import ACTS, offered
from employment.resettlement.following import Following
from employment.resettlement.forms import StepForm
from employment.resettlement.models import Step
from socialcode.accounts.access import office_only, staff_only
from socialcode.people.access import record_list
from socialcode.refusal import attempt
from socialcode.shown import sent

WORK = gettext_noop("Work on a move")
LIST = gettext_noop("The office's list of moves")


@require_GET
@never_cache
@office_only
def queue(request):
    tab = request.GET.get("tab") if request.GET.get("tab") in lists.TABS else "waiting"
    page = lists.listed(request.user, tab, request.GET.get("page", "1"))
    record_list([move.number for move in page], by=request.user, purpose=LIST)
    return render(
        request, "employment/resettlement/staff/queue.html", {"page": page, "tabs": lists.tabs(request.user, tab)}
    )


@require_GET
@never_cache
@staff_only
def case(request, key):
    return _show(request, key)


@require_POST
@office_only
def act(request, key, name):
    if name not in ACTS:
        raise Http404
    move, chosen = access.act_as_staff(key, by=request.user), ACTS[name]
    form, status = chosen.form(request.POST), HTTPStatus.BAD_REQUEST
    if form.is_valid():
        with attempt(form) as tried:
            chosen.run(move, request.user, form.cleaned_data, sent(request))
        if tried.is_done:
            messages.success(request, chosen.done)
            return redirect("resettlement:case", key)
        status = HTTPStatus.CONFLICT
    return _show(request, key, (name, form), status)


@require_POST
@office_only
def follow(request, key, step):
    move = access.act_as_staff(key, by=request.user)
    found = Step.objects.filter(key=step, contract__move=move).select_related("contract__move").first()
    if found is None:
        raise PermissionDenied
    form, status = StepForm(request.POST), HTTPStatus.BAD_REQUEST
    if form.is_valid():
        with attempt(form) as tried:
            contracting.follow(step=found, by=request.user, **form.cleaned_data)
        if tried.is_done:
            messages.success(request, _("Noted what came of the step."))
            return redirect("resettlement:case", key)
        status = HTTPStatus.CONFLICT
    return _show(request, key, status=status, following_step=(found.pk, form))


def _show(request, key, failed=None, status=HTTPStatus.OK, following_step=(None, None)):
    move = access.open_as_staff(key, by=request.user, purpose=WORK)
    following = Following(move)
    number, form = following_step
    steps = [(step, form if step.pk == number else StepForm()) for step in following.steps]
    context = {
        "move": move,
        "following": following,
        "steps": steps,
        "acts": offered(move, request.user, failed),
        "has_failed": failed is not None,
        "may_follow": any(grant.role == "officer" for grant in request.user.grants) and move.state == "moving",
    }
    return render(request, "employment/resettlement/staff/case.html", context, status=status)
