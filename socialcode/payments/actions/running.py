"""Asking for the orders of a month. Parts are worked through by tasks."""

import datetime

from django.utils import timezone

from socialcode.audit.kinds import EventKind
from socialcode.audit.recording import record
from socialcode.broken_constraint import change
from socialcode.law.values import values_on
from socialcode.law.working_days import ONE_DAY, is_working_day
from socialcode.payments import policies
from socialcode.payments.models import PaymentRun


@change
def start_run(*, month: datetime.date, by) -> PaymentRun:
    """Ask for the orders of a month (its first day)."""
    policies.check_can_start(month, by)
    run = PaymentRun.objects.create(month=month, pay_on=payment_day(month), asked_by=by)
    record(EventKind.PAYMENTS_MADE, on=run, by=by)
    return run


def payment_day(month: datetime.date) -> datetime.date:
    """The day on which payments of a month leave: the working day on or before the named one; where that is past, the
    next one from today on."""
    day = month.replace(day=int(values_on(month).value("payment_day")))
    while not is_working_day(day):
        day -= ONE_DAY
    day = max(day, timezone.localdate())
    while not is_working_day(day):
        day += ONE_DAY
    return day
