"""Housekeeping of checks that runs with nobody waiting."""

from celery import shared_task

from .models import Check


@shared_task
def clear_checks():
    """Erase the checks that nobody used for as long as a session lasts. Safe to run again."""
    Check.objects.forgettable().delete()
