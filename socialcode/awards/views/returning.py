"""Money that was paid too much: the citizen applies to have it kept from later payments, the office plans it, another
person agrees, and what is paid back is written down."""

from http import HTTPStatus

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from socialcode.accounts.access import office_only
from socialcode.awards import access, policies
from socialcode.awards.actions import recovering
from socialcode.awards.awardfile import AwardFile
from socialcode.awards.forms import AskToKeepForm, KeepForm, PaidBackForm, ReasonForm
from socialcode.awards.models import Award, Circumstance, Overpayment, Recovery
from socialcode.awards.purposes import purpose_of
from socialcode.awards.returning import Returning, plan_shown
from socialcode.refusal import attempt, objection
from socialcode.shown import sent


def _of(award: Award, number) -> Overpayment:
    found = get_object_or_404(award.overpayments, key=number, amount__gt=0)
    found.award = award
    return found


@require_http_methods(["GET", "POST"])
@never_cache
@login_required
def ask(request, key, number):
    """The citizen reads how much was paid too much, for which months, and how it may come back; and applies."""
    award = access.open_as_citizen(key, by=request.user)
    overpayment = _of(award, number)
    returning = Returning(overpayment)
    form = AskToKeepForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        with attempt(form) as tried:
            recovering.ask_to_keep(overpayment=overpayment, by=request.user, **form.cleaned_data)
        if tried.is_done:
            messages.success(request, _("Thank you. The office looks at it and tells you what comes of it."))
            return redirect("awards:award", key)
    stands_against = objection(policies.check_may_ask_to_keep, overpayment, returning.limit, request.user)
    shown = {"file": AwardFile(award), "award": award, "returning": returning, "office": access.office_of(award)}
    shown |= {"form": None if stands_against else form, "objection": stands_against}
    return render(request, "awards/overpaid.html", shown)


@require_http_methods(["GET", "POST"])
@office_only
def keep(request, key, number):
    """A plan: filled in, then shown month by month, then proposed to another person."""
    award = access.open_as_staff(key, by=request.user, purpose=purpose_of(request.user))
    overpayment = _of(award, number)
    returning = Returning(overpayment)
    form = KeepForm(request.POST or None, initial=_applied(overpayment))
    shown = {"award": award, "file": AwardFile(award), "form": form, "returning": returning}
    shown["objection"] = objection(policies.check_is_of_office, award, request.user) or objection(
        policies.check_may_be_kept, overpayment, returning.limit, award.since
    )
    if request.method == "POST" and form.is_valid():
        with attempt(form) as tried:
            policies.check_may_be_kept(overpayment, returning.limit, form.cleaned_data["asked_on"])
            shown["ahead"] = list(returning.kept_by(form.cleaned_data["since"], form.cleaned_data["instalment"]))
            if request.POST.get("then") == "later":
                recovering.plan_recovery(overpayment=overpayment, by=request.user, **form.cleaned_data)
                messages.success(request, _("Proposed. Another person has to agree."))
                return redirect("awards:staff", key)
        if not tried.is_done:
            return render(request, "awards/staff/keep.html", shown, status=HTTPStatus.CONFLICT)
    return render(request, "awards/staff/keep.html", shown)


@require_http_methods(["GET", "POST"])
@office_only
def paid_back(request, key, number):
    """Money that came back freely, or as a court decided."""
    award = access.open_as_staff(key, by=request.user, purpose=purpose_of(request.user))
    overpayment = _of(award, number)
    form = PaidBackForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        with attempt(form) as tried:
            recovering.paid_back(overpayment=overpayment, by=request.user, **form.cleaned_data)
        if tried.is_done:
            messages.success(request, _("Written down."))
            return redirect("awards:staff", key)
    shown = {"award": award, "file": AwardFile(award), "form": form, "returning": Returning(overpayment)}
    shown["objection"] = objection(policies.check_is_of_office, award, request.user)
    return render(request, "awards/staff/paid_back.html", shown)


@require_POST
@office_only
def agree(request, key, number):
    """Another person agrees to a plan that waits."""
    award = access.act_as_staff(key, by=request.user)
    with attempt() as tried:
        recovering.start_recovery(recovery=_plan(award, number), by=request.user, shown=sent(request))
    if tried.is_done:
        messages.success(request, _("You agreed to the decision."))
    else:
        messages.error(request, tried.objection)
    return redirect("awards:staff", key)


@require_http_methods(["GET", "POST"])
@office_only
def stop(request, key, number):
    """A plan that waits goes back to its officer, or one that runs is ended; either with the reason."""
    award = access.open_as_staff(key, by=request.user, purpose=purpose_of(request.user))
    plan = _plan(award, number)
    waits = plan.state == Recovery.State.PROPOSED
    form = ReasonForm(request.POST or None)
    form.shown = plan_shown(plan) if waits else ""
    if request.method == "POST" and form.is_valid():
        with attempt(form) as tried:
            if waits:
                recovering.return_recovery(recovery=plan, by=request.user, shown=sent(request), **form.cleaned_data)
            else:
                recovering.end_recovery(recovery=plan, by=request.user, **form.cleaned_data)
        if tried.is_done:
            messages.success(
                request, _("Returned to the officer.") if waits else _("Nothing more is kept by this plan.")
            )
            return redirect("awards:staff", key)
    shown = {"award": award, "file": AwardFile(award), "form": form, "waits": waits}
    shown["objection"] = objection(
        policies.check_answers_plan if waits else policies.check_ends_plan, plan, request.user
    )
    return render(request, "awards/staff/stop.html", shown)


def _plan(award: Award, number) -> Recovery:
    return get_object_or_404(_of(award, number).recoveries.open())


def _applied(overpayment: Overpayment) -> dict:
    """What a form begins with where the person applied on the portal."""
    asked = policies.asked_to_keep(overpayment).order_by("-pk").first() or Circumstance(facts={})
    return {"asked_on": asked.happened_on, "instalment": asked.facts.get("instalment")}
