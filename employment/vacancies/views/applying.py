"""The applicant's pages: apply, my applications, one of them."""

from http import HTTPStatus

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404
from django.shortcuts import redirect, render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from employment.employers.doors import citizens_only
from employment.vacancies import access, policies
from employment.vacancies.actions import applying, reading
from employment.vacancies.forms import AnswerInterviewForm, ApplyForm, MessageForm, WithdrawForm
from employment.vacancies.models import Application, Interview
from socialcode.cases.citizen.doors import signed_in
from socialcode.refusal import attempt, objection
from socialcode.shown import sent

A_PAGE = 20
DONE = {
    "agree": _("The employer sees your name now, and answers here."),
    "withdraw": _("This is over. The employer sees it."),
    "message": _("Your message is sent."),
    "interview": _("The employer sees your answer."),
}


@require_http_methods(["GET", "HEAD", "POST"])
@citizens_only
def apply(request, key):
    """Apply to a vacancy; who has done so already goes to the application."""
    vacancy = access.posted(key)
    before = vacancy.applications.filter(person=request.own).open().first()
    if before:
        return redirect("vacancies:application", before.key)
    form, status = ApplyForm(), HTTPStatus.OK
    if request.method == "POST":
        form, status = ApplyForm(request.POST), HTTPStatus.UNPROCESSABLE_ENTITY
        if form.is_valid():
            with attempt(form):
                made = applying.apply(vacancy=vacancy, letter=form.cleaned_data["letter"], by=request.user)
                messages.success(request, _("You have applied. The employer answers here."))
                return redirect("vacancies:application", made.key)
            status = HTTPStatus.CONFLICT
    context = {"vacancy": vacancy, "form": form, "objection": objection(policies.check_can_apply, vacancy, request.own)}
    return render(request, "employment/vacancies/apply.html", context, status=status)


@require_safe
@citizens_only
def mine(request):
    """Where one has applied, and who invited."""
    rows = Application.objects.whole().filter(person=request.own).order_by("-pk")
    page = Paginator(rows, A_PAGE).get_page(request.GET.get("page"))
    return render(request, "employment/vacancies/applications.html", {"page": page})


@require_safe
@signed_in
def application(request, key):
    """One application: where it stands, what both wrote, when to come."""
    opened = access.as_applicant(key, by=request.user)
    reading.read(application=opened, of_employer=True)
    return _show(request, opened)


@require_POST
@signed_in
def act(request, key, act):
    """Agree to be named, take back, write, answer an interview."""
    opened = access.as_applicant(key, by=request.user)
    if act not in DONE:
        raise Http404
    form = _form(act, request.POST)
    if form is None or form.is_valid():
        with attempt(form) as tried:
            _do(act, opened, form.cleaned_data if form else {}, request)
            messages.success(request, DONE[act])
            return redirect("vacancies:application", key)
        if form is None:
            messages.error(request, tried.objection)
            return redirect("vacancies:application", key)
    return _show(request, opened, {act: form})


def _form(act: str, data=None):
    forms = {"withdraw": WithdrawForm, "message": MessageForm, "interview": AnswerInterviewForm}
    return forms[act](data, auto_id=f"{act}-%s") if act in forms else None


def _do(act: str, opened: Application, given: dict, request) -> None:
    by = request.user
    if act == "agree":
        applying.agree_to_be_named(application=opened, by=by)
    elif act == "withdraw":
        applying.withdraw(application=opened, by=by, **given)
    elif act == "message":
        applying.write_message(application=opened, by=by, **given)
    else:
        interview = _interview(opened)
        if interview is None:
            raise Http404
        applying.answer_interview(interview=interview, by=by, shown=sent(request), **given)


def _interview(opened: Application) -> Interview | None:
    return opened.interviews.order_by("-pk").first()


def _show(request, opened: Application, failed: dict | None = None):
    failed, interview = failed or {}, _interview(opened)
    context = {
        "application": opened,
        "vacancy": opened.vacancy,
        "interview": interview,
        "written": opened.messages.order_by("pk"),
        **{f"{act}_form": failed.get(act) or _form(act) for act in ("withdraw", "message", "interview")},
    }
    context["interview_form"].shown = applying.interview_shown(interview) if interview else ""
    status = HTTPStatus.UNPROCESSABLE_ENTITY if failed else HTTPStatus.OK
    return render(request, "employment/vacancies/application.html", context, status=status)
