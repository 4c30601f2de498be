"""The workforce: Celery over Redis. Work that must happen is a row in PostgreSQL; a task is only the wake-up call."""

import os
import sys

from celery import Celery, signals
from django.core.exceptions import ImproperlyConfigured

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "socialcode.settings")
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
