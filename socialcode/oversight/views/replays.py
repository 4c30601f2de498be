"""Decisions computed once more: how far it is, what came out otherwise, and a file of it."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import StreamingHttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from socialcode.accounts.access import auditors_only
from socialcode.audit.kinds import EventKind
from socialcode.audit.recording import record
from socialcode.decisions.models import Replay
from socialcode.decisions.replay import slices
from socialcode.decisions.tasks import replay_slices
from socialcode.waking import wake

from .. import replaying
from ..forms import ReplayForm

ON_A_PAGE = 50


@require_GET
@auditors_only
def page(request):
    form = _kept(request)
    newest = replaying.newest()
    found = Paginator(replaying.found(newest, **form.cleaned_data), ON_A_PAGE).get_page(request.GET.get("page"))
    context = {
        "form": form,
        "replay": newest,
        "going": Replay.objects.unfinished().first(),
        "page": found,
        "lines": [replaying.line(changed) for changed in found],
    }
    return render(request, "oversight/replay.html", context)


@require_POST
@auditors_only
def search(request):
    """Keep what is searched for; the address says nothing of it."""
    form = ReplayForm(request.POST)
    request.session[replaying.KEPT] = form.cleaned_data if form.is_valid() else {}
    return redirect("oversight:replay")


@require_POST
@auditors_only
def now(request):
    """Ask for a replay: it begins at once, or is on its way already."""
    slices.begin(by=request.user)
    wake(replay_slices)
    messages.success(request, _("All decisions are computed once more. What comes out otherwise appears here."))
    return redirect("oversight:replay")


@require_POST
@auditors_only
def export(request):
    """What is shown, as a file. Taking it out is an event."""
    form, newest = _kept(request), replaying.newest()
    searched = {name: value for name, value in form.cleaned_data.items() if value}
    record(EventKind.AUDIT_EXPORTED, on=request.user, by=request.user, file="csv", search=searched)
    rows = replaying.as_csv(replaying.found(newest, **form.cleaned_data))
    answer = StreamingHttpResponse(rows, content_type="text/csv; charset=utf-8")
    answer["Content-Disposition"] = f'attachment; filename="replay-{timezone.localdate()}.csv"'
    return answer


def _kept(request) -> ReplayForm:
    form = ReplayForm(request.session.get(replaying.KEPT, {}))
    if not form.is_valid():
        form = ReplayForm({})
        form.is_valid()
    return form
