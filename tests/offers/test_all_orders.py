"""Answers, receipts, reminders, calls, repeats, restarts and changes of mind in any order: never two claims of a right,
never money without a consent that stands, never an answer that is lost."""

import datetime

import pytest
from django.db import transaction
from django.utils import timezone
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule, run_state_machine_as_test

from socialcode.awards.models import Award
from socialcode.cases.models import Claim
from socialcode.notices import inbound, receipts
from socialcode.notices.models import Delivery, Inbound, Notice, Part, Receipt
from socialcode.offers import following, tasks
from socialcode.offers.actions import answering, calling, ending, fulfilling, sending, withdrawing
from socialcode.offers.models import CallTask, Offer, OfferedRight, Preparation, Reply
from socialcode.payments.models import OrderState, PaymentOrder
from socialcode.people.models import Consent, Family, Person
from socialcode.refusal import attempt
from tests.factories import offers, people
from tests.factories.orders import pay_months

pytestmark = pytest.mark.django_db
PHONE = "+77010000001"
ANSWERS = st.sampled_from(["1", "да", "Иә!", "2", "жоқ", "lf", "а сколько?", "1 0100", "2 {code}", "1 {code}"])
OUTCOMES = st.sampled_from(["delivered", "undelivered"])
HAS_GONE = (OrderState.SENT, OrderState.PAID)


class Orders(RuleBasedStateMachine):
    """Each run begins with one prepared offer, and ends by undoing all that it did."""

    officer = citizen = None

    def __init__(self):
        super().__init__()
        self.undone = transaction.atomic()
        self.undone.__enter__()
        self.said = {}

    def teardown(self):
        transaction.set_rollback(True)
        self.undone.__exit__(None, None, None)

    @rule(text=ANSWERS)
    def somebody_writes(self, text):
        newest = Offer.objects.order_by("-pk").first()
        offers.write(PHONE, text.format(code=newest.code), at=timezone.now())
        for reply in Reply.objects.filter(inbound=Inbound.objects.latest("pk"), objection="", offer__isnull=False):
            expected = {"yes": {"yes"}, "no": {"no", "withdrawn"}}.get(reply.read_as)
            assert expected is None or reply.offer.state in expected

    @rule()
    def a_worker_dies_before_it_marks_what_it_read(self):
        Inbound.objects.update(taken_at=None, next_try_at=timezone.now(), tries=0)
        inbound.take_waiting()

    @rule()
    def offers_are_sent(self):
        for offer in Offer.objects.filter(state="prepared"):
            yesterday = timezone.now() - datetime.timedelta(days=2)
            Delivery.objects.exclude(sent_at=None).update(sent_at=yesterday)
            sending.send(offer=offer)

    @rule(outcome=OUTCOMES)
    def a_receipt_comes(self, outcome):
        """Perhaps once more, perhaps before the gateway has answered that it has the message, or of none at all."""
        for row in Delivery.objects.filter(notice__kind="offer"):
            why = "other" if outcome == "undelivered" else ""
            receipts.receive("http", [receipts.Said(f"offer-{row.pk}", outcome, why)])
        self._follow()

    @rule()
    def a_gateway_takes_what_waits(self):
        for row in Delivery.objects.filter(notice__kind="offer", state__in=Delivery.ON_ITS_WAY):
            Delivery.objects.filter(pk=row.pk).update(state="sending")
            part, _is_new = Part.objects.get_or_create(delivery=row, number=1, defaults={"gateway": "http"})
            receipts.take("http", [(part, f"offer-{row.pk}")])
        self._follow()

    @rule()
    def a_gateway_refuses_what_waits(self):
        Delivery.objects.filter(notice__kind="offer", state="waiting").update(state="failed")
        self._follow()

    def _follow(self):
        following.follow()
        following.call_the_unreached()

    @rule()
    def it_is_time_to_remind(self):
        Offer.objects.asked().update(remind_on=timezone.localdate())
        Delivery.objects.exclude(sent_at=None).update(sent_at=timezone.now() - datetime.timedelta(days=2))
        tasks.look_after_offers()

    @rule(says=st.sampled_from(["yes", "no"]), iban=st.sampled_from([None, "", offers.IBAN]))
    def somebody_answers_on_the_portal(self, says, iban):
        offer = Offer.objects.order_by("-pk").first()
        with attempt() as tried:
            answering.answer(offer=offer, says=says, channel="portal", evidence={}, by=self.citizen, iban=iban)
        assert not tried.is_done or Offer.objects.get(pk=offer.pk).state == says

    @precondition(lambda self: CallTask.objects.waiting().exists())
    @rule(says=st.sampled_from(["", "yes", "no"]), result=st.sampled_from(["answered", "not_reached", "not_wanted"]))
    def an_officer_calls(self, says, result):
        with attempt():
            calling.settle(call=CallTask.objects.waiting().first(), result=result, by=self.officer, says=says)

    @precondition(lambda self: OfferedRight.objects.filter(outcome="no_account").exists())
    @rule()
    def an_account_is_named(self):
        offer = Offer.objects.filter(rights__outcome="no_account").first()
        answering.give_account(offer=offer, iban=offers.IBAN, channel="portal", by=self.citizen)

    @rule()
    def days_pass(self):
        Offer.objects.open().update(valid_until=timezone.localdate() - datetime.timedelta(days=1))
        for offer in Offer.objects.over(timezone.localdate()):
            ending.expire(offer=offer)

    @rule()
    def claims_are_made(self):
        tasks.fulfil_offers()

    @rule()
    def a_worker_dies_while_it_makes_a_claim(self):
        with transaction.atomic():
            for right in OfferedRight.objects.filter(outcome="waiting"):
                fulfilling.fulfil(right=right)
            transaction.set_rollback(True)

    @rule()
    def claims_are_made_again(self):
        for right in OfferedRight.objects.all():
            fulfilling.fulfil(right=right)

    @precondition(lambda self: Offer.objects.filter(consent__isnull=False).exists())
    @rule()
    def a_consent_is_taken_back(self):
        with attempt():
            offer = Offer.objects.filter(consent__isnull=False).latest("pk")
            withdrawing.withdraw_consent(offer=offer, channel="sms", evidence={})

    @precondition(lambda self: Award.objects.filter(state="in_payment").exists())
    @rule()
    def a_bank_pays(self):
        for award in Award.objects.filter(state="in_payment"):
            pay_months(award, award.since, by=self.officer)

    @rule()
    def everything_is_found_and_prepared_again(self):
        Preparation.objects.all().delete()
        offers.find(Family.objects.get(), run=Preparation.objects.count() + 2)
        offers.prepare()

    @invariant()
    def no_right_has_two_claims(self):
        standing = Claim.objects.exclude(status__in=("withdrawn", "refused"))
        keys = list(standing.values_list("provision", "person", "subject"))
        assert len(keys) == len(set(keys))

    @invariant()
    def no_right_is_offered_twice(self):
        keys = list(OfferedRight.objects.live().values_list("provision", "person", "subject"))
        assert len(keys) == len(set(keys))

    @invariant()
    def nothing_is_owed_or_paid_without_a_consent_that_stands(self):
        for award in Award.objects.filter(is_undone=False):
            offer = award.decision.claim.offered.offer
            assert offer.state == "yes" and not offer.consent.is_withdrawn
        for order in PaymentOrder.objects.filter(state__in=HAS_GONE):
            assert not order.award.is_undone

    @invariant()
    def nobody_is_told_twice(self):
        told = Notice.objects.filter(kind__in=("offer", "offer_reminder", "offer_unclear"))
        pairs = list(told.values_list("kind", "about_key"))
        assert len(pairs) == len(set(pairs))

    @invariant()
    def what_arrived_was_told_by_a_receipt(self):
        for offer in Offer.objects.exclude(delivered_at=None):
            assert Receipt.objects.filter(part__delivery__notice=offer.notice_id, outcome="delivered").exists()

    @invariant()
    def no_answer_is_lost(self):
        taken = Inbound.objects.exclude(taken_at=None)
        assert not taken.filter(offer_replies=None).exists()
        for offer in Offer.objects.filter(state="yes"):
            assert Consent.objects.filter(pk=offer.consent_id, withdraws=None).exists()
            assert not offer.rights.filter(outcome="").exists()


def test_in_every_order_all_stays_true(office, officer):
    offers.amend("sampled_share", {"all": 0})
    offers.amend("offered", {"birth_grant": 1})
    offers.find(offers.make_family(children=(40,)))
    offers.prepare()
    Orders.officer, Orders.citizen = officer, people.make_account(Person.objects.get(phone=PHONE))
    run_state_machine_as_test(
        Orders,
        settings=settings(
            max_examples=20, stateful_step_count=16, deadline=None, suppress_health_check=list(HealthCheck)
        ),
    )
