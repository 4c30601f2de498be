"""The list of events for auditors: search, a file of what was found, one event with its place in the chain."""

from django.http import Http404, StreamingHttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_POST

from socialcode.accounts.access import auditors_only
from socialcode.audit import chain
from socialcode.audit.details import detail_in_words
from socialcode.audit.kinds import EventKind, kind_in_words
from socialcode.audit.models import Event
from socialcode.audit.recording import record

from .. import search as searching
from .. import words
from ..forms import PlaceForm, SearchForm

FILES = {"csv": (searching.as_csv, "text/csv"), "json": (searching.as_json, "application/json")}
SAME_SHOWN = 100


@require_GET
@auditors_only
def listed(request):
    return _show(request, _kept(request))


@require_POST
@auditors_only
def search(request):
    """Keep what is searched for and show it; the address says nothing of it."""
    form = SearchForm(request.POST)
    if not form.is_valid():
        return _show(request, form, status=400)
    searching.record_search(form.cleaned_data["iin"], by=request.user)
    request.session[searching.KEPT] = _words(form.cleaned_data)
    return redirect("oversight:events")


@require_POST
@auditors_only
def export(request, kind):
    """The events that the search finds, as a file. Taking them out is an event itself."""
    if kind not in FILES:
        raise Http404
    form = _kept(request)
    given = form.cleaned_data
    record(EventKind.AUDIT_EXPORTED, on=request.user, by=request.user, file=kind, search=_words(given))
    write, content_type = FILES[kind]
    answer = StreamingHttpResponse(write(searching.found(**given)), content_type=f"{content_type}; charset=utf-8")
    answer["Content-Disposition"] = f'attachment; filename="events-{timezone.localdate()}.{kind}"'
    return answer


@require_GET
@auditors_only
def page(request, pk):
    event = get_object_or_404(Event, pk=pk)
    same = Event.objects.of_same(event)[:SAME_SHOWN]
    context = {
        "event": event,
        "details": [(detail_in_words(name), value) for name, value in event.details.items()],
        "link": chain.link_of(event),
        "happened": [_in_words(other) for other in same],
    }
    return render(request, "oversight/event.html", {**context, **_in_words(event)})


def _words(given) -> dict:
    return {name: str(value) for name, value in given.items() if value}


def _kept(request) -> SearchForm:
    """The search of this session; a form that no longer fits searches for everything."""
    form = SearchForm(request.session.get(searching.KEPT, {}))
    if not form.is_valid():
        form = SearchForm({})
        form.is_valid()
    return form


def _show(request, form, status=200):
    found = searching.found(**form.cleaned_data) if form.is_valid() else Event.objects.none()
    place = PlaceForm(request.GET)
    place.is_valid()
    page = searching.page(found, **place.cleaned_data)
    context = {"form": form, "page": page, "rows": [_in_words(event) for event in page.events]}
    return render(request, "oversight/events.html", context, status=status)


def _in_words(event) -> dict:
    return {"event": event, "kind": kind_in_words(event.kind), "thing": words.thing(event.on_type)}
