"""Counts of what the processes of this machine did, kept in files that all of them write and any of them reads."""

import logging
import os
import struct
import time
from collections.abc import Callable
from functools import wraps
from pathlib import Path

from django.conf import settings

os.environ.setdefault("PROMETHEUS_MULTIPROC_DIR", str(settings.METRICS_FOLDER))
settings.METRICS_FOLDER.mkdir(parents=True, exist_ok=True)

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, generate_latest  # noqa: E402 - reads the variable
from prometheus_client.core import GaugeMetricFamily  # noqa: E402
from prometheus_client.multiprocess import MultiProcessCollector  # noqa: E402

from . import room_for_counts  # noqa: E402

room_for_counts.use()

# The library is read here alone: read before the variable is set, it would keep no files
__all__ = ["GaugeMetricFamily", "as_text", "begin_anew", "count_refusal", "count_request", "count_task", "refused"]
REFUSED = ("portal_refusals_total", "portal_refused_at_seconds")
METHODS = {"GET", "HEAD", "POST"}
requests = Counter("portal_requests_total", "Requests answered", ["method", "route", "status"])
seconds_of_requests = Histogram("portal_request_seconds", "Seconds until a request was answered", ["route"])
refusals = Counter("portal_refusals_total", "Requests that the door turned away before any page", ["reason"])
last_refusal = Gauge(
    "portal_refused_at_seconds",
    "When a request was last turned away, since the epoch",
    ["reason"],
    multiprocess_mode="max",
)
tasks = Counter("portal_tasks_total", "Tasks of the workforce that ended", ["task", "state"])
seconds_of_tasks = Histogram(
    "portal_task_seconds", "Seconds of a task", ["task"], buckets=(0.01, 0.1, 1, 10, 60, 600, 3600)
)

log = logging.getLogger(__name__)


def beside(count: Callable) -> Callable:
    """What is counted happened: a full disk, which takes no file of counts, does not undo it."""

    @wraps(count)
    def counted(*what):
        try:
            count(*what)
        except OSError as error:
            log.warning("Not counted: %s", error)

    return counted


@beside
def count_request(method: str, route: str, status: int, seconds: float) -> None:
    requests.labels(method if method in METHODS else "other", route, status).inc()
    seconds_of_requests.labels(route).observe(seconds)


@beside
def count_refusal(reason: str) -> None:
    refusals.labels(reason).inc()
    last_refusal.labels(reason).set(time.time())


class _Counts(MultiProcessCollector):
    """Passes over a file that is not whole: its process died, or found no room on the disk, while it was made."""

    def __init__(self, registry: CollectorRegistry):
        super().__init__(registry, path=str(settings.METRICS_FOLDER))

    def collect(self):
        return self.merge([str(file) for file in sorted(settings.METRICS_FOLDER.glob("*.db")) if self._is_whole(file)])

    def _is_whole(self, file: Path) -> bool:
        try:
            self.merge([str(file)])
        except (OSError, struct.error, ValueError, RuntimeError) as error:
            log.warning("The counts in %s are passed over: %s", file.name, error)
            return False
        return True


def refused() -> dict[str, tuple[int, float]]:
    """By reason: how many requests this machine turned away since the portal was started, and when it last did."""
    registry, found = CollectorRegistry(), {}
    for family in _Counts(registry).collect():
        for sample in family.samples:
            if sample.name in REFUSED:
                found.setdefault(sample.labels["reason"], {})[sample.name] = sample.value
    return {
        reason: (int(values["portal_refusals_total"]), values["portal_refused_at_seconds"])
        for reason, values in sorted(found.items())
        if len(values) == len(REFUSED)
    }


@beside
def count_task(name: str, state: str, seconds: float) -> None:
    tasks.labels(name, state).inc()
    seconds_of_tasks.labels(name).observe(seconds)


def as_text(*collectors) -> bytes:
    """All counts in the words of Prometheus, with what the collectors measure now."""
    registry = CollectorRegistry()
    _Counts(registry)
    for collector in collectors:
        registry.register(collector)
    return generate_latest(registry)


def begin_anew() -> None:
    """Drop the counts of processes that are gone; asked before the first process begins."""
    for file in settings.METRICS_FOLDER.glob("*.db"):
        file.unlink(missing_ok=True)
