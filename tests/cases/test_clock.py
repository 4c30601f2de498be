"""The office's time stands still while a person is asked; the person's days begin when they are told."""

import datetime

import pytest
from django.utils import timezone

from socialcode.cases import clock, deadlines
from socialcode.cases.actions import working
from socialcode.cases.models import Claim
from socialcode.cases.staff import queue
from socialcode.law.working_days import working_days_after, working_days_left
from socialcode.notices import delivery
from socialcode.notices.actions import queue_notice
from socialcode.notices.models import Delivery

pytestmark = pytest.mark.django_db
BEGUN = timezone.localdate()


@pytest.fixture
def on_day(monkeypatch):
    def set_to(day):
        noon = datetime.datetime.combine(day, datetime.time(7), datetime.UTC)
        monkeypatch.setattr(timezone, "now", lambda: noon)

    return set_to


@pytest.fixture
def taken(submitted, officer):
    return working.take_next(by=officer)


def asked(kind, claim, officer):
    if kind == "information":
        return working.ask_information(claim=claim, text="Please add the certificate.", by=officer)
    return working.open_hearing(claim=claim, planned="The child lives elsewhere.", by=officer)


def answered(kind, waiting, citizen):
    if kind == "information":
        return working.answer_information(information_request=waiting, answer="Here it is.", by=citizen)
    return working.answer_hearing(hearing=waiting, objection="It does not.", by=citizen)


@pytest.mark.parametrize("kind", ["information", "hearing"])
def test_what_was_left_when_it_stopped_is_left_when_it_goes_on(kind, taken, officer, citizen, on_day):
    left = clock.days_left(taken)
    waiting = asked(kind, taken, officer)
    on_day(working_days_after(BEGUN, 2))
    claim = Claim.objects.get()
    assert (claim.stopped_on, clock.days_left(claim)) == (BEGUN, left)
    answered(kind, waiting, citizen)
    claim = Claim.objects.get()
    assert claim.stopped_on is None
    assert working_days_left(timezone.localdate(), claim.due_on) == left


@pytest.mark.parametrize("kind", ["information", "hearing"])
def test_a_term_that_ends_unanswered_makes_no_claim_overdue(kind, taken, officer, on_day):
    left = clock.days_left(taken)
    waiting = asked(kind, taken, officer)
    delivery.deliver_due()
    deadlines.keep()
    waiting.refresh_from_db()
    assert waiting.told_on == BEGUN
    last = waiting.due_on
    on_day(last + datetime.timedelta(days=1))
    deadlines.keep()
    claim = Claim.objects.get()
    assert (claim.status, claim.due_on) == ("in_review", working_days_after(last, left))
    assert not claim.is_escalated


def test_a_claim_that_waits_for_the_person_is_neither_overdue_nor_due_soon(taken, officer, on_day):
    asked("information", taken, officer)
    on_day(BEGUN + datetime.timedelta(days=60))
    today = timezone.localdate()
    assert not Claim.objects.filter(queue.overdue(today) | queue.soon(today)).exists()


def test_a_term_that_was_over_stays_over(taken, officer, citizen, on_day):
    Claim.objects.update(due_on=BEGUN - datetime.timedelta(days=3))
    waiting = asked("information", Claim.objects.get(), officer)
    on_day(BEGUN + datetime.timedelta(days=2))
    answered("information", waiting, citizen)
    assert Claim.objects.get().due_on == BEGUN - datetime.timedelta(days=3)


def test_page_and_queue_say_that_time_stands_still(taken, officer, citizen, signed_in, address):
    asked("hearing", taken, officer)
    for user, place in ((officer, address), (officer, "/work/"), (citizen, f"/claims/{taken.key}/")):
        assert "stands still" in signed_in(user).get(place).content.decode()


def test_a_message_with_a_term_goes_at_once_although_another_went_today(taken, officer, mother):
    queue_notice("message", to=mother, about=taken, claim=taken, note={"text": "Hello"})
    delivery.deliver_due()
    waiting = asked("hearing", taken, officer)
    delivery.deliver_due()
    assert waiting.notice.deliveries.get(channel="sms").state == Delivery.State.DELIVERED
    assert waiting.notice.told_on == BEGUN


def test_the_days_begin_when_the_person_is_told(taken, officer, on_day):
    waiting = asked("hearing", taken, officer)
    planned = waiting.due_on
    on_day(planned + datetime.timedelta(days=1))
    deadlines.keep()  # the message did not get out: no day has run
    assert Claim.objects.get().status == "hearing"
    delivery.deliver_due()
    deadlines.keep()
    waiting.refresh_from_db()
    told = planned + datetime.timedelta(days=1)
    assert (waiting.told_on, waiting.due_on) == (told, working_days_after(told, 3))
    assert Claim.objects.get().status == "hearing"


def test_who_can_be_told_in_no_other_way_is_told_on_the_portal(taken, officer, mother):
    mother.phone = taken.person.phone = ""
    mother.save()
    waiting = asked("information", taken, officer)
    deadlines.keep()
    waiting.refresh_from_db()
    assert waiting.told_on == BEGUN
