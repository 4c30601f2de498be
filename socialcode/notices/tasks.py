"""Delivery runs with nobody waiting. Rows of PostgreSQL say what to do: a call may come twice, late or never."""

from celery import shared_task

from . import delivery


@shared_task
def deliver():
    """Send what is due. Safe to run again, and beside itself."""
    if delivery.deliver_due():
        wake()


def wake() -> None:
    """Call the workforce, without waiting for a Redis that does not answer."""
    deliver.apply_async(retry=False)
