"""Specialists for payments, awards, and the way of a month's money as far as a test wants it."""

import datetime

import pytest
from django.utils import timezone

from socialcode.accounts.models import Role
from socialcode.payments import sending
from socialcode.payments.actions import listing, running
from socialcode.payments.making import planning, working
from socialcode.payments.models import PaymentOrder
from tests.factories import people

TODAY = datetime.date(2026, 11, 9)
MONTH = datetime.date(2026, 11, 1)


@pytest.fixture
def november(monkeypatch, settings, tmp_path):
    """The calendar stands in November 2026; messages have folders of their own."""
    settings.PAYMENTS_FOLDER = tmp_path / "payments"
    monkeypatch.setattr(timezone, "localdate", lambda *_given: TODAY)
    return MONTH


@pytest.fixture
def payer(db):
    return people.make_staff(Role.PAYER)


@pytest.fixture
def second_payer(db):
    return people.make_staff(Role.PAYER)


def made(month, by):
    """The orders of a month, made to the end."""
    return worked_through(running.start_run(month=month, by=by))


def worked_through(run):
    """What the tasks do of a run that was asked for, until its orders are made."""
    planning.cut_once(run)
    while working.work_on(run):
        pass
    run.refresh_from_db()
    return run


def approved(run, by, second):
    """All lists of a run, handed in and approved."""
    for register in run.registers.filter(state="open"):
        listing.submit(register=register, by=by)
        listing.approve(register=register, by=second)


def sent():
    """All that is approved, written and laid out."""
    while sending.write_next():
        pass
    sending.deliver()


@pytest.fixture
def run(november, payer):
    """Makes the orders of a month: `run()`."""
    return lambda month=MONTH: made(month, payer)


def order_of(award, month=MONTH):
    return PaymentOrder.objects.standing().get(award=award, month=month)
