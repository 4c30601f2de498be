"""The chain of events is checked with nobody waiting."""

from celery import shared_task
from django.db import connection

from . import actions, heads
from .models import ChainCheck

LOCK = "audit_chain_check"


@shared_task
def run_chain_checks():
    """Run the check that waits, or that a lost worker left. The lock ends with its worker; two never run together."""
    check = ChainCheck.objects.unfinished().first()
    if check and _lock("pg_try_advisory_lock"):
        try:
            actions.run_check(check=check)
        finally:
            _lock("pg_advisory_unlock")


@shared_task
def check_chain_tonight():
    """Ask for a check and run it. Safe to run again: there is only one unfinished check at a time."""
    actions.ask_check(by=None)
    run_chain_checks()


@shared_task
def note_head():
    """Note the head of the chain outside the database, and send the sink what it has not. Safe to run again."""
    heads.note()
    heads.send()


def _lock(function: str) -> bool:
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {function}(hashtext(%s))", [LOCK])
        return cursor.fetchone()[0]
