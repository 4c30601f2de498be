"""The load of the officers, for heads of offices: who has how much, handing over, and stand-ins."""

from http import HTTPStatus

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from socialcode.accounts.access import office_only
from socialcode.accounts.models import Role, User
from socialcode.cases.actions import absences
from socialcode.cases.models import Absence
from socialcode.cases.staff import load
from socialcode.cases.staff.choosing import HandOverForm, StandInForm
from socialcode.cases.staff.queue import offices_of
from socialcode.refusal import attempt

MOST_SAID = 10  # of what could not be moved


@require_http_methods(["GET", "POST"])
@office_only
def officers(request):
    """The load of the officers, with those who have nothing; a post names a stand-in."""
    heads_only(request)
    offices = offices_of(request.user)
    form = StandInForm(request.POST or None, offices=offices)
    if request.method == "POST" and form.is_valid():
        office = next(grant.office for grant in request.user.grants if grant.role == Role.HEAD)
        with attempt(form) as tried:
            absences.name_stand_in(office=office, by=request.user, **form.cleaned_data)
        if tried.is_done:
            messages.success(request, _("The stand-in is named."))
            return redirect("work:officers")
    away = Absence.objects.filter(office__in=offices, ended_at=None, until__gte=timezone.localdate())
    context = {
        "rows": load.load_of(offices),
        "form": HandOverForm(offices=offices),
        "stand_in": form,
        "away": away.select_related("user", "stand_in"),
    }
    status = HTTPStatus.BAD_REQUEST if form.errors else HTTPStatus.OK
    return render(request, "cases/staff/queue/officers.html", context, status=status)


@require_POST
@office_only
def end_absence(request, number):
    """Who was away is back."""
    heads_only(request)
    absence = get_object_or_404(Absence, pk=number, office__in=offices_of(request.user))
    absences.end_absence(absence=absence, by=request.user)
    messages.success(request, _("The stand-in is ended."))
    return redirect("work:officers")


@require_POST
@office_only
def hand_over(request, number):
    """All open claims of somebody go to another officer, or by load."""
    heads_only(request)
    offices = offices_of(request.user)
    officer = User.objects.filter(pk=number).first()
    form = HandOverForm(request.POST, offices=offices)
    if officer is None or not form.is_valid():
        messages.error(request, _("Choose an officer."))
        return redirect("work:officers")
    done, refused = load.hand_over(officer=officer, to=form.cleaned_data["to"], offices=offices, by=request.user)
    messages.success(request, _("Claims handed over: %(count)s.") % {"count": done})
    for why in refused[:MOST_SAID]:
        messages.warning(request, why)
    return redirect("work:officers")


def heads_only(request) -> None:
    """Raises PermissionDenied for whoever heads no office."""
    if Role.HEAD not in request.user.roles:
        raise PermissionDenied
