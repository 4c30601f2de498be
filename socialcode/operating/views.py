"""The state of the portal, for its administrators."""

import datetime

from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from socialcode.accounts.access import administrators_only
from socialcode.law.values import values_on

from . import metrics, readiness, retention, words
from .models import Erasure


@require_safe
@never_cache
@administrators_only
def state(request):
    """What is measured now; what is not well comes first."""
    found = sorted(readiness.measures(), key=lambda measure: measure.is_well)
    rows = [
        {
            "label": words.label(measure),
            "value": words.value(measure),
            "is_well": measure.is_well,
            "remedy": "" if measure.is_well else words.remedy(measure),
        }
        for measure in found
    ]
    turned_away = [
        {
            "reason": words.TURNED_AWAY[reason][0],
            "remedy": words.TURNED_AWAY[reason][1],
            "number": number,
            "at": datetime.datetime.fromtimestamp(at, datetime.UTC),
        }
        for reason, (number, at) in metrics.refused().items()
    ]
    context = {
        "turned_away": turned_away,
        "rows": rows,
        "is_well": all(row["is_well"] for row in rows),
        "kept": _kept(),
    }
    return render(request, "operating/state.html", context)


def _kept() -> list[dict]:
    """What is kept for a term: for how long, and what the last run over it erased."""
    values, last = values_on(timezone.localdate()), Erasure.objects.last_runs()
    return [
        {"label": words.KEPT[kept.name], "days": values.value(kept.term), "last": last.get(kept.name)}
        for kept in retention.KEPT
    ]
