"""What of payments exists in the world of the rights: an order, what is odd about it, and another account."""

import re
from functools import cached_property

from django.utils import timezone

from socialcode.accounts.models import Role
from socialcode.notices.models import Delivery
from socialcode.payments.actions import accounts, arriving, listing, running
from socialcode.payments.making import planning, working
from socialcode.payments.models import OrderState, PaymentOrder, PaymentRun, PaymentTask, RedFlag
from tests import cast
from tests.factories import people
from tests.factories.awards import make_award

REASON = "The register was asked: all is in order."


class OfPayments:
    """A part of the world: it needs its people."""

    @cached_property
    def second_payer(self):
        return people.make_staff(Role.PAYER)

    @cached_property
    def order(self):
        """An order of payment for the mother, in the open list of a bank."""
        award = make_award(self.mother, since=timezone.localdate().replace(day=1))
        run = running.start_run(month=award.since, by=self.second_payer)
        planning.cut_once(run)
        while working.work_on(run):
            pass
        return PaymentOrder.objects.get(award=award)

    @cached_property
    def new_account(self):
        assert self.order
        return accounts.name_account(person=self.mother, iban=cast.IBAN, by=self.by.owner)

    @cached_property
    def payment_flag(self):
        return RedFlag.objects.create(order=self.order, kind="dead", details={"died_on": "2026-01-01"})

    @cached_property
    def handed_in(self):
        return listing.submit(register=self.order.register, by=self.second_payer)

    @cached_property
    def held_order(self):
        listing.hold_back(flag=self.payment_flag, reason=REASON, by=self.second_payer)
        return PaymentOrder.objects.get(pk=self.order.pk)

    @cached_property
    def sent_order(self):
        PaymentRun.objects.filter(pk=self.order.run_id).update(pay_on=timezone.localdate())
        return self._as(OrderState.SENT)

    @cached_property
    def paid_order(self):
        return self._as(OrderState.PAID, paid_on=timezone.localdate())

    @cached_property
    def arrival(self):
        sample = arriving.ask_some(run=self.paid_order.run, seed="autumn", size=1, by=self.second_payer)
        return sample.questions.get()

    @cached_property
    def returned_order(self):
        return self._as(OrderState.RETURNED)

    @cached_property
    def order_without_account(self):
        return self._as(OrderState.HELD, iban="", register=None)

    @cached_property
    def code(self):
        assert self.new_account
        return re.search(r"[0-9]{6}", Delivery.objects.filter(notice__kind="account_code").latest("pk").text)[0]

    def _as(self, state, **details):
        PaymentOrder.objects.filter(pk=self.order.pk).update(state=state, **details)
        return PaymentOrder.objects.get(pk=self.order.pk)

    @cached_property
    def payment_task(self):
        return PaymentTask.objects.create(order=self.order, kind="not_arrived", text="Nothing came to my account.")
