"""Whether the list of events is as it was written. A task looks; the page shows what it found."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from socialcode.accounts.access import auditors_only
from socialcode.audit import actions
from socialcode.audit.models import ChainCheck

from .. import words

SHOWN = 20
LOOKS = {"waiting": "info", "running": "info", "unbroken": "success", "broken": "error"}


@require_GET
@auditors_only
def page(request):
    checks = list(ChainCheck.objects.all()[:SHOWN])
    unfinished = any(check.finished_at is None for check in checks)
    context = {"rows": [_row(check) for check in checks], "unfinished": unfinished}
    return render(request, "oversight/chain.html", context)


@require_POST
@auditors_only
def check(request):
    actions.ask_check(by=request.user)
    messages.success(request, _("The check begins within a minute. The result appears here."))
    return redirect("oversight:chain")


def _row(check) -> dict:
    broken = [(_where(entry), words.BREAKS[entry["how"]]) for entry in check.first_breaks]
    return {"check": check, "look": LOOKS[check.state], "breaks": broken}


def _where(entry: dict) -> str:
    """Which event, or which place of the chain where it is about what was noted outside."""
    if "event" in entry:
        return _("Event %(number)s") % {"number": entry["event"]}
    return _("Place %(number)s of the chain") % {"number": entry["place"]}
