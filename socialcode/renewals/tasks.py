"""Work on payments that are about to end, with nobody waiting."""

from celery import shared_task

from . import finding


@shared_task
def tell_of_ends():
    """Tell who receives a payment that it ends soon, and how to ask for it again. Safe to run again."""
    while finding.remind() == finding.AT_ONCE:
        pass
