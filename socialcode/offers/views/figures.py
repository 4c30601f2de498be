"""How far offers come: for everybody, and as open data; for the ministry with where and why they stop."""

import datetime

from django.conf import settings
from django.http import Http404, StreamingHttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from socialcode import spreadsheet
from socialcode.accounts.access import ministry_only
from socialcode.engine.registry import registry
from socialcode.law.regions import regions
from socialcode.law.values import values_on
from socialcode.offers.figures import kept, stops, texts, unclaimed
from socialcode.offers.figures.funnel import COLUMNS, STEPS, Chosen, by, cells, funnel, paid_sum
from socialcode.offers.models import Offer, OfferedRight

KEPT_BACK = "kept back"
LANGUAGES = dict(settings.LANGUAGES)
ROWS = {"provision": _("Payment"), "region": _("Region"), "language": _("Language"), "month": _("Month")}
TIMED = ("sent", "delivered", "answered", "granted", "paid")  # steps that take time
MONTHS_SHOWN = 24
FIRST_MONTH = datetime.date(2022, 1, 1)  # before it nothing was offered by anybody


@require_safe
def public(request):
    """The way of offers, for everybody."""
    chosen = _chosen(request)
    least = _least()
    steps = funnel(chosen)
    is_told = not any(0 < step.count < least for step in steps) and kept.may_be_told(chosen, least)
    shown = _choices(request, chosen) | {"steps": steps if is_told else [], "is_told": is_told, "least": least}
    if is_told:
        shown |= {"paid": paid_sum(chosen), "table": _table(request, chosen, least)}
    return render(request, "offers/funnel.html", shown)


@require_safe
def open_data(request):
    """Every count by month, payment, region and language, as a file; small ones are kept back."""
    least = _least()
    titles = (*COLUMNS, *STEPS, *(f"days_{name}" for name in TIMED))
    counted = cells()
    back = kept.kept_back_of(counted, COLUMNS, least)
    rows = ([f"{row['month']:%Y-%m}", *(row[name] for name in COLUMNS[1:]), *_told(row, back)] for row in counted)
    answer = StreamingHttpResponse(spreadsheet.lines(titles, rows), content_type="text/csv; charset=utf-8")
    answer.headers["Content-Disposition"] = 'attachment; filename="offers.csv"'
    return answer


@require_safe
@ministry_only
def ministry(request):
    """Where offers stop and why, which text works better, and what is not received."""
    chosen = _chosen(request)
    by_payment, by_region = unclaimed.unclaimed(timezone.localdate())
    comparison = texts.compare(chosen)
    shown = _choices(request, chosen) | {
        "steps": funnel(chosen, stops.stops(chosen)),
        "table": _table(request, chosen),
        "comparison": comparison,
        "variants": [
            {"label": label, "share": share, "value": texts.as_share(share.value), "bounds": _bounds(share.bounds)}
            for label, share in zip(Offer.Variant.labels, (comparison.first, comparison.second), strict=True)
        ],
        "difference": texts.as_share(comparison.difference),
        "difference_bounds": _bounds(comparison.bounds),
        "by_payment": [(_title(one.name), one) for one in by_payment],
        "by_region": [(_region(one.name), one) for one in by_region],
        "a_year": sum(one.a_year for one in by_payment),
        "paid": paid_sum(chosen),
    }
    return render(request, "offers/staff/ministry.html", shown)


def _chosen(request) -> Chosen:
    asked = {name: request.GET.get(name, "") for name in ("provision", "region", "language", "month")}
    try:
        month = datetime.date.fromisoformat(f"{asked['month']}-01") if asked["month"] else None
    except ValueError as error:
        raise Http404 from error
    if month and not FIRST_MONTH <= month <= timezone.localdate():
        raise Http404
    known = (
        (asked["provision"], registry.provisions),
        (asked["region"], regions()),
        (asked["language"], LANGUAGES),
    )
    if any(value and value not in names for value, names in known):
        raise Http404
    return Chosen(asked["provision"], asked["region"], asked["language"], month)


def _choices(request, chosen: Chosen) -> dict:
    """What can be chosen: only what there are offers of."""
    offered = OfferedRight.objects.values_list("provision", flat=True).distinct()
    months = Offer.objects.datetimes("prepared_at", "month", order="DESC")[:MONTHS_SHOWN]
    return {
        "chosen": chosen,
        "provisions": sorted(((name, _title(name)) for name in offered), key=lambda pair: pair[1]),
        "regions": [(code, str(region)) for code, region in regions().items()],
        "months": [f"{month:%Y-%m}" for month in months],
        "month": f"{chosen.month:%Y-%m}" if chosen.month else "",
        "columns": ROWS.items(),
        "by": request.GET.get("by", "") or "provision",
    }


def _title(name: str) -> str:
    return gettext(registry.provision(name).title)


def _region(code: str) -> str:
    return str(regions().get(code, "")) or "–"


def _table(request, chosen: Chosen, least: int = 0) -> dict:
    """Counts by what the address asks for, the most offered first, months as they follow; those that are kept back are
    None."""
    column = request.GET.get("by", "") or "provision"
    if column not in ROWS:
        raise Http404
    rows = by(column, chosen)
    back = kept.kept_back_of(rows, (column,), least)
    if column != "month":
        rows.sort(key=lambda row: -row["sent"])
    named = {"provision": _title, "region": _region, "language": LANGUAGES.get, "month": "{:%Y-%m}".format}[column]
    told = [row | {name: None for name in STEPS if ((row[column],), name) in back} for row in rows]
    return {"title": ROWS[column], "rows": [row | {"title": named(row[column])} for row in told]}


def _told(row: dict, back: set) -> list:
    """The counts of a row of open data, and the days of each step of which the count is told."""
    place = tuple(row[name] for name in COLUMNS)
    shown = {name: (place, name) not in back for name in STEPS}
    counts = [row[name] if shown[name] else KEPT_BACK for name in STEPS]
    return counts + [row[f"days_{name}"] if shown[name] and row[name] else "" for name in TIMED]


def _least() -> int:
    return int(values_on(timezone.localdate()).value("least_published_families"))


def _bounds(bounds):
    return bounds and tuple(map(texts.as_share, bounds))
