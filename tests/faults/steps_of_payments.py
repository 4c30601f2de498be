"""What the workers of payments do, and the person who names another account."""

from functools import partial

from django.conf import settings
from django.utils import timezone

from socialcode.accounts.models import Role
from socialcode.demo.treasury import rounds
from socialcode.payments import sending
from socialcode.payments.actions import listing, running
from socialcode.payments.making import planning, working
from socialcode.payments.tasks import keep_runs_going, make_orders, read_messages, write_messages
from tests.factories import people
from tests.factories.awards import make_award

from .steps import of


def _run(request):
    """A run of this month over two awards, one of whose accounts a bank refuses."""
    request.getfixturevalue("db")
    settings.PAYMENTS_FOLDER = request.getfixturevalue("tmp_path") / "payments"
    month = timezone.localdate().replace(day=1)
    make_award(since=month)
    make_award(since=month)
    return running.start_run(month=month, by=people.make_staff(Role.PAYER))


def _approved(request):
    run = _run(request)
    planning.cut_once(run)
    while working.work_on(run):
        pass
    second = people.make_staff(Role.PAYER)
    for register in run.registers.all():
        listing.submit(register=register, by=run.asked_by)
        listing.approve(register=register, by=second)


@of("map", task=keep_runs_going, in_steps=True)
def _keeping(request):
    _run(request)
    return keep_runs_going


@of("map", task=make_orders, in_steps=True, at_each_table=True)
def _orders(request):
    run = _run(request)
    planning.cut_once(run)
    return partial(make_orders, run.pk)


@of("map", task=write_messages, in_steps=True, at_each_table=True)
def _messages(request):
    _approved(request)
    return write_messages


@of("map", task=read_messages, in_steps=True, at_each_table=True)
def _answers(request):
    _approved(request)
    while sending.write_next():
        pass
    sending.deliver()
    for _round in range(2):
        rounds.once()
    return read_messages
