"""Delivery runs with nobody waiting. Rows of PostgreSQL say what to do: a call may come twice, late or never."""

from celery import shared_task

from socialcode.waking import wake

from . import delivery


@shared_task
def deliver():
    """Send what is due. Safe to run again, and beside itself."""
    if delivery.deliver_due():
        wake(deliver)
