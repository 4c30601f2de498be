"""What programs of watchers may read: with a token, or from a network that the settings name. There is no such page
for everybody else, and what it says tells of nobody."""

from functools import wraps
from ipaddress import ip_address

from django.conf import settings
from django.http import Http404, HttpResponse, JsonResponse
from django.utils.crypto import constant_time_compare
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from socialcode.accounts.throttling import address_of

from . import metrics, readiness

GAUGES = {
    "seconds": ("portal_age_seconds", "How long ago it was, or what is due has been waiting"),
    "bytes": ("portal_free_bytes", "Room that is left"),
    "count": ("portal_count", "How many there are"),
    "yes": ("portal_answers", "Whether it answers"),
}


def watchers_only(view):
    """A view for watchers. Whose address a proxy that is not to be trusted has named does not count as near."""

    @wraps(view)
    def guarded(request, *args, **kwargs):
        if not (_has_token(request) or _is_near(request)):
            raise Http404
        return view(request, *args, **kwargs)

    return guarded


@require_safe
@never_cache
@watchers_only
def readyz(request):
    """200 while everything is well, else 503. A load balancer asks /healthz: a lost worker is no reason to send
    visitors elsewhere."""
    found = readiness.measures()
    parts = {each.name: {"value": each.value, "unit": each.unit, "is_well": each.is_well} for each in found}
    is_ready = all(each.is_well for each in found)
    return JsonResponse({"is_ready": is_ready, "parts": parts}, status=200 if is_ready else 503)


@require_safe
@never_cache
@watchers_only
def counts(request):
    """Everything that is counted and measured, for Prometheus."""
    return HttpResponse(metrics.as_text(Measured()), content_type="text/plain; version=0.0.4; charset=utf-8")


class Measured:
    """What `readiness` measures, as gauges."""

    def collect(self):
        """The gauges, measured now: what Prometheus' library asks of a collector."""
        found = readiness.measures()
        well = metrics.GaugeMetricFamily("portal_is_well", "Whether nobody has to look", labels=["of"])
        gauges = {unit: metrics.GaugeMetricFamily(*named, labels=["of"]) for unit, named in GAUGES.items()}
        for each in found:
            well.add_metric([each.name], float(each.is_well))
            if each.value is not None:
                gauges[each.unit].add_metric([each.name], each.value)
        return [well, *gauges.values()]


def _has_token(request) -> bool:
    given = request.headers.get("Authorization", "")
    return bool(settings.METRICS_TOKEN) and constant_time_compare(given, f"Bearer {settings.METRICS_TOKEN}")


def _is_near(request) -> bool:
    if "X-Forwarded-For" in request.headers and not settings.BEHIND_PROXY:
        return False
    address = address_of(request)
    return bool(address) and any(ip_address(address) in network for network in settings.METRICS_FROM)
