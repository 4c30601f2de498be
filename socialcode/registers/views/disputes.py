"""Saying that a register is wrong, and the officer's queue of what people say is wrong."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from socialcode import shown
from socialcode.people.access import open_to_act, record_list
from socialcode.refusal import attempt

from .. import access, rows
from ..actions import disputing
from ..forms import DisputeForm, Outcome, resolve_form

ON_A_PAGE = 20
RESOLVING = {
    Outcome.CONFIRM: disputing.confirm,
    Outcome.CORRECT: disputing.correct,
    Outcome.TAKE_OUT: disputing.take_out,
}


@login_required
def dispute(request, key, kind, number):
    person = open_to_act(key, by=request.user)
    row = rows.found(person, kind, number)
    form = DisputeForm(request.POST or None)
    if form.is_valid():
        with attempt(form):
            disputing.dispute(person=person, row=row, says=form.cleaned_data["says"], by=request.user)
            messages.success(request, _("Sent. An officer looks at it, and you get a message."))
            return redirect("registers:page", key)
    context = {"person": person, "form": form, "says": rows.described(row), "source": rows.source(row)}
    return render(request, "registers/dispute.html", context)


@login_required
def queue(request):
    page = Paginator(access.disputes_for(request.user), ON_A_PAGE).get_page(request.GET.get("page"))
    record_list([row.person.iin for row in page], by=request.user, purpose=access.TO_RESOLVE)
    return render(request, "registers/disputes.html", {"page": page})


@login_required
def resolve(request, key):
    dispute = access.open_dispute(key, by=request.user)
    form = resolve_form(rows.current(dispute), request.POST or None)
    if form.is_valid():
        with attempt(form):
            RESOLVING[form.cleaned_data["outcome"]](**_ruling(request, dispute, form))
            messages.success(request, _("Resolved. The person gets a message."))
            return redirect("registers:disputes")
    row = rows.current(dispute)  # the form has put what was typed into its own
    form.shown = disputing.shown_to_resolve(dispute, row)
    context = {"dispute": dispute, "form": form, "says": rows.described(row), "source": rows.source(row)}
    return render(request, "registers/resolve.html", context)


def _ruling(request, dispute, form) -> dict:
    given = {
        "dispute": dispute,
        "reason": form.cleaned_data["reason"],
        "by": request.user,
        "shown": shown.sent(request),
    }
    return given | ({"values": form.values} if form.corrects else {})
