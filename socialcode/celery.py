"""The workforce: Celery over Redis. Work that must happen is a row in PostgreSQL; a task is only the wake-up call."""

import os

from celery import Celery

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "socialcode.settings")
app = Celery("socialcode")
app.config_from_object("django.conf:settings", namespace="CELERY")
app.autodiscover_tasks()
