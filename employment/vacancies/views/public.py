"""Vacancies for everybody: found, read, kept; as open data."""

from http import HTTPStatus

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import StreamingHttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from employment.employers.doors import citizens_only
from employment.trades.classification import all_trades, trade
from employment.vacancies import access, listing
from employment.vacancies.actions import saving
from employment.vacancies.forms import SearchForm
from employment.vacancies.models import Vacancy
from socialcode import spreadsheet
from socialcode.people.access import own_person
from socialcode.refusal import attempt

A_PAGE = 20
COLUMNS = (
    "key",
    "title",
    "trade",
    "trade_name_en",
    "employer",
    "bin",
    "region",
    "district",
    "pay_from",
    "pay_to",
    "hours",
    "schedule",
    "kind",
    "accessible",
    "posts",
    "language",
    "posted_on",
    "expires_on",
)


@require_safe
def search(request):
    """The open vacancies that somebody looks for."""
    form = SearchForm(request.GET or None)
    is_read = not form.is_bound or form.is_valid()
    chosen = form.cleaned_data if form.is_bound and is_read else {}
    page = Paginator(listing.wanted(chosen), A_PAGE).get_page(request.GET.get("page"))
    context = {"form": form, "page": page, "trades": all_trades().values(), "is_search": bool(request.GET)}
    status = HTTPStatus.OK if is_read else HTTPStatus.UNPROCESSABLE_ENTITY
    return render(request, "employment/vacancies/search.html", context, status=status)


@require_safe
def vacancy(request, key):
    """One vacancy, also after it is over, so that a kept address says what became of it."""
    found, own = access.posted(key), own_person(request.user)
    mine = found.applications.filter(person=own).order_by("-pk").first() if own else None
    context = {
        "vacancy": found,
        "trade": trade(found.trade),
        "is_kept": listing.keeps(own, found),
        "application": mine,
        "is_citizen": own is not None,
    }
    return render(request, "employment/vacancies/vacancy.html", context)


@require_POST
@citizens_only
def save(request, key):
    """Keep a vacancy, or keep it no more."""
    found = access.posted(key)
    act = saving.forget if request.POST.get("act") == "forget" else saving.save
    with attempt() as tried:
        act(vacancy=found, by=request.user)
    if not tried.is_done:
        messages.error(request, tried.objection)
    return redirect(found)


@require_safe
@citizens_only
def saved(request):
    """The vacancies that somebody keeps."""
    page = Paginator(listing.saved_of(request.own), A_PAGE).get_page(request.GET.get("page"))
    return render(request, "employment/vacancies/saved.html", {"page": page})


@require_safe
def open_data(request):
    """What the open data say, from when, and under which licence."""
    return render(request, "employment/vacancies/open_data.html", {"columns": COLUMNS})


@require_safe
def download(request):
    """Every open vacancy, a row each."""
    answer = StreamingHttpResponse(spreadsheet.lines(COLUMNS, _rows()), content_type="text/csv; charset=utf-8")
    answer["Content-Disposition"] = 'attachment; filename="vacancies.csv"'
    return answer


def _rows():
    for one in Vacancy.objects.open().select_related("organisation").order_by("pk").iterator(chunk_size=2000):
        known = trade(one.trade)
        yield (
            str(one.key),
            one.title,
            one.trade,
            known.en if known else "",
            one.organisation.name,
            one.organisation.bin,
            one.region,
            one.district,
            one.pay_from,
            "" if one.pay_to is None else one.pay_to,
            one.hours,
            one.schedule,
            one.kind,
            "yes" if one.accessible else "no",
            one.posts,
            one.language,
            one.posted_at.date().isoformat(),
            one.expires_on.isoformat(),
        )
