"""What an employer tells the career centre: lay-offs, and the jobs of the quota."""

from http import HTTPStatus

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from employment.employers import access, terms
from employment.employers.actions import layoffs as telling
from employment.employers.actions import quota as reporting
from employment.employers.forms import GroupForms, LayoffForm, QuotaForm
from employment.employers.models import LayoffNotice
from employment.employers.places import centre_of
from employment.trades.classification import all_trades
from socialcode.cases.citizen.doors import signed_in
from socialcode.refusal import attempt


@require_http_methods(["GET", "HEAD", "POST"])
@signed_in
def layoffs(request, key):
    """The notices of the organisation, and a new one."""
    organisation = access.open_own(key, by=request.user)
    form, groups, status = LayoffForm(), GroupForms(prefix="group"), HTTPStatus.OK
    if request.method == "POST":
        form, groups = LayoffForm(request.POST), GroupForms(request.POST, prefix="group")
        status = HTTPStatus.UNPROCESSABLE_ENTITY
        if form.is_valid() and groups.is_valid():
            rows = [each.group for each in groups if each.group]
            with attempt(form):
                told = telling.tell(organisation=organisation, groups=rows, by=request.user, **form.cleaned_data)
                messages.success(request, _("The career centre has your notice."))
                return redirect(told)
            status = HTTPStatus.CONFLICT
    context = {
        "organisation": organisation,
        "centre": centre_of(organisation.region, organisation.district),
        "told": organisation.layoff_notices.given().order_by("-pk"),
        "first_in_time": terms.first_day_told_today(),
        "form": form,
        "groups": groups,
        "trades": all_trades().values(),
    }
    return render(request, "employment/employers/layoffs.html", context, status=status)


@require_safe
@signed_in
def layoff(request, key):
    """One notice of one's own, with the page for the people that it concerns."""
    return render(request, "employment/employers/layoff.html", {"notice": _own_notice(request, key)})


@require_POST
@signed_in
def take_layoff_back(request, key):
    """The people stay after all."""
    notice = _own_notice(request, key)
    with attempt() as tried:
        telling.take_back(notice=notice, by=request.user)
        messages.success(request, _("The notice is taken back. The career centre sees it."))
    if not tried.is_done:
        messages.error(request, tried.objection)
    return redirect(notice)


@require_safe
def guidance(request, key):
    """What people who are laid off can do, for everybody who has the address from their employer."""
    notice = LayoffNotice.objects.given().select_related("office").filter(key=key).first()
    if notice is None:
        raise Http404
    return render(request, "employment/employers/guidance.html", {"notice": notice, "payment": "job_loss"})


@require_http_methods(["GET", "HEAD", "POST"])
@signed_in
def quota(request, key):
    """How many jobs the organisation keeps for people with disability: counted at once, and reported."""
    organisation = access.open_own(key, by=request.user)
    form, counted, status = QuotaForm(), None, HTTPStatus.OK
    if request.method == "POST":
        form, status = QuotaForm(request.POST), HTTPStatus.UNPROCESSABLE_ENTITY
        if form.is_valid():
            counted, status = _counted(form.cleaned_data), HTTPStatus.OK
            if request.POST.get("then") == "later":
                with attempt(form):
                    reporting.report(organisation=organisation, by=request.user, **form.cleaned_data)
                    messages.success(request, _("Your report is with the career centre."))
                    return redirect("employers:quota", key)
                status = HTTPStatus.CONFLICT
    context = {
        "organisation": organisation,
        "form": form,
        "counted": counted,
        "payment": "disabled_workplace",
        "reports": organisation.quota_reports.order_by("-year", "-quarter", "-pk")[:12],
    }
    return render(request, "employment/employers/quota.html", context, status=status)


def _counted(given: dict) -> dict:
    named = ("headcount", "lent", "hard_jobs", "with_disability", "of_disability_union")
    staff = terms.Staff(**{name: given[name] for name in named})
    found = terms.quota_of(staff, given["share"])
    return {"quota": found, "staff": staff, "missing": found.missing(staff.with_disability)}


def _own_notice(request, key) -> LayoffNotice:
    notice = LayoffNotice.objects.select_related("organisation", "office").filter(key=key).first()
    if notice is None or not access.may_act(request.user, notice.organisation):
        raise PermissionDenied
    return notice
