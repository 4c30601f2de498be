"""The families of the country in figures: for the ministry, and as open data for everybody."""

from dataclasses import replace

from django.http import Http404, StreamingHttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from family_map.board import figures
from family_map.family_card import LEVELS
from socialcode import spreadsheet
from socialcode.accounts.access import ministry_only
from socialcode.law.regions import regions

COLUMNS = ("run_on", "region", "region_name", "district", "district_name", "level", "families", "persons")
KEPT_BACK = "kept back"
FAMILIES, PERSONS = "families", "persons"


@require_safe
@ministry_only
def country(request):
    """The levels of the country beside the published ones, by region, and what poverty is made of."""
    run = figures.last_run()
    if run is None:
        return render(request, "family_map/board_empty.html")
    table, unit = figures.of_country(run, figures.kept_back(run)), _unit(request)
    context = {
        "table": table,
        "unit": unit,
        "levels": _levels(table),
        "heads": _heads(),
        "tiles": _tiles(table, unit),
        "contributions": figures.contributions(run),
    }
    return render(request, "family_map/board.html", context)


@require_safe
@ministry_only
def region(request, region):
    """A region by district."""
    run = figures.last_run()
    if region not in regions():
        raise Http404
    if run is None:
        return render(request, "family_map/board_empty.html")
    table = figures.of_region(run, region, figures.kept_back(run))
    context = {"table": table, "name": str(regions()[region]), "heads": _heads(), "unit": _unit(request)}
    return render(request, "family_map/board_region.html", context)


def _unit(request) -> str:
    """What is counted: families, or with `?unit=persons` the persons in them."""
    return PERSONS if request.GET.get("unit") == PERSONS else FAMILIES


def _heads() -> list[str]:
    return figures.LETTERS[:-1]


def _levels(table: figures.Table) -> list[dict]:
    """Each level of the country beside what the project document published."""
    told = figures.published()
    whole = sum(each["families"] for each in told.values())
    return [
        {
            "letter": letter,
            "word": LEVELS.get(letter, ""),
            "now": now,
            "then": told.get(letter),
            "then_share": figures.share_of(told[letter]["families"], whole) if letter in told else None,
        }
        for letter, now in zip(figures.LETTERS, table.whole.cells, strict=True)
    ]


STEPS = 4  # of the frame's width; the number stands on every tile


def _tiles(table: figures.Table, unit: str) -> list[dict]:
    """Each region with the share of its families, or persons, in need, and how thick its frame is drawn."""
    shares = {row.code: row.in_need("share_of_persons" if unit == PERSONS else "share") for row in table.rows}
    known = [share for share in shares.values() if share is not None]
    least, span = min(known, default=0), (max(known, default=0) - min(known, default=0)) or 1
    return [
        {
            "row": row,
            "share": share,
            "step": None if share is None else min(int((share - least) / span * STEPS), STEPS - 1),
        }
        for row, share in zip(table.rows, shares.values(), strict=True)
        if row.code in regions()
    ]


@require_safe
def open_data(request):
    """What the open data say, from when, and under which licence."""
    return render(request, "family_map/open_data.html", {"run": figures.last_run(), "columns": COLUMNS})


@require_safe
def download(request):
    """The file: a row a region and district for each level, small counts kept back."""
    run = figures.last_run()
    rows = _rows(run) if run else iter(())
    answer = StreamingHttpResponse(spreadsheet.lines(COLUMNS, rows), content_type="text/csv; charset=utf-8")
    answer["Content-Disposition"] = 'attachment; filename="family-levels.csv"'
    return answer


def _rows(run):
    kept = figures.kept_back(run)
    for row in figures.of_country(run, kept).rows:
        yield from _of_place(run, row.code, row.name, replace(row, code="", name=""))
        if row.code in regions():
            for district in figures.of_region(run, row.code, kept).rows:
                yield from _of_place(run, row.code, row.name, district)


def _of_place(run, region: str, name: str, row: figures.Row):
    for level, cell in zip(figures.LETTERS, row.cells, strict=True):
        counts = (KEPT_BACK, KEPT_BACK) if cell.families is None else (cell.families, cell.persons)
        yield run.on.isoformat(), region, name, row.code, row.name, level or "unknown", *counts
