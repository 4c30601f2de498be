"""The families of the country in figures: for the ministry, and as open data for everybody."""

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


@require_safe
@ministry_only
def country(request):
    """The levels of the country beside the published ones, by region, and what poverty is made of."""
    run = figures.last_run()
    if run is None:
        return render(request, "family_map/board_empty.html")
    table = figures.of_country(run)
    context = {
        "table": table,
        "levels": _levels(table),
        "heads": _heads(),
        "tiles": _tiles(table),
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
    context = {"table": figures.of_region(run, region), "name": str(regions()[region]), "heads": _heads()}
    return render(request, "family_map/board_region.html", context)


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


def _tiles(table: figures.Table) -> list[dict]:
    """Each region with the share of its families in need, and how thick its frame is drawn."""
    known = [row.in_need for row in table.rows if row.in_need is not None]
    least, span = min(known, default=0), (max(known, default=0) - min(known, default=0)) or 1
    return [
        {
            "row": row,
            "step": None if row.in_need is None else min(int((row.in_need - least) / span * STEPS), STEPS - 1),
        }
        for row in table.rows
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
    for row in figures.of_country(run).rows:
        yield from _of_place(run, row.code, row.name, figures.Row("", "", row.cells, row.whole, row.in_need))
        if row.code in regions():
            for district in figures.of_region(run, row.code).rows:
                yield from _of_place(run, row.code, row.name, district)


def _of_place(run, region: str, name: str, row: figures.Row):
    for level, cell in zip(figures.LETTERS, row.cells, strict=True):
        counts = (KEPT_BACK, KEPT_BACK) if cell.families is None else (cell.families, cell.persons)
        yield run.on.isoformat(), region, name, row.code, row.name, level or "unknown", *counts
