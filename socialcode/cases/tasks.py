"""The calendar's work on claims, with nobody waiting."""

from celery import shared_task

from . import deadlines


@shared_task
def keep_deadlines():
    """End terms, remind people, let late claims climb. Safe to run twice, late, or beside another run."""
    deadlines.keep()
