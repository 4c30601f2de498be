"""What advisers answer: who asks to be registered where registers do not say everything."""

from http import HTTPStatus

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from employment.seekers import access, policies, reasons
from employment.seekers.actions import registering
from employment.seekers.forms import RefuseForm
from socialcode.cases.citizen.doors import signed_in
from socialcode.refusal import attempt, objection
from socialcode.shown import sent, stamp_of

A_PAGE = 25


@require_safe
@signed_in
def registrations(request):
    """Wishes that wait for an answer, the first due first."""
    page = Paginator(access.waiting_for(request.user), A_PAGE).get_page(request.GET.get("page"))
    access.record_names(list(page), by=request.user)
    return render(request, "employment/seekers/staff/waiting.html", {"page": page})


@require_safe
@signed_in
def registration(request, key):
    """One wish with what is known, and what has to be looked at."""
    return _page(request, access.open_registration(key, by=request.user), RefuseForm())


@require_POST
@signed_in
def answer(request, key, act):
    """Register the person, or refuse with a reason."""
    found = access.open_registration(key, by=request.user)
    form = RefuseForm(request.POST)
    if act == "confirm":
        with attempt() as tried:
            registering.confirm(registration=found, by=request.user, shown=sent(request))
    elif act == "refuse":
        if not form.is_valid():
            return _page(request, found, form, HTTPStatus.BAD_REQUEST)
        with attempt(form) as tried:
            registering.refuse(registration=found, reason=form.cleaned_data["reason"], by=request.user)
        if not tried.is_done:
            return _page(request, found, form, HTTPStatus.CONFLICT)
    else:
        raise Http404
    if tried.is_done:
        messages.success(request, _("The person is told."))
    else:
        messages.error(request, tried.objection)
    return redirect("seekers:registrations")


def _page(request, found, form, status=HTTPStatus.OK):
    shown = {
        "registration": found,
        "to_judge": reasons.to_judge(found),
        "unmet": reasons.unmet(found),
        "objection": objection(policies.check_can_answer, found, request.user),
        "form": form,
        "shown": stamp_of(found),
    }
    return render(request, "employment/seekers/staff/registration.html", shown, status=status)
