"""Payments with nobody waiting. Rows of runs, messages and files say what to do; a call may come twice or never."""

from celery import shared_task

from . import receiving, sending
from .making import planning, working
from .models import PaymentRun

CHAINS = 8  # calls that go from part to part side by side


@shared_task(acks_late=True)
def make_orders(run: int):
    """Work through one free part of a run, then call for the next. Safe to run again, and beside itself."""
    if working.work_on(PaymentRun.objects.get(pk=run)):
        make_orders.apply_async([run], retry=False)


@shared_task
def keep_runs_going():
    """Cut what was asked for, and call for parts that are free. Safe to run again."""
    for run in PaymentRun.objects.at_work():
        planning.cut_once(run)
        for _chain in range(min(CHAINS, run.parts.to_do().count()) or 1):
            make_orders.apply_async([run.pk], retry=False)


@shared_task(acks_late=True)
def write_messages():
    """Write the messages of approved lists one by one, and lay them out for the banks. Safe to run again."""
    while sending.write_next():
        sending.deliver()
    sending.deliver()


@shared_task
def read_messages():
    """Read what banks have sent. Safe to run again, and beside itself."""
    receiving.read_all()
