"""The employer's board of those who applied, and one of them."""

from http import HTTPStatus

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST, require_safe

from employment.vacancies import access, board, policies
from employment.vacancies.actions import applying, reading, selecting
from employment.vacancies.forms import HireForm, InterviewForm, MessageForm, ReasonForm
from employment.vacancies.models import Application
from socialcode.cases.citizen.doors import signed_in
from socialcode.refusal import attempt, objection

DONE = {
    "interview": _("The person is asked to come."),
    "call-off": _("The interview is called off. The person is told."),
    "offer": _("The job is offered. The person is told."),
    "hire": _("Hired. The person is told."),
    "reject": _("The person is told."),
    "message": _("Your message is sent."),
}
FORMS = {"interview": InterviewForm, "hire": HireForm, "reject": ReasonForm, "message": MessageForm}
ACTS = {
    "interview": selecting.set_interview,
    "call-off": selecting.call_off,
    "offer": selecting.offer,
    "hire": selecting.hire,
    "reject": selecting.reject,
    "message": applying.write_message,
}


@require_safe
@signed_in
def selection(request, key):
    """Everybody who applied to a vacancy, by where they stand."""
    vacancy = access.own_vacancy(key, by=request.user)
    columns = board.columns(vacancy, by=request.user)
    return render(request, "employment/vacancies/employer/selection.html", {"vacancy": vacancy, "columns": columns})


@require_safe
@signed_in
def candidate(request, key):
    """One who applied, or was invited: without a name until the person agreed."""
    opened = access.as_employer(key, by=request.user)
    reading.read(application=opened, of_employer=False)
    return _show(request, opened)


@require_POST
@signed_in
def act(request, key, act):
    """Ask to come, offer, hire, turn down, write."""
    opened = access.as_employer(key, by=request.user, is_look=False)
    if act not in ACTS:
        raise Http404
    form = _form(act, request.POST)
    if form is None or form.is_valid():
        with attempt(form) as tried:
            ACTS[act](application=opened, by=request.user, **(form.cleaned_data if form else {}))
            messages.success(request, DONE[act])
            return redirect("vacancies:candidate", key)
        if form is None:
            messages.error(request, tried.objection)
            return redirect("vacancies:candidate", key)
    access.record_look(opened.person, opened.vacancy, by=request.user)
    return _show(request, opened, {act: form})


def _form(act: str, data=None):
    return FORMS[act](data, auto_id=f"{act}-%s") if act in FORMS else None


def _show(request, opened: Application, failed: dict | None = None):
    failed = failed or {}
    context = {
        "application": opened,
        "vacancy": opened.vacancy,
        "profile": board.profile_of(opened),
        "interview": opened.interviews.order_by("-pk").first(),
        "written": opened.messages.order_by("pk"),
        "may_select": not objection(policies.check_can_select, opened, request.user),
        "failed": failed,
        **{f"{act}_form": failed.get(act) or _form(act) for act in FORMS},
    }
    status = HTTPStatus.UNPROCESSABLE_ENTITY if failed else HTTPStatus.OK
    return render(request, "employment/vacancies/employer/candidate.html", context, status=status)
