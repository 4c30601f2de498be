"""An office's queue: look, search, take the next one, and for heads who has how much, and the list as a file."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import StreamingHttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from socialcode.accounts.access import office_only
from socialcode.accounts.models import Role
from socialcode.audit.kinds import EventKind
from socialcode.audit.recording import record
from socialcode.cases.access import record_list
from socialcode.cases.actions import working
from socialcode.cases.staff import queue as queues
from socialcode.cases.staff.forms import QueueForm, SearchForm
from socialcode.cases.staff.looking import QUEUE, SEARCH
from socialcode.cases.staff.queue_file import lines

SEARCHED = "queue_search"  # in the session: what was searched for is personal, and an address is not private


@require_GET
@office_only
def queue(request):
    offices = queues.offices_of(request.user)
    counts = queues.counts(offices, request.user)
    form = QueueForm(request.GET, offices=offices, counts=counts)
    searched = request.session.get(SEARCHED, "")
    context = {
        "form": form,
        "counts": counts,
        "searched": searched,
        "search_form": SearchForm(initial={"q": searched}),
        "shows_office": len(offices) > 1,
        "is_head": Role.HEAD in request.user.roles,
        "is_officer": Role.OFFICER in request.user.roles,
        "may_choose": not request.user.roles.isdisjoint((Role.OFFICER, Role.HEAD)),
    }
    if searched:
        found = queues.search(searched, offices)
        context |= {"claims": found[: queues.MOST_FOUND], "are_more": len(found) > queues.MOST_FOUND}
    else:
        after, before = request.GET.get("after", ""), request.GET.get("before", "")
        page = queues.page(form.choice, offices, request.user, after=after, before=before)
        context |= {"claims": page.claims, "page": page}
    purpose = SEARCH if searched else QUEUE
    record_list(context["claims"], by=request.user, purpose=purpose, search=searched)
    return render(request, "cases/staff/queue/queue.html", context)


@require_POST
@office_only
def search(request):
    """Keep what is searched for; an empty search ends it."""
    form = SearchForm(request.POST)
    if not request.POST.get("q", "").strip():
        request.session.pop(SEARCHED, None)
    elif form.is_valid():
        request.session[SEARCHED] = form.cleaned_data["q"]
    else:
        messages.error(request, form.errors["q"][0])
    return redirect("work:queue")


@require_POST
@office_only
def take_next(request):
    claim = working.take_next(by=request.user)
    if claim is None:
        messages.info(request, _("Nothing waits for an officer now."))
        return redirect("work:queue")
    messages.success(request, _("This claim is yours now."))
    return redirect("work:case", claim.key)


@require_GET
@office_only
def officers(request):
    """Who has how much: for heads of offices."""
    _heads_only(request)
    offices = queues.offices_of(request.user)
    context = {"rows": queues.by_officer(offices), "counts": queues.counts(offices, request.user)}
    return render(request, "cases/staff/queue/officers.html", context)


@require_POST
@office_only
def export(request):
    """The chosen list as CSV. Names and IINs are left out: the file is for counting and planning."""
    _heads_only(request)
    offices = queues.offices_of(request.user)
    form = QueueForm(request.GET, offices=offices, counts={"state": {}})
    claims = queues.listed(form.choice, offices, request.user)
    chosen = {name: value for name, value in form.cleaned_data.items() if value}
    record(EventKind.QUEUE_EXPORTED, on=request.user, by=request.user, chosen=chosen, rows=claims.count())
    answer = StreamingHttpResponse(lines(claims), content_type="text/csv; charset=utf-8")
    answer["Content-Disposition"] = 'attachment; filename="queue.csv"'
    return answer


def _heads_only(request) -> None:
    if Role.HEAD not in request.user.roles:
        raise PermissionDenied
