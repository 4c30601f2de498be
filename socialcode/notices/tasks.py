"""Delivery runs with nobody waiting. Rows of PostgreSQL say what to do: a call may come twice, late or never."""

from celery import shared_task

from socialcode.waking import wake

from . import delivery, password_links


@shared_task
def deliver():
    """Send what is due. Safe to run again, and beside itself."""
    if delivery.deliver_due():
        wake(deliver)


@shared_task
def send_password_links():
    """Send the links by which staff choose a password. Safe to run again, and beside itself."""
    password_links.send_due()
