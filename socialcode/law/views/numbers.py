"""The law in numbers on a day: for everybody."""

import json

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone

from socialcode import spreadsheet
from socialcode.engine.parameters import Values
from socialcode.law.values import values_on

from .. import exact, numbers
from ..chart import chart
from ..forms import NumbersForm

CHARTED = ("mci", "minimum_wage", "subsistence_minimum")
COLUMNS = (
    *("name", "label", "entry", "value", "unit", "article", "act", "source"),
    *("since", "checked", "evidence", "next_since", "next_value"),
)


def page(request):
    form = _form(request)
    readable = form.is_valid()
    given = form.given
    values = values_on(given["on"], given["region"])
    charts = [drawn for drawn in (chart(values, name) for name in CHARTED) if drawn]
    context = {
        "form": form,
        "on": values.on,
        "groups": numbers.groups(numbers.lines(values)),
        "charts": charts,
        "chart_rows": _by_start(charts),
        "query": f"on={values.on}&region={values.region}",
        **_comparison(values, given["compare"]),
    }
    return render(request, "law/numbers.html", context, status=200 if readable else 400)


def _form(request) -> NumbersForm:
    return NumbersForm({"on": timezone.localdate().isoformat(), **request.GET.dict()})


def _comparison(values, compare) -> dict:
    if compare is None or compare == values.on:
        return {}
    earlier, later = sorted((values.on, compare))
    found = numbers.differences(*(Values(values.parameters, on, values.region) for on in (earlier, later)))
    known = [each for each in found if each.before is not None or each.after is not None]
    changed = [each for each in known if each.is_changed]
    return {"earlier": earlier, "later": later, "changed": changed, "unchanged": len(known) - len(changed)}


def _by_start(charts) -> list[tuple]:
    """The charts as a table: a row for each day on which one of the lines took a step."""
    days = sorted({point.since for drawn in charts for point in drawn.points}, reverse=True)
    steps = [{point.since: point.value for point in drawn.points} for drawn in charts]
    return [(day, [step.get(day) for step in steps]) for day in days]


def as_json(request):
    values, refusal = _asked(request)
    if refusal:
        return refusal
    found = [_record(line) for line in numbers.lines(values)]
    body = {"on": values.on.isoformat(), "region": values.region, "values": found}
    answer = HttpResponse(
        json.dumps(body, ensure_ascii=False, indent=1, default=str), content_type="application/json; charset=utf-8"
    )
    return _as_file(answer, values, "json")


def as_csv(request):
    values, refusal = _asked(request)
    if refusal:
        return refusal
    rows = ([record[column] for column in COLUMNS] for line in numbers.lines(values) for record in _rows(line))
    answer = HttpResponse("".join(spreadsheet.lines(COLUMNS, rows)), content_type="text/csv; charset=utf-8")
    return _as_file(answer, values, "csv")


def _rows(line):
    """One row for each entry of a value."""
    record = _record(line)
    following = record.pop("next") or {}
    for entry, value in _entries(record["value"]).items():
        later = _entries(following.get("value")).get(entry, "")
        yield record | {"entry": entry, "value": value, "next_since": following.get("since"), "next_value": later}


def _asked(request):
    form = _form(request)
    if form.is_valid():
        return values_on(form.given["on"], form.given["region"]), None
    sentences = "\n".join(f"{form[name].label} {' '.join(errors)}" for name, errors in form.errors.items())
    return None, HttpResponse(sentences, status=400, content_type="text/plain; charset=utf-8")


def _record(line) -> dict:
    """One value with exact numbers as text."""
    parameter, version, following = line.parameter, line.version, line.next_version
    return {
        "name": parameter.name,
        "label": line.label,
        "value": exact.to_json(version.value) if version else None,
        "unit": parameter.unit,
        "article": parameter.article,
        "act": line.act,
        "source": version.source if version else "",
        "since": version.since if version else None,
        "checked": parameter.checked,
        "evidence": version.status if version else "",
        "next": {"since": following.since, "value": exact.to_json(following.value)} if following else None,
    }


def _entries(value) -> dict:
    return value if isinstance(value, dict) else {"": value}


def _as_file(answer, values, kind):
    answer["Content-Disposition"] = f'attachment; filename="law-{values.on}.{kind}"'
    return answer
