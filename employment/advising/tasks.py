"""What career centres have due, with nobody waiting."""

from celery import shared_task

from . import timing


@shared_task
def keep_terms():
    """Begin the terms of whom people were told, end those that passed, remind. Safe to run again, and beside itself."""
    timing.keep()
