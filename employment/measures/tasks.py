"""Measures with nobody waiting. Rows say what to do; a call may come twice or never."""

from celery import shared_task

from . import following


@shared_task(acks_late=True)
def look_after_contracts():
    """End contracts whose term is over, give back money they do not use, look who stayed. Safe to run again."""
    following.look_after()
