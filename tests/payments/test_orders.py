"""The orders of a month: one of an award and a month, for what is owed and not paid yet."""

import datetime
import uuid
from decimal import Decimal

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from socialcode.awards.models import Change, Overpayment, Pause, Recovered, Recovery
from socialcode.payments import paid
from socialcode.payments.actions import again, running
from socialcode.payments.making.lines import due
from socialcode.payments.models import PaymentOrder
from socialcode.refusal import NotAllowedError
from tests.factories.awards import change_terms, make_award, make_iban

from .conftest import MONTH, made, order_of

pytestmark = pytest.mark.django_db
DECEMBER = datetime.date(2026, 12, 1)


def lines(order):
    return [(line.for_month.month, line.kind, line.amount) for line in order.lines.order_by("for_month", "pk")]


def test_an_award_is_paid_for_its_month(run):
    award = make_award(since=MONTH)
    run()
    order = order_of(award)
    assert (order.amount, order.iban, order.state) == (Decimal(50_000), award.iban, "ordered")
    assert lines(order) == [(11, "entitlement", Decimal(50_000))]


def test_earlier_months_that_nobody_paid_come_as_arrears(run):
    order_of_award = make_award(since=datetime.date(2026, 9, 1))
    run()
    order = order_of(order_of_award)
    assert order.amount == 150_000
    assert [(month, kind) for month, kind, _ in lines(order)] == [(9, "arrears"), (10, "arrears"), (11, "entitlement")]


def test_what_is_withheld_is_a_line_of_its_own(run):
    award = make_award(since=MONTH, withheld=5_000)
    run()
    assert lines(order_of(award)) == [(11, "entitlement", Decimal(50_000)), (11, "withheld", Decimal(-5_000))]
    assert order_of(award).amount == 45_000


def test_running_twice_pays_once(run):
    award, late = make_award(since=MONTH), None
    run()
    late = make_award(since=MONTH)
    run()
    assert PaymentOrder.objects.filter(award=award).count() == 1
    assert order_of(late).amount == 50_000


def test_the_next_month_pays_the_next_month_only(run):
    award = make_award(since=MONTH)
    run()
    run(DECEMBER)
    assert lines(order_of(award, DECEMBER)) == [(12, "entitlement", Decimal(50_000))]


def test_a_raise_for_the_past_is_paid_as_arrears(run):
    award = make_award(since=MONTH)
    run()
    change_terms(award, MONTH, 60_000)
    run(DECEMBER)
    assert lines(order_of(award, DECEMBER)) == [
        (11, "arrears", Decimal(10_000)),
        (12, "entitlement", Decimal(60_000)),
    ]


def test_what_stands_still_is_not_paid(run):
    award = make_award(since=MONTH)
    Pause.objects.create(award=award, article="92.1(1)", sentence="-", since=MONTH)
    run()
    assert not PaymentOrder.objects.filter(award=award).exists()


def test_what_was_paid_too_much_is_kept_as_the_plan_says_once(run, payer, second_payer):
    award = make_award(since=MONTH)
    debt = Overpayment.objects.create(award=award, amount=30_000, fault="nobody")
    answered = {"answered_by": second_payer, "answered_at": timezone.now(), "state": "running"}
    Recovery.objects.create(overpayment=debt, share=Decimal("0.25"), since=MONTH, proposed_by=payer, **answered)
    run()
    order = order_of(award)
    assert lines(order) == [(11, "entitlement", Decimal(50_000)), (11, "recovery", Decimal(-12_500))]
    assert order.amount == 37_500
    assert Recovered.objects.get().amount == 12_500
    PaymentOrder.objects.filter(pk=order.pk).update(state="held", register=None)
    with pytest.raises(NotAllowedError, match="A debt was kept"):
        again.cancel(order=order, reason="The person has moved away.", by=payer)
    run(DECEMBER)
    assert order_of(award, DECEMBER).amount == 37_500


def test_an_order_without_an_account_is_held_back_and_said(run):
    award = make_award(since=MONTH, iban="")
    run()
    order = order_of(award)
    assert (order.state, order.register) == ("held", None)
    assert [flag.kind for flag in order.flags.all()] == ["no_account"]


def test_each_bank_has_a_list_of_its_own(run):
    make_award(since=MONTH, iban=make_iban(1, "125"))
    make_award(since=MONTH, iban=make_iban(2, "722"))
    found = run()
    assert sorted(found.registers.values_list("bank", flat=True)) == ["125", "722"]


def test_an_award_that_cannot_be_paid_is_told_and_holds_up_no_other(november, payer):
    largest = Decimal("999999999999.99")
    bad, good = make_award(since=datetime.date(2026, 10, 1), amount=largest), make_award(since=MONTH)
    found = made(MONTH, payer)
    assert order_of(good).amount == 50_000
    part = found.parts.given_up().get()
    assert (part.first, part.last) == (bad.pk, bad.pk)
    assert "numeric field overflow" in part.failure
    assert found.finished_at is not None


def test_the_database_refuses_a_second_standing_order(run):
    award = make_award(since=MONTH)
    run()
    order = order_of(award)
    order.pk, order.key, order.attempt, order.replaces_id = None, uuid.uuid4(), 2, order.pk
    with pytest.raises(IntegrityError, match="one_standing_order_of_an_award_and_month"), transaction.atomic():
        order.save(force_insert=True)


def test_two_runs_at_once_are_refused(november, payer):
    running.start_run(month=MONTH, by=payer)
    with pytest.raises(NotAllowedError, match="being made already"):
        running.start_run(month=DECEMBER, by=payer)


def test_a_month_long_past_is_refused(november, payer):
    with pytest.raises(NotAllowedError, match="this month or for the next"):
        running.start_run(month=datetime.date(2026, 6, 1), by=payer)


def test_what_nobody_collected_for_three_years_is_not_paid_any_more(run, payer):
    award = make_award(since=MONTH)  # for the mother of many children: article 90, point 6
    run()
    PaymentOrder.objects.filter(award=award).update(state="returned")
    order = PaymentOrder.objects.get(award=award)
    assert not paid.is_too_old(order, datetime.date(2029, 11, 30))
    assert paid.is_too_old(order, datetime.date(2029, 12, 1))
    again.cancel(order=order, reason="The account is closed, nobody answers.", by=payer)

    [in_time] = due([award.pk], datetime.date(2029, 11, 1))
    [too_late] = due([award.pk], datetime.date(2030, 1, 1))

    assert (in_time.lines[0].for_month, too_late.lines[0].for_month) == (MONTH, DECEMBER)
    by_office = {"kind": "terms", "fault": "office", "decision": award.decision}
    Change.objects.create(award=award, first_day=MONTH, state="in_effect", settled_at=timezone.now(), **by_office)
    [by_the_office] = due([award.pk], datetime.date(2030, 1, 1))
    assert by_the_office.lines[0].for_month == MONTH
