"""Tasks are counted, their lines say which task they are of, and beat shows that it lives."""

import logging
import time
from contextvars import ContextVar

from celery import signals
from django.db import DatabaseError, close_old_connections

from .surroundings import task_of_now

BETWEEN = 30  # seconds from one sign of life of beat to the next

_began = ContextVar("_began")
log = logging.getLogger(__name__)


@signals.task_prerun.connect
def begins(task, **_event):
    """Lines are of this task from now on."""
    task_of_now.set(task)
    _began.set(time.perf_counter())


@signals.task_postrun.connect
def ends(task, state, **_event):
    """The task is counted, with how long it took."""
    from . import metrics  # noqa: PLC0415 - only a process that counts has a folder for it

    task_of_now.set(None)
    metrics.count_task(task.name, state or "UNKNOWN", time.perf_counter() - _began.get())


@signals.beat_init.connect
def beat_begins(**_event):
    """From now on beat shows that it lives whenever it sends a task, which it does every minute at least."""
    signals.before_task_publish.connect(_Life(), weak=False)


class _Life:
    def __init__(self):
        self.shown = float("-inf")

    def __call__(self, **_event):
        from .models import Heartbeat  # noqa: PLC0415 - models are ready only now

        now = time.monotonic()
        if now - self.shown < BETWEEN:
            return
        close_old_connections()  # one that a restart of PostgreSQL has cut
        try:
            Heartbeat.write("beat")
            self.shown = now
        except DatabaseError as error:
            log.warning("Beat could not show that it lives: %s", error)
