"""Saying that a register is wrong, and the officer's queue of what people say is wrong."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from socialcode.accounts.policies import NotAllowedError
from socialcode.people.access import open_to_act

from .. import access, rows
from ..actions import disputing
from ..forms import DisputeForm, Outcome, resolve_form

ON_A_PAGE = 20


@login_required
def raise_(request, key, kind, number):
    person = open_to_act(key, by=request.user)
    row = rows.found(person, kind, number)
    form = DisputeForm(request.POST or None)
    if form.is_valid():
        try:
            disputing.dispute(person=person, row=row, says=form.cleaned_data["says"], by=request.user)
        except NotAllowedError as refusal:
            form.add_error(refusal.field or None, str(refusal))
        else:
            messages.success(request, _("Sent. An officer looks at it, and you get a message."))
            return redirect("my_data:page", key)
    context = {"person": person, "form": form, "says": rows.described(row), "source": rows.source(row)}
    return render(request, "my_data/dispute.html", context)


@login_required
def queue(request):
    page = Paginator(access.disputes_for(request.user), ON_A_PAGE).get_page(request.GET.get("page"))
    return render(request, "my_data/disputes.html", {"page": page})


@login_required
def resolve(request, key):
    dispute = access.open_dispute(key, by=request.user)
    form = resolve_form(rows.current(dispute), request.POST or None)
    if form.is_valid():
        try:
            _resolve(dispute, form, request.user)
        except NotAllowedError as refusal:
            form.add_error(refusal.field or None, str(refusal))
        else:
            messages.success(request, _("Resolved. The person gets a message."))
            return redirect("my_data:disputes")
    row = rows.current(dispute)  # the form has put what was typed into its own
    context = {"dispute": dispute, "form": form, "says": rows.described(row), "source": rows.source(row)}
    return render(request, "my_data/resolve.html", context)


def _resolve(dispute, form, by):
    given = {"dispute": dispute, "reason": form.cleaned_data["reason"], "by": by}
    match form.cleaned_data["outcome"]:
        case Outcome.CONFIRM:
            disputing.confirm(**given)
        case Outcome.CORRECT:
            disputing.correct(values=form.values, **given)
        case Outcome.TAKE_OUT:
            disputing.take_out(**given)
