"""The balance of a month, to the last tiyn."""

import datetime

from django.shortcuts import render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from socialcode.accounts.access import payers_only
from socialcode.payments import balance
from socialcode.payments.models import Incoming, PaymentRun

MOST_MONTHS, MOST_FILES = 24, 10
TABS = {"provision": _("By payment"), "region": _("By region"), "bank": _("By bank")}


@require_safe
@payers_only
def month(request):
    """The newest month, or the one that is asked for, by payment, region or bank."""
    months = list(PaymentRun.objects.order_by("-month").values_list("month", flat=True).distinct()[:MOST_MONTHS])
    asked = _asked(request.GET.get("month", ""), months)
    by = request.GET.get("by", "")
    by = by if by in TABS else "provision"
    rows = balance.rows_of(asked, by) if asked else []
    context = {
        "months": months,
        "month": asked,
        "by": by,
        "tabs": TABS.items(),
        "rows": rows,
        "together": balance.together(rows, str(_("Together"))),
        "sent": balance.sent_in(asked) if asked else None,
        "files": Incoming.objects.order_by("-pk")[:MOST_FILES],
    }
    return render(request, "payments/balance.html", context)


def _asked(text: str, months: list[datetime.date]) -> datetime.date | None:
    """The month of an address such as `2026-11`; the newest one where it names none."""
    return next((one for one in months if f"{one:%Y-%m}" == text), months[0] if months else None)
