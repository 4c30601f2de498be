"""The workforce: Celery over Redis. Work that must happen is a row in PostgreSQL; a task is only the wake-up call."""

import os
import signal
import sys

from celery import Celery, signals
from django.conf import settings
from django.core.exceptions import ImproperlyConfigured

from socialcode.running import bounds

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "socialcode.settings")
# Checks compute every rule once, with the threads of polars; processes of a pool that are forked after that hang for
# ever at their first rule. `manage.py` checks the same before it serves or migrates
os.environ.setdefault("CELERY_SKIP_CHECKS", "true")
app = Celery("socialcode")
app.config_from_object("django.conf:settings", namespace="CELERY")
app.autodiscover_tasks()


@signals.setup_logging.connect
def leave_logs_to_django(**_event):
    """Celery sets up no lines of its own where somebody listens here."""


@signals.worker_init.connect
@signals.beat_init.connect
def insist(**_event):
    """Neither worker nor beat begins with what production refuses. Celery swallows every error, but no exit."""
    from socialcode.operating import production  # noqa: PLC0415 - models are ready only now

    try:
        production.insist_before_serving()
    except ImproperlyConfigured as error:
        sys.exit(str(error))


@signals.worker_init.connect
def watch_memory(**_event):
    """After each task; a process of a pool is watched by its pool."""
    signals.task_postrun.connect(make_room)


@signals.worker_process_init.connect
def end_with_worker(**_event):
    """A process of the pool whose worker was killed takes no more tasks. Its pool replaces it when it grows."""
    bounds.end_with_parent()
    signals.task_postrun.disconnect(make_room)


def make_room(**_event):
    """A worker of threads that has grown ends what it does; whoever keeps it running starts it anew."""
    if bounds.megabytes_taken() > settings.WORKER_MEMORY:
        os.kill(os.getpid(), signal.SIGTERM)
