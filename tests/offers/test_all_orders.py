"""Answers, receipts, repeats, restarts and changes of mind in any order: never two claims of one right, never money
without a consent that stands, never an answer that is lost."""

import datetime

import pytest
from django.db import transaction
from django.utils import timezone
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule, run_state_machine_as_test

from socialcode.awards.models import Award
from socialcode.cases.models import Claim
from socialcode.notices import inbound
from socialcode.notices.models import Delivery, Inbound
from socialcode.offers import following, tasks
from socialcode.offers.actions import ending, fulfilling, sending, withdrawing
from socialcode.offers.models import Offer, OfferedRight, Preparation, Reply
from socialcode.payments.models import OrderState, PaymentOrder
from socialcode.people.models import Consent, Family
from socialcode.refusal import attempt
from tests.factories import offers
from tests.factories.orders import pay_months

pytestmark = pytest.mark.django_db
PHONE = "+77010000001"
ANSWERS = st.sampled_from(["1", "да", "Иә!", "2", "жоқ", "lf", "а сколько?", "1 0100", "2 {code}", "1 {code}"])
DELIVERED = st.sampled_from([{"state": "sent"}, {"state": "delivered"}, {"state": "undelivered"}, {"state": "failed"}])
HAS_GONE = (OrderState.SENT, OrderState.PAID)


class Orders(RuleBasedStateMachine):
    """Each run begins with one prepared offer, and ends by undoing all that it did."""

    officer = None

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
            Delivery.objects.update(sent_at=None, delivered_at=None, state="waiting", undeliverable="")
            sending.send(offer=offer)

    @rule(how=DELIVERED)
    def receipts_come(self, how):
        now = timezone.now()
        moments = {"sent_at": None if how["state"] == "failed" else now}
        moments |= {"delivered_at": now if how["state"] == "delivered" else None}
        moments |= {"undeliverable": "other" if how["state"] == "undelivered" else ""}
        Delivery.objects.filter(notice__kind="offer").update(**how, **moments)
        following.follow()
        following.call_the_unreached()

    @rule()
    def days_pass(self):
        Offer.objects.open().update(valid_until=timezone.localdate() - datetime.timedelta(days=1))
        for offer in Offer.objects.over(timezone.localdate()):
            ending.expire(offer=offer)

    @rule()
    def claims_are_made(self):
        tasks.fulfil_offers()

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
    Orders.officer = officer
    run_state_machine_as_test(
        Orders,
        settings=settings(
            max_examples=15, stateful_step_count=12, deadline=None, suppress_health_check=list(HealthCheck)
        ),
    )
