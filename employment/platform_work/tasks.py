"""Work on statements that runs with nobody waiting."""

from celery import shared_task

from . import reading


@shared_task(acks_late=True)
def read_statements():
    """Bring in the statements that wait. Safe to run again."""
    reading.read_waiting()
