"""An office's queue: look, search, take the next one, and for heads who has how much, and the list as a file."""

from django.contrib import messages
from django.http import FileResponse, StreamingHttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from socialcode import spreadsheet
from socialcode.accounts.access import office_only
from socialcode.accounts.models import Role
from socialcode.audit.kinds import EventKind
from socialcode.audit.recording import record
from socialcode.cases.access import record_list
from socialcode.cases.actions import working
from socialcode.cases.staff import queue as queues
from socialcode.cases.staff import saved_filters, searching
from socialcode.cases.staff.choosing import FilterForm, QueueForm, SearchForm
from socialcode.cases.staff.lines.queue_file import lines, workbook
from socialcode.cases.staff.lines.queue_head import headings, tabs
from socialcode.cases.staff.looking import QUEUE, SEARCH
from socialcode.cases.staff.saved_filters import filters_of
from socialcode.refusal import attempt

from .load import heads_only

SEARCHED = "queue_search"  # in the session: what was searched for is personal, and an address is not private
CHOSEN = "queue_choice"  # in the session: the filters that somebody comes back to


@require_GET
@office_only
def queue(request):
    """The list by the choice in the address; without one, by the choice of the last time."""
    chosen = request.session.get(CHOSEN, "")
    if not request.GET and chosen:
        return redirect(reverse("work:queue") + f"?{chosen}")
    offices = queues.offices_of(request.user)
    counts = queues.counts(offices, request.user)
    form = QueueForm(request.GET, offices=offices, counts=counts)
    choice = form.choice
    if choice.query != chosen:
        request.session[CHOSEN] = choice.query
    page = queues.page(
        choice, offices, request.user, after=request.GET.get("after", ""), before=request.GET.get("before", "")
    )
    record_list(page.claims, by=request.user, purpose=QUEUE)
    context = {
        "form": form,
        "choice": choice,
        "counts": counts,
        "tabs": tabs(choice, counts, request.user),
        "headings": headings(choice),
        "page": page,
        "claims": page.claims,
        "shows_office": len(offices) > 1,
        "saved": next((one for one in filters_of(request.user) if one.query == choice.query), None),
        "is_head": Role.HEAD in request.user.roles,
        "is_officer": Role.OFFICER in request.user.roles,
        "may_choose": not request.user.roles.isdisjoint((Role.OFFICER, Role.HEAD)),
    }
    return render(request, "cases/staff/queue/queue.html", context)


@require_http_methods(["GET", "POST"])
@office_only
def search(request):
    """What was searched for last, and what was found. It narrows no queue, and no filter narrows it."""
    if request.method == "POST":
        form = SearchForm(request.POST)
        if form.is_valid():
            request.session[SEARCHED] = form.cleaned_data["q"]
        else:
            messages.error(request, form.errors["q"][0])
        return redirect("work:search")
    words = request.session.get(SEARCHED, "")
    found = searching.search(words, queues.offices_of(request.user)) if words else []
    shown = found[: searching.MOST_FOUND]
    if words:
        record_list(shown, by=request.user, purpose=SEARCH, search=words)
    context = {"searched": words, "claims": shown, "are_more": len(found) > len(shown)}
    return render(request, "cases/staff/queue/found.html", context)


@require_POST
@office_only
def save_filter(request):
    """Keep the filters of an address under a name, as one of the places."""
    offices = queues.offices_of(request.user)
    choice = QueueForm(request.GET, offices=offices, counts={"state": {}}).choice
    form = FilterForm(request.POST)
    if form.is_valid():
        with attempt(form):
            saved_filters.save(name=form.cleaned_data["name"], query=choice.query, by=request.user)
            messages.success(request, _("The filter is saved. It is among your places."))
    for errors in form.errors.values():
        messages.error(request, errors[0])
    return redirect(reverse("work:queue", query=request.GET))


@require_POST
@office_only
def remove_filter(request, number):
    saved_filters.remove(key=number, by=request.user)
    messages.success(request, _("The filter is removed."))
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


@require_POST
@office_only
def export(request):
    """The chosen list as a table. Names and IINs are left out: the file is for counting and planning."""
    heads_only(request)
    offices = queues.offices_of(request.user)
    form = QueueForm(request.GET, offices=offices, counts={"state": {}})
    claims = queues.listed(form.choice, offices, request.user)
    chosen = {name: value for name, value in form.cleaned_data.items() if value}
    record(EventKind.QUEUE_EXPORTED, on=request.user, by=request.user, chosen=chosen, rows=claims.count())
    if request.POST.get("as") == "xlsx":
        return FileResponse(workbook(claims), as_attachment=True, filename="queue.xlsx", content_type=spreadsheet.EXCEL)
    answer = StreamingHttpResponse(lines(claims), content_type="text/csv; charset=utf-8")
    answer["Content-Disposition"] = 'attachment; filename="queue.csv"'
    return answer
