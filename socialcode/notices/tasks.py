"""Delivery runs with nobody waiting. Rows of PostgreSQL say what to do: a call may come twice, late or never."""

from celery import shared_task

from socialcode.waking import wake

from . import delivery, inbound, password_links
from .models import Delivery

Urgency = Delivery.Urgency


@shared_task
def deliver_codes():
    """Send codes. Safe to run again, and beside itself."""
    if delivery.deliver_due([Urgency.CODE]):
        wake(deliver_codes)


@shared_task
def deliver():
    """Send what people are told of their own matters. Safe to run again, and beside itself."""
    if delivery.deliver_due([Urgency.OWN]):
        wake(deliver)


@shared_task
def deliver_bulk():
    """Send what many are told, and before each of it what is more urgent. Safe to run again, and beside itself."""
    if delivery.deliver_due([Urgency.OWN, Urgency.BULK]):
        wake(deliver_bulk)


@shared_task
def send_password_links():
    """Send the links by which staff choose a password. Safe to run again, and beside itself."""
    password_links.send_due()


@shared_task
def take_inbound():
    """Give messages from people to who reads them. Safe to run again, and beside itself."""
    if inbound.take_waiting():
        wake(take_inbound)
