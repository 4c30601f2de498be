"""Rounds of the mobile group: plan one, its list of people, and a stop on a phone."""

from http import HTTPStatus

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db.models import Count, Prefetch
from django.http import HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from employment.advising import access
from employment.advising.actions import rounds
from employment.advising.forms import RoundForm, SeenForm, StopForm
from employment.advising.models import Round, Seen, Stop
from socialcode.accounts.access import grant_at, staff_only
from socialcode.accounts.territory import at_offices, offices_of
from socialcode.people.access import find
from socialcode.refusal import attempt

LAST = 30


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@staff_only
def listed(request):
    """The rounds of the centre, and a form for the next one."""
    offices = offices_of(request.user, *access.GOES_ROUND)
    if not offices:
        raise PermissionDenied
    form = RoundForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        with attempt(form) as done:
            made = rounds.plan_round(office=offices[0], by=request.user, **form.cleaned_data)
        if done.is_done:
            messages.success(request, _("Planned. Put people on its list."))
            return redirect(made)
    rows = Round.objects.filter(at_offices(offices))
    rows = rows.annotate(people=Count("stops", distinct=True), visited=Count("stops__seen__stop", distinct=True))
    context = {"form": form, "rounds": rows[:LAST], "today": timezone.localdate()}
    return render(request, "employment/advising/staff/rounds.html", context, status=422 if form.errors else 200)


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@staff_only
def one(request, key):
    """The list of a round, a village after another; a phone keeps it open on the way."""
    found = access.round_for(key, by=request.user)
    form = StopForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        person = find(form.cleaned_data["iin"], by=request.user)
        if person is None:
            form.add_error("iin", _("Nobody with this IIN lives in your territory."))
        else:
            with attempt(form) as done:
                given = {name: form.cleaned_data[name] for name in ("village", "why")}
                rounds.add_stop(round=found, person=person, by=request.user, **given)
            if done.is_done:
                messages.success(request, _("On the list."))
                return redirect(found)
    stops = list(found.stops.select_related("person").prefetch_related(Prefetch("seen", Seen.objects.all())))
    access.list_people([stop.person for stop in stops], by=request.user, purpose=access.ON_A_ROUND)
    noting = [(one, SeenForm(auto_id=f"stop-{one.pk}-%s")) for one in stops]
    context = {"round": found, "stops": noting, "form": form, "is_ahead": found.on >= timezone.localdate()}
    return render(request, "employment/advising/staff/round.html", context, status=422 if form.errors else 200)


@require_http_methods(["GET", "HEAD"])
@never_cache
@staff_only
def stop(request, key, stop):
    return _show(request, _stop(request, key, stop), SeenForm())


@require_POST
@staff_only
def note(request, key, stop):
    """Keep what was seen. What a phone typed without a connection comes here later, with the same key once."""
    found = _stop(request, key, stop)
    form, is_fetched = SeenForm(request.POST), request.headers.get("X-Requested-With") == "fetch"
    if form.is_valid():
        with attempt(form) as done:
            rounds.note_seen(stop=found, by=request.user, **form.cleaned_data)
        if done.is_done and is_fetched:
            return HttpResponse(status=HTTPStatus.NO_CONTENT)
        if done.is_done:
            messages.success(request, _("Kept."))
            return redirect(_next(found) or found.round)
    if is_fetched:  # the device shows the sentences beside what it has kept
        return JsonResponse({"why": [sentence for of in form.errors.values() for sentence in of]}, status=422)
    return _show(request, found, form, 422)


def _stop(request, key, stop) -> Stop:
    round = access.round_for(key, by=request.user)
    found = round.stops.select_related("person", "round__office").filter(key=stop).first()
    if found is None:
        raise PermissionDenied
    return found


def _show(request, found: Stop, form: SeenForm, status=200):
    office = found.round.office
    grant = grant_at(request.user, office, *access.GOES_ROUND)
    if grant is None:
        raise PermissionDenied
    access.look_on_round(found.person, grant, by=request.user)
    order = list(found.round.stops.values_list("pk", flat=True))
    context = {
        "stop": found,
        "round": found.round,
        "form": form,
        "seen": found.seen.select_related("by"),
        "place": order.index(found.pk) + 1,
        "many": len(order),
        "next": _next(found),
    }
    return render(request, "employment/advising/staff/stop.html", context, status=status)


def _next(found: Stop) -> Stop | None:
    """The next one of the list that nobody has seen yet."""
    left = found.round.stops.filter(seen=None).exclude(pk=found.pk).select_related("person", "round")
    after = list(left)
    order = {number: place for place, number in enumerate(found.round.stops.values_list("pk", flat=True))}
    later = [one for one in after if order[one.pk] > order[found.pk]]
    return (later or after or [None])[0]
