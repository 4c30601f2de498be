"""The candidates that the portal finds for a vacancy, and inviting one."""

from http import HTTPStatus

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from employment.vacancies import access, candidates
from employment.vacancies.actions import selecting
from employment.vacancies.forms import InviteForm
from socialcode.cases.citizen.doors import signed_in
from socialcode.refusal import attempt


@require_safe
@signed_in
def found(request, key):
    """People found for a vacancy that is open."""
    vacancy = access.own_vacancy(key, by=request.user)
    rows = candidates.found_for(vacancy, by=request.user) if vacancy.is_open else []
    context = {"vacancy": vacancy, "candidates": rows}
    return render(request, "employment/vacancies/employer/candidates.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@signed_in
def one(request, key, profile):
    """One of them, and the invitation."""
    vacancy = access.own_vacancy(key, by=request.user)
    opened = candidates.open_candidate(vacancy, profile, by=request.user)
    form, status = InviteForm(), HTTPStatus.OK
    if request.method == "POST":
        form, status = InviteForm(request.POST), HTTPStatus.UNPROCESSABLE_ENTITY
        if form.is_valid():
            with attempt(form):
                selecting.invite(vacancy=vacancy, person=opened.profile.person, by=request.user, **form.cleaned_data)
                messages.success(request, _("Invited. You see here whether the person answers."))
                return redirect("vacancies:selection", key)
            status = HTTPStatus.CONFLICT
    context = {"vacancy": vacancy, "candidate": opened, "profile": opened.profile, "form": form}
    return render(request, "employment/vacancies/employer/found.html", context, status=status)
