"""What a gateway says became of a message, in all orders: a delivery's state does not depend on them."""

from datetime import timedelta
from itertools import permutations

import pytest
from django.utils import timezone

from socialcode.notices import receipts
from socialcode.notices.models import Delivery, Part, Receipt
from tests.factories import people

pytestmark = pytest.mark.django_db
State = Delivery.State
OFF = {"outcome": "undelivered", "undeliverable": "phone_off"}
THERE = {"outcome": "delivered"}


def make_sending(notice):
    row = notice.deliveries.get()
    row.state = State.SENDING
    row.save()
    return row


@pytest.fixture
def sending(tell):
    return make_sending(tell())


def part_of(delivery, number=1):
    return Part.objects.create(delivery=delivery, number=number, gateway="smpp")


def hear(key="a", **what):
    receipts.receive("smpp", [receipts.Said(key, **what)])


def take(part, key):
    receipts.take("smpp", [(part, key)])


def state_of(delivery):
    delivery.refresh_from_db()
    return delivery.state, delivery.undeliverable


def test_what_a_gateway_takes_is_sent(sending):
    take(part_of(sending), "a")
    assert state_of(sending) == (State.SENT, "")
    assert (sending.gateway_key, sending.delivered_at) == ("a", None)
    assert sending.sent_at


@pytest.mark.parametrize("order", list(permutations(["take", "off", "there", "there again", "other"])))
def test_in_every_order_the_end_is_the_same(sending, order):
    """Named late, told twice, told the opposite before, and told of a message that nobody knows."""
    part = part_of(sending)
    acts = {
        "take": lambda: take(part, "a"),
        "off": lambda: hear(**OFF),
        "there": lambda: hear(**THERE),
        "there again": lambda: hear(**THERE),
        "other": lambda: hear("nobody's", **THERE),
    }
    for name in order:
        acts[name]()
    assert state_of(sending) == (State.DELIVERED, "")
    assert sending.delivered_at
    assert Receipt.objects.count() == 3
    assert Receipt.objects.get(part=None).gateway_key == "nobody's"


@pytest.mark.parametrize("order", list(permutations(["take", "off"])))
def test_what_did_not_arrive_says_why(sending, order):
    part = part_of(sending)
    for name in order:
        take(part, "a") if name == "take" else hear(**OFF)
    assert state_of(sending) == (State.UNDELIVERED, "phone_off")


def test_a_long_message_is_sent_with_its_last_part_and_arrives_with_the_last_receipt(sending):
    parts = [part_of(sending, number) for number in (1, 2)]
    take(parts[0], "a")
    hear("a", **THERE)
    assert state_of(sending) == (State.SENDING, "")
    take(parts[1], "b")
    assert state_of(sending) == (State.SENT, "")
    hear("b", **OFF)
    assert state_of(sending) == (State.UNDELIVERED, "phone_off")
    hear("b", **THERE)
    assert state_of(sending) == (State.DELIVERED, "")


def test_a_name_that_is_used_again_is_the_newest_message(sending, tell):
    take(part_of(sending), "a")
    hear(**OFF)
    hear("b", **THERE)
    Receipt.objects.filter(part=None).update(received_at=timezone.now() - timedelta(days=40))
    newer = make_sending(tell(to=people.make_person()))
    take(part_of(newer), "a")
    hear(**THERE)
    assert (state_of(sending)[0], state_of(newer)[0]) == (State.UNDELIVERED, State.DELIVERED)
    newest = make_sending(tell(to=people.make_person()))
    take(part_of(newest), "b")
    assert state_of(newest) == (State.SENT, ""), "what was said forty days ago was of another"


def test_what_did_not_arrive_has_told_nobody(sending):
    """The days to answer do not run from a message that never came."""
    notice = sending.notice
    take(part_of(sending), "a")
    sent_on = notice.told_on
    assert sent_on == timezone.localdate()
    earlier = timezone.now() - timedelta(days=3)
    type(notice).objects.filter(pk=notice.pk).update(created_at=earlier)
    notice.refresh_from_db()
    assert notice.told_on == sent_on
    hear(**OFF)
    notice.refresh_from_db()
    assert notice.told_on == timezone.localdate(earlier), "then it stood on the portal only"


def test_what_went_with_a_message_that_failed_is_not_awaited_for_ever(tell):
    carrier, carried = tell(), tell()
    row = carrier.deliveries.get()
    Delivery.objects.filter(pk=row.pk).update(state=State.FAILED)
    carried.deliveries.update(state=State.COVERED, covered_by=row)
    assert carried.told_on == timezone.localdate()
