"""The employment map of the reader's offices: lines with what is left, and changes that wait for a second person."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from employment.measures import access, kinds
from employment.measures.actions import mapping
from employment.measures.forms import LineForm, ReasonForm
from employment.measures.models import MapChange
from employment.measures.policies import check_answers_map, check_keeps_map
from socialcode.accounts.models import Office
from socialcode.accounts.territory import offices_of
from socialcode.refusal import attempt, objection


@require_http_methods(["GET", "POST"])
@login_required
def show(request):
    """The lines of a year; who keeps the map proposes another one."""
    if not access.works_with_places(request.user):
        raise PermissionDenied
    offices = _offices(request.user)
    form = LineForm(request.POST or None, offices=offices) if offices else None
    if request.method == "POST" and form is not None and form.is_valid():
        with attempt(form):
            given = form.cleaned_data
            mapping.propose_map(
                office=form.offices[given["office"]], line=form.line(), reason=given["reason"], by=request.user
            )
            messages.success(request, _("Proposed. Another person has to agree."))
            return redirect("measures:map")
    return _page(request, form, status=422 if form is not None and form.errors else 200)


@require_POST
@login_required
def answer(request, key, act):
    """A second person agrees to a change of the map, or returns it."""
    asked = MapChange.objects.filter(access.at_offices(request.user), key=key).select_related("office").first()
    if asked is None:
        raise PermissionDenied
    if act == "agree":
        with attempt() as tried:
            mapping.agree_map(asked=asked, by=request.user)
    elif act == "return":
        form = ReasonForm(request.POST)
        with attempt() as tried:
            mapping.return_map(asked=asked, reason=form.data.get("reason", ""), by=request.user)
    else:
        raise Http404
    messages.success(request, _("Kept.")) if tried.is_done else messages.error(request, tried.objection)
    return redirect("measures:map")


def _offices(user) -> list[Office]:
    """Of which offices somebody may propose lines."""
    mine = offices_of(user, *access.AT_WORK)
    reached = Office.objects.filter(region__in={office.region for office in mine}).order_by("code")
    return [office for office in reached if not objection(check_keeps_map, office, user)]


def _page(request, form, status=200):
    lines = access.lines_at(request.user).order_by("-year", "office__code", "measure")
    here = access.at_offices(request.user)
    waiting = MapChange.objects.waiting().filter(here).select_related("office", "proposed_by").order_by("pk")
    context = {
        "lines": [(line, kinds.title_of(line.measure)) for line in lines],
        "waiting": [_waiting(one, request.user) for one in waiting],
        "form": form,
    }
    return render(request, "employment/measures/map.html", context, status=status)


def _waiting(asked: MapChange, user) -> tuple:
    """A change with its words, whether the reader may answer it, and the form to return it."""
    may_answer = not objection(check_answers_map, asked, user)
    return asked, kinds.title_of(asked.measure), may_answer, ReasonForm(auto_id=f"{asked.key}-%s")
