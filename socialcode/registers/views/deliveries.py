"""How fresh registers are, for those who look after the portal; and what a file of each looks like."""

from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from socialcode.accounts.access import administrators_only
from socialcode.law.values import values_on

from ..receiving import freshness
from ..receiving.layouts import layouts


@require_safe
@never_cache
@administrators_only
def index(request):
    """What is stale comes first, then what came."""
    today = timezone.localdate()
    stale_after = values_on(today).value("register_stale_days")
    last = [(delivery, freshness.why_refused(delivery)) for delivery in freshness.last_deliveries()]
    context = {
        "registers": freshness.of_registers(today, int(stale_after)),
        "stale_after": int(stale_after),
        "deliveries": last,
    }
    return render(request, "registers/deliveries.html", context)


@require_safe
@administrators_only
def columns(request):
    """The columns of every register's file, as they are declared."""
    return render(request, "registers/columns.html", {"layouts": layouts().values()})
