"""Work on vacancies that runs with nobody waiting."""

from celery import shared_task

from .actions import keeping
from .market import counting


@shared_task
def keep_vacancies():
    """End what is over, remind of what ends. Safe to run twice, late, or beside another run."""
    keeping.keep()


@shared_task
def count_market():
    """Count open posts and people who look for work. Run again, the figures of the day are made anew."""
    counting.count()
