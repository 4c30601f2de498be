"""Private agencies: listed by the centre of a region, with what is outsourced to them; those with a permit for abroad
are shown to everybody."""

from http import HTTPStatus

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_http_methods, require_POST, require_safe

from employment.mobility import access
from employment.mobility.actions import agencies as acting
from employment.mobility.forms import AgencyForm, OutsourcingForm, ResultsForm
from employment.mobility.models import Agency, Outsourcing
from socialcode.accounts.access import staff_only
from socialcode.law.regions import regions
from socialcode.refusal import attempt


@require_safe
def abroad(request):
    """For everybody: agencies whose permit holds today, and what to look out for."""
    today = timezone.localdate()
    found = Agency.objects.filter(sends_abroad=True, permit_until__gte=today, ended_at=None)
    rows = [(one, regions()[one.region]) for one in found.select_related("organisation").order_by("organisation__name")]
    return render(request, "employment/mobility/abroad.html", {"agencies": rows, "today": today})


@require_GET
@never_cache
@staff_only
def listed(request):
    region = access.region_of(request.user)
    found = Agency.objects.filter(region=region, ended_at=None).select_related("organisation")
    context = {"region": regions()[region], "agencies": found.order_by("organisation__name", "pk")}
    return render(request, "employment/mobility/agencies.html", context)


@require_http_methods(["GET", "POST"])
@never_cache
@staff_only
def add(request):
    access.specialist_at(request.user)
    form, status = AgencyForm(request.POST or None), HTTPStatus.OK
    if request.method == "POST":
        status = HTTPStatus.BAD_REQUEST
        if form.is_valid():
            with attempt(form) as tried:
                made = acting.add(given=form.cleaned_data, by=request.user)
            if tried.is_done:
                messages.success(request, _("The agency is listed."))
                return redirect("mobility:agency", made.key)
    return render(request, "employment/mobility/add_agency.html", {"form": form}, status=status)


@require_http_methods(["GET", "POST"])
@never_cache
@staff_only
def agency(request, key):
    """One agency with its contracts, and the form for the next one."""
    region = access.region_of(request.user)
    found = Agency.objects.select_related("organisation").filter(key=key, region=region).first()
    if found is None:
        raise PermissionDenied
    form, status = OutsourcingForm(request.POST or None), HTTPStatus.OK
    if request.method == "POST":
        status = HTTPStatus.BAD_REQUEST
        if form.is_valid():
            with attempt(form) as tried:
                acting.outsource(agency=found, given=form.cleaned_data, by=request.user)
            if tried.is_done:
                messages.success(request, _("The contract is kept. Publish it on the Exchange in time."))
                return redirect("mobility:agency", key)
    today = timezone.localdate()
    contracts = [(one, one.is_late(today), ResultsForm(auto_id=f"{one.key}-%s")) for one in found.contracts.all()]
    context = {"agency": found, "contracts": contracts, "form": form}
    return render(request, "employment/mobility/agency.html", context, status=status)


@require_POST
@staff_only
def publish(request, key):
    contract = _contract(request, key)
    with attempt() as tried:
        acting.publish(contract=contract, by=request.user)
    return _answered(request, contract, tried.objection, _("Noted that the contract is published."))


@require_POST
@staff_only
def results(request, key):
    contract = _contract(request, key)
    form = ResultsForm(request.POST)
    if not form.is_valid():
        return _answered(request, contract, _("Write two whole numbers."), "")
    with attempt() as tried:
        acting.note_results(contract=contract, by=request.user, **form.cleaned_data)
    return _answered(request, contract, tried.objection, _("The results are noted."))


def _contract(request, key) -> Outsourcing:
    """A contract with an agency of the specialist's region."""
    region = access.specialist_at(request.user).region
    found = Outsourcing.objects.select_related("agency").filter(key=key, agency__region=region).first()
    if found is None:
        raise PermissionDenied
    return found


def _answered(request, contract: Outsourcing, objection: str, done: str):
    if objection:
        messages.error(request, objection)
    else:
        messages.success(request, done)
    return redirect("mobility:agency", contract.agency.key)
