"""Work on vacancies that runs with nobody waiting."""

from celery import shared_task

from .actions import keeping
from .market import counting
from .matching.daily import finding, telling


@shared_task
def keep_vacancies():
    """End what is over, remind of what ends. Safe to run twice, late, or beside another run."""
    keeping.keep()


@shared_task
def count_market():
    """Count open posts and people who look for work. Run again, the figures of the day are made anew."""
    counting.count()


@shared_task(acks_late=True)
def find_new_matches():
    """Begin the finding of today and do a part of it, then call for the next. Safe to run again, and beside itself."""
    finding.begin_today()
    if finding.work_on():
        find_new_matches.apply_async(retry=False)


@shared_task
def tell_new_matches():
    """Tell some people of what was found, then call for the next. Safe to run again, and beside itself."""
    if telling.tell_some():
        tell_new_matches.apply_async(retry=False)
