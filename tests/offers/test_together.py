"""Many offers in one change: the same rows as one after the other, and one that fails holds up no other."""

import datetime

import pytest
from django.db import transaction
from django.utils import timezone
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from socialcode.audit.models import Event
from socialcode.notices import telling
from socialcode.notices.actions import queue_notice
from socialcode.notices.models import Delivery, Notice
from socialcode.offers import tasks, wording
from socialcode.offers.actions import sending
from socialcode.offers.models import CallTask, Offer, OfferedRight
from tests.factories import offers

pytestmark = pytest.mark.django_db
PEOPLE = 6
TEXTS, ABOUT = ("subject", "text"), ("about_type", "about_key", "link", "answer_by")
MOMENTS = ("queued_at", "withdrawn_at", "reminded_at")
STATES = ("state", "language", "valid_until", "remind_on", "send_after")


def _nothing(offer):
    """An offer as it was prepared."""


def _without_number(offer):
    type(offer.person).objects.filter(pk=offer.person_id).update(phone="")


def _with_email(offer):
    type(offer.person).objects.filter(pk=offer.person_id).update(email="aigul@demo.example")


def _by_email(offer):
    _with_email(offer)
    offer.person.refresh_from_db()
    telling.choose(person=offer.person, language="kk", way="email", by=None)


def _in_dispute(offer):
    offer.person.disputes.get_or_create(row_type="income", row_key=str(offer.pk), row_text="May", says="100")


def _dead(offer):
    type(offer.person).objects.filter(pk=offer.person_id).update(died_on=timezone.localdate())


def _told_today(offer):
    notice = queue_notice(
        "offer_unclear", to=offer.person, about=offer, **wording.named(offer, list(offer.rights.all()))
    )
    notice.deliveries.update(state="sent", sent_at=timezone.now() - datetime.timedelta(hours=1))


def _other_words(offer):
    Offer.objects.filter(pk=offer.pk).update(variant="B" if offer.variant == "A" else "A", iban=offers.IBAN)


THINGS = (_nothing, _without_number, _with_email, _by_email, _in_dispute, _dead, _told_today, _other_words)


@pytest.fixture
def prepared(office):
    for number in range(PEOPLE):
        offers.find(offers.make_family(phone=f"+770100001{number:02}"), run=number + 1)
    return offers.prepare()


def _shown(row, notice, *fields):
    return [str(getattr(row, field)).replace(str(notice.key), "KEY") for field in fields]


def _rows():
    """All that sending writes, without names that are drawn and moments of now."""
    notices = Notice.objects.order_by("to", "pk")
    deliveries = Delivery.objects.order_by("notice__to", "notice", "channel").select_related("notice")
    return {
        "offers": list(
            Offer.objects.order_by("pk").values_list(*STATES, "notice__to", "notice__kind", "reminder__kind")
        ),
        "moments": [[getattr(one, name) is None for name in MOMENTS] for one in Offer.objects.order_by("pk")],
        "shown": [_shown(one, one.notice, "text") for one in Offer.objects.exclude(notice=None).order_by("pk")],
        "rights": list(OfferedRight.objects.order_by("pk").values_list("offer", "provision", "is_live")),
        "notices": [_shown(one, one, "to_id", "kind", "language", *TEXTS, *ABOUT) for one in notices],
        "deliveries": [_shown(one, one.notice, "channel", "address", *TEXTS, "state", "urgency") for one in deliveries],
        "calls": sorted(CallTask.objects.values_list("offer", "reason", "office", "way")),
        "events": sorted(Event.objects.values_list("kind", "on_key", "on_text", "details__reason"), key=str),
    }


def _undone(work):
    """The rows that a work leaves, before it is undone."""
    with transaction.atomic():
        work()
        found = _rows()
        transaction.set_rollback(True)
    return found


def _by_and_by(act):
    for number in Offer.objects.order_by("pk").values_list("pk", flat=True):
        act(numbers=[number])


def _at_once(act):
    act(numbers=list(Offer.objects.values_list("pk", flat=True)))


def test_many_offers_cost_as_many_questions_as_one(prepared, django_assert_max_num_queries):
    with django_assert_max_num_queries(35):
        _at_once(sending.send_each)
    with django_assert_max_num_queries(35):
        _at_once(sending.remind_each)
    assert Notice.objects.count() == 2 * PEOPLE


def test_one_that_fails_is_put_off_alone(prepared):
    broken = prepared[2]
    OfferedRight.objects.filter(pk=broken.rights.first().pk).update(provision="nobody_knows")
    tasks.send_offers()
    states = dict(Offer.objects.values_list("pk", "state"))
    assert states.pop(broken.pk) == "prepared" and set(states.values()) == {"queued"}
    broken.refresh_from_db()
    assert broken.send_after > timezone.now()


def test_a_reminder_that_fails_holds_up_no_other(prepared):
    tasks.send_offers()
    Offer.objects.update(remind_on=timezone.localdate())
    broken = prepared[2]
    OfferedRight.objects.filter(pk=broken.rights.first().pk).update(provision="nobody_knows")
    tasks.look_after_offers()
    assert list(Offer.objects.filter(reminded_at=None)) == [broken]
    broken.refresh_from_db()
    assert broken.remind_on > timezone.localdate()


def test_what_cannot_be_reminded_of_now_holds_up_no_other(prepared, monkeypatch):
    monkeypatch.setattr(tasks, "TOGETHER", 2)
    tasks.send_offers()
    tasks.send_offers()
    tasks.send_offers()
    Offer.objects.update(remind_on=timezone.localdate())
    for offer in prepared[:4]:
        Delivery.objects.filter(notice__to=offer.person).update(state="sent", sent_at=timezone.now())
    tasks.look_after_offers()
    reminded = Offer.objects.exclude(reminded_at=None).order_by("pk")
    assert list(reminded) == prepared[4:]


def test_in_bulk_the_same_is_written_as_one_by_one(prepared):
    @settings(max_examples=6, deadline=None, phases=[Phase.generate], suppress_health_check=list(HealthCheck))
    @given(st.lists(st.sampled_from(THINGS), min_size=PEOPLE, max_size=PEOPLE), st.sampled_from(THINGS))
    def same(happened, later):
        with transaction.atomic():
            for offer, thing in zip(Offer.objects.order_by("pk"), happened, strict=True):
                thing(offer)
            assert _undone(lambda: _by_and_by(sending.send_each)) == _undone(lambda: _at_once(sending.send_each))
            _at_once(sending.send_each)
            later(Offer.objects.order_by("pk").last())
            assert _undone(lambda: _by_and_by(sending.remind_each)) == _undone(lambda: _at_once(sending.remind_each))
            transaction.set_rollback(True)

    same()
