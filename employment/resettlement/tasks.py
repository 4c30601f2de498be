"""Work on moves that runs with nobody waiting."""

from celery import shared_task

from . import ending


@shared_task
def end_kept():
    """End the contracts that were kept to their last day. Safe to run again."""
    while ending.end_kept() == ending.AT_ONCE:
        pass
