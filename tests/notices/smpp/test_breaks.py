"""Lines to the SMS centre that are cut in every state, and what is known afterwards."""

from datetime import timedelta

import pytest
import smpp34
from django.utils import timezone

from socialcode.notices.gateways.smpp import session, wire
from socialcode.notices.models import Delivery, Part

from .running import is_in, state_of, until
from .sms_centre import HOLD, Cut

pytestmark = [pytest.mark.process, pytest.mark.django_db(transaction=True)]
State = Delivery.State


CUTS = [
    Cut(command, when)
    for command in ("bind_transceiver", "bind_transceiver_resp", "submit_sm", "submit_sm_resp", "enquire_link")
    for when in ("before", "amid", "after")
]


def let_time_pass(settings):
    """What was cut off is unsure no longer."""
    Part.objects.update(handed_at=timezone.now() - timedelta(seconds=settings.SMS_CENTRE.unsure))
    Delivery.objects.update(next_try_at=timezone.now())


@pytest.mark.parametrize("cut", CUTS, ids=lambda cut: f"{cut.when} {cut.command}")
def test_a_line_that_is_cut_anywhere_loses_nothing(centre, start, message, settings, cut):
    """What was cut off goes again after a while, unless a receipt tells meanwhile that the centre has it."""
    centre.cuts = [cut]
    row = message()
    start()
    until(lambda: centre.breaks and centre.lines_are_whole)
    if centre.taken:
        (taken,) = centre.taken
        centre.receipt(taken, tlvs=[smpp34.Tlv(smpp34.TLV_USER_MESSAGE_REFERENCE, taken.reference)])
        until(is_in(row, State.DELIVERED))
        let_time_pass(settings)
        assert len(centre.asked) == 1, "it is not sent a second time"
    else:
        let_time_pass(settings)
        assert centre.next().text == row.text
        until(is_in(row, State.SENT))


def test_nothing_that_is_unsure_goes_again_before_its_time(centre, start, message):
    centre.decide = lambda _event: HOLD
    row = message()
    start()
    until(lambda: centre.held)
    centre.hang_up()
    until(lambda: len(centre.binds) == 2)
    centre.decide = lambda _event: None
    other = message("other")
    assert centre.next().text == "other"
    until(is_in(other, State.SENT))
    assert state_of(row) == State.SENDING
    assert [event.destination_addr for event in centre.asked] == [row.address[1:], other.address[1:]]


def test_an_orderly_end_waits_for_answers_and_cuts_nothing_off(centre, start, message):
    centre.decide = lambda _event: HOLD
    row = message()
    running = start()
    until(lambda: centre.held)
    running.loop.call_soon_threadsafe(running.process.stop)
    centre.held[0].accept("late")
    running.stop()
    assert state_of(row) == State.SENT


def test_pauses_between_binds_grow(centre, start):
    centre.close_door()
    running = start()
    until(lambda: running.process.pause > 0.05)
    centre.is_open = True
    until(lambda: centre.sessions)


def test_a_centre_that_is_silent_is_a_line_that_was_lost(centre, start, message, monkeypatch):
    for module in (session, wire):
        monkeypatch.setattr(module, "ANSWER", 0.3)
    centre.decide = lambda _event: HOLD
    message()
    start()
    until(lambda: len(centre.binds) >= 2)
