"""The labour market in figures, for everybody: the country, a region, a file."""

from django.http import Http404, StreamingHttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from employment.vacancies.market import figures
from employment.vacancies.market.wanted import wanted
from socialcode import spreadsheet
from socialcode.law.regions import regions

COLUMNS = ("counted_on", "region", "place", "place_name", "trade_group", "posts", "seekers")
KEPT_BACK = "kept back"


@require_safe
def country(request):
    """The country by region."""
    day = figures.last_day()
    table = figures.of_country(day) if day else None
    return render(request, "employment/vacancies/market.html", _context(table))


@require_safe
def trades(request):
    """Trades of which more posts are open in the country than people look for."""
    day, found = wanted()
    return render(request, "employment/vacancies/trades_in_demand.html", {"wanted": found, "counted_on": day})


@require_safe
def region(request, region):
    """A region by district."""
    if region not in regions():
        raise Http404
    day = figures.last_day()
    table = figures.of_region(day, region) if day else None
    return render(request, "employment/vacancies/market.html", _context(table) | {"region": str(regions()[region])})


@require_safe
def download(request):
    """The file: a row a place and group of trades, small counts of people kept back."""
    day = figures.last_day()
    answer = StreamingHttpResponse(
        spreadsheet.lines(COLUMNS, _rows(day) if day else iter(())), content_type="text/csv; charset=utf-8"
    )
    answer["Content-Disposition"] = 'attachment; filename="labour-market.csv"'
    return answer


def _context(table) -> dict:
    return {"table": table, "groups": figures.GROUPS.values(), "kato": set(regions())}


def _rows(day):
    for row in figures.of_country(day).rows:
        yield from _of_place(day, row.code, row)
        if row.code in regions():
            for district in figures.of_region(day, row.code).rows:
                yield from _of_place(day, row.code, district)


def _of_place(day, region: str, row):
    for cell in row.cells:
        seekers = KEPT_BACK if cell.seekers is None else cell.seekers
        yield day.isoformat(), region, row.code, row.name, cell.group or "none", cell.posts, seekers
