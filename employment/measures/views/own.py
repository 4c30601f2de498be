"""What employers and workers see: their contracts and applications, and the form that asks for places."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from employment.employers.access import open_own, organisations_of
from employment.measures import access
from employment.measures.actions import asking
from employment.measures.forms import PlacesForm
from employment.measures.models import PlaceRequest
from socialcode.accounts.models import Office
from socialcode.people.access import own_person
from socialcode.refusal import attempt


@require_safe
@login_required
def mine(request):
    """My contracts, as a worker and for my employers, and the applications of these."""
    if own_person(request.user) is None:
        raise PermissionDenied
    employers = list(organisations_of(request.user))
    requests = PlaceRequest.objects.filter(organisation__in=employers).select_related("organisation", "office")
    contracts = access.own_contracts(request.user).order_by("-starts_on", "-pk")
    context = {"employers": employers, "requests": requests.order_by("-filed_at"), "contracts": contracts}
    return render(request, "employment/measures/mine.html", context)


@require_http_methods(["GET", "POST"])
@login_required
def ask(request, key):
    """Ask the centre of the employer's district for places."""
    employer = open_own(key, by=request.user)
    office = _office_of(employer)
    form = PlacesForm(request.POST or None)
    if request.method == "POST" and office and form.is_valid():
        with attempt(form):
            made = asking.ask_places(organisation=employer, office=office, asked=form.asked(), by=request.user)
            messages.success(request, _("Sent. The centre answers by the day that stands on the page."))
            return redirect("measures:request", made.key)
    status = 422 if form.errors else 200
    context = {"employer": employer, "office": office, "form": form}
    return render(request, "employment/measures/ask.html", context, status=status)


@require_POST
@login_required
def withdraw(request, key):
    """Take an application back."""
    found = access.open_request(key, by=request.user)
    with attempt() as tried:
        asking.withdraw_places(request=found, by=request.user)
    if tried.is_done:
        messages.success(request, _("The application is taken back."))
    else:
        messages.error(request, tried.objection)
    return redirect("measures:request", key)


def _office_of(employer) -> Office | None:
    """The career centre of the district of an employer's address, else that of its region."""
    near = Office.objects.filter(region=employer.region, district__in=(employer.district, ""))
    return near.order_by("-district").first()
