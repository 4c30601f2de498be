"""What waits for the tasks of awards and payments, made in any number."""

import datetime

from django.utils import timezone

from socialcode.accounts.models import Role, User
from socialcode.payments import channel
from socialcode.payments.actions import listing, running
from socialcode.payments.making import planning, working
from socialcode.payments.models import PaymentRun
from tests.factories import people
from tests.factories.awards import make_award

DAY = datetime.timedelta(days=1)
PAYERS = ("pays@example.org", "pays-too@example.org")


def terms_that_are_over(_request, count):
    for _row in range(count):
        make_award(until=timezone.localdate() - DAY)


def orders_to_plan(_request, count):
    """A run of this month that was asked for; the one that was there before is done."""
    for run in PaymentRun.objects.at_work():
        _worked_through(run)
    for _row in range(count):
        make_award()
    return running.start_run(month=timezone.localdate().replace(day=1), by=_payers()[0])


def _worked_through(run):
    planning.cut_once(run)
    while working.work_on(run):
        pass


def orders_to_make(request, count):
    planning.cut_once(orders_to_plan(request, count))


def messages_to_write(request, count):
    payer, second = _payers()
    run = orders_to_plan(request, count)
    _worked_through(run)
    for register in run.registers.filter(state="open"):
        listing.submit(register=register, by=payer)
        listing.approve(register=register, by=second)


def messages_to_read(_request, count):
    """Files that say nothing that can be read."""
    for number in range(count):
        (channel.folder(channel.IN) / f"{count}-{number}.xml").write_text(f"<odd>{count} {number}</odd>")


def _payers():
    known = {user.email: user for user in User.objects.filter(email__in=PAYERS)}
    return [known.get(email) or people.make_staff(Role.PAYER, email=email) for email in PAYERS]


WAITS = {
    "awards: look after awards": terms_that_are_over,
    "payments: keep runs going": orders_to_plan,
    "payments: make orders": orders_to_make,
    "payments: write messages": messages_to_write,
    "payments: read messages": messages_to_read,
}
