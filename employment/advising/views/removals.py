"""Removals and social contracts for the staff of the centre."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from employment.advising import access
from employment.advising.actions import contracting
from employment.advising.acts import of_contract, of_removal
from employment.advising.acts.acting import offered, tried
from employment.advising.contract_text import text_of
from employment.advising.forms import ContractForm, ResultForm
from employment.advising.models import Duty, Removal
from socialcode.accounts.access import staff_only
from socialcode.accounts.territory import at_offices, offices_of
from socialcode.refusal import attempt

A_LIST = 100


@require_safe
@never_cache
@staff_only
def removals(request):
    """What is being decided against somebody, and what was decided last."""
    access.registrations_for(request.user)
    offices = offices_of(request.user, *access.ADVISES)
    here = at_offices(offices, "registration__office") | at_offices(offices, "contract__office")
    rows = Removal.objects.whole().filter(here)
    open_rows, closed = list(rows.open().order_by("due_on")[:A_LIST]), list(rows.exclude(closed_at=None)[:20])
    complained = list(rows.complained_of().order_by("complaint__answer_by")[:A_LIST])
    access.list_people([one.person for one in (*complained, *open_rows, *closed)], by=request.user)
    context = {"complained": complained, "removals": open_rows, "closed": closed}
    return render(request, "employment/advising/staff/removals.html", context)


@require_safe
@never_cache
@staff_only
def removal(request, key):
    return _show_removal(request, key)


@require_POST
@staff_only
def act(request, key, name):
    found = access.removal_for_staff(key, by=request.user)
    outcome = tried(request, of_removal.ACTS, name, found)
    if outcome.is_done:
        return redirect("advising:staff_removal", key)
    return _show_removal(request, key, outcome.failed, outcome.status)


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@staff_only
def begin_contract(request, key):
    """Begin a social contract with somebody on the register."""
    registration = access.open_registration(key, by=request.user)
    form = ContractForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        with attempt(form) as done:
            given = {"person": registration.person, "office": registration.office, **form.cleaned_data}
            made = contracting.draft(by=request.user, **given)
        if done.is_done:
            messages.success(request, _("Begun. Add what the family promises, then sign."))
            return redirect("advising:staff_contract", made.key)
    context = {"registration": registration, "form": form}
    return render(request, "employment/advising/staff/begin_contract.html", context, status=422 if form.errors else 200)


@require_safe
@never_cache
@staff_only
def contract(request, key):
    return _show_contract(request, key)


@require_POST
@staff_only
def act_on_contract(request, key, name):
    found = access.contract_for_staff(key, by=request.user)
    outcome = tried(request, of_contract.ACTS, name, found)
    if outcome.is_done:
        return redirect("advising:staff_contract", key)
    return _show_contract(request, key, failed=outcome.failed, status=outcome.status)


@require_POST
@staff_only
def finish_duty(request, key, duty):
    found = access.contract_for_staff(key, by=request.user)
    row = get_object_or_404(Duty, key=duty, contract=found)
    form = ResultForm(request.POST, row=row, by=request.user)
    if form.is_valid():
        with attempt(form) as done:
            contracting.finish_duty(duty=row, by=request.user, **form.cleaned_data)
        if done.is_done:
            messages.success(request, _("Noted what came of it."))
            return redirect("advising:staff_contract", key)
    return _show_contract(request, key, finishing=(row.pk, form), status=422)


def _show_removal(request, key, failed=None, status=200):
    found = access.removal_for_staff(key, by=request.user)
    access.look(found.person, found.office, by=request.user)
    context = {"removal": found, "acts": offered(of_removal.ACTS, found, request.user, failed)}
    return render(request, "employment/advising/staff/removal.html", context, status=status)


def _show_contract(request, key, *, failed=None, finishing=(None, None), status=200):
    found = access.contract_for_staff(key, by=request.user)
    access.look(found.person, found.office, by=request.user)
    number, form = finishing
    is_in_force = found.state == found.State.IN_FORCE
    duties = []
    for duty in found.duties.select_related("member"):
        own = form if duty.pk == number else ResultForm(row=duty, by=request.user)
        duties.append((duty, own if is_in_force and not duty.done_on else None))
    context = {
        "contract": found,
        "text": text_of(found),
        "duties": duties,
        "removals": found.removals.all(),
        "today": timezone.localdate(),
        "acts": offered(of_contract.ACTS, found, request.user, failed),
    }
    return render(request, "employment/advising/staff/contract.html", context, status=status)
