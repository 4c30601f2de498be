"""How an office does: for its head, for that of a regional centre of the region, for the ministry of the country."""

from django.core.exceptions import PermissionDenied
from django.http import FileResponse, StreamingHttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from socialcode import spreadsheet
from socialcode.accounts.access import staff_only
from socialcode.accounts.models import Role
from socialcode.cases.staff import load
from socialcode.cases.staff.office_figures import figures
from socialcode.cases.staff.queue import offices_of


@require_GET
@staff_only
def office(request):
    """Figures as small pictures with their tables; ?as=xlsx or csv gives the table by payment as a file."""
    offices = _offices(request.user)
    found = figures(offices)
    if request.GET.get("as") in ("xlsx", "csv"):
        return _file(found, request.GET["as"])
    context = {
        "figures": found,
        "offices": offices,
        "load": load.load_of(offices) if offices else [],
    }
    return render(request, "cases/staff/office.html", context)


def _offices(user):
    """Those that somebody heads; None, the country, for the ministry."""
    if Role.HEAD in user.roles:
        return offices_of(user)
    if Role.MINISTRY in user.roles:
        return None
    raise PermissionDenied


def _file(found, kind: str):
    titles = (_("Payment"), _("Decided"), _("Median, days"), _("In time, %"))
    rows = ((_(one.title), one.decided, one.median, one.percent) for one in found.durations)
    if kind == "xlsx":
        file = spreadsheet.workbook(titles, rows)
        return FileResponse(file, as_attachment=True, filename="office.xlsx", content_type=spreadsheet.EXCEL)
    answer = StreamingHttpResponse(spreadsheet.lines_for_people(titles, rows), content_type="text/csv; charset=utf-8")
    answer["Content-Disposition"] = 'attachment; filename="office.csv"'
    return answer
