"""Work on awards that runs with nobody waiting. Each takes what still waits: it may run twice or late."""

from celery import shared_task

from . import finding


@shared_task
def look_after_awards():
    """End what has run out, and what ended with a death that a register shows. Safe to run again."""
    while finding.end_terms() == finding.AT_ONCE:
        pass
    while finding.end_of_the_dead() == finding.AT_ONCE:
        pass
