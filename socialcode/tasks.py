"""Housekeeping that runs with nobody waiting."""

from celery import shared_task
from django.core.management import call_command


@shared_task
def clear_expired_sessions():
    """Erase the answers of visitors whose session has ended. Safe to run again."""
    call_command("clearsessions")
