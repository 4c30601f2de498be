"""Work on complaints that runs with nobody waiting."""

from celery import shared_task

from . import deadlines


@shared_task
def keep_deadlines():
    """Send complaints on whose days are over, let late ones climb. Safe to run twice, late, or beside another run."""
    deadlines.keep()
