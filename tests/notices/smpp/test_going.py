"""SMS over SMPP to an SMS centre of other makers: what goes, and what the centre says of it."""

from dataclasses import replace
from datetime import timedelta

import pytest
import smpp34
from django.utils import timezone

from socialcode.notices import delivery
from socialcode.notices.models import Delivery, Inbound, Part, Receipt
from socialcode.running import sms_centre
from tests.factories import people

from .running import QUICK, is_in, state_of, until
from .sms_centre import HOLD

pytestmark = [pytest.mark.process, pytest.mark.django_db(transaction=True)]
State = Delivery.State
LONG = "Сіздің отбасыңызға төлем тағайындалды. " * 4  # three parts of UCS-2


def test_a_message_goes_and_arrives(centre, start, message):
    row = message("Сәлеметсіз бе, Әйгерім!")
    start()
    taken = centre.next()
    assert (taken.event.source_addr, f"+{taken.event.destination_addr}") == ("1414", row.address)
    assert (taken.text, taken.event.registered_delivery) == (row.text, 1)
    until(is_in(row, State.SENT))
    assert centre.receipt(taken) == 0
    until(is_in(row, State.DELIVERED))


@pytest.mark.parametrize("how", ["parts", "payload"])
def test_a_long_message_goes_whole(centre, start, message, settings, how):
    settings.SMS_CENTRE = sms_centre.read(f"smpp://portal:secret@127.0.0.1:{centre.port}/?from=1414&long={how}&{QUICK}")
    row, goes = message(LONG.strip()), {"parts": 3, "payload": 1}[how]
    start()
    taken = sorted((centre.next() for _part in range(goes)), key=lambda part: part.place)
    assert "".join(part.text for part in taken) == row.text
    until(is_in(row, State.SENT))
    for part in reversed(taken):
        centre.receipt(part)
    until(is_in(row, State.DELIVERED))
    assert row.parts.count() == goes


STATES = {
    ("EXPIRED", "000"): "phone_off",
    ("UNDELIV", "001"): "unknown_number",
    ("UNDELIV", "013"): "blocked",
    ("UNDELIV", "999"): "other",
    ("REJECTD", "000"): "blocked",
}


def test_what_does_not_arrive_says_why_and_what_arrives_after_all_has_arrived(centre, start, message):
    rows = [message(f"number {place}") for place in range(len(STATES))]
    start()
    taken = {part.text: part for part in (centre.next() for _row in rows)}
    for row, (state, error) in zip(rows, STATES, strict=True):
        centre.receipt(taken[row.text], "ENROUTE")
        centre.receipt(taken[row.text], state, error=error)
        until(is_in(row, State.UNDELIVERED))
    assert [row.undeliverable for row in rows] == list(STATES.values())
    centre.receipt(taken[rows[0].text])
    until(is_in(rows[0], State.DELIVERED))


def test_receipts_come_early_twice_late_and_for_nobody(centre, start, message):
    """The receipt of a message overtakes the answer to it."""
    centre.decide = lambda _event: HOLD
    row = message()
    running = start()
    until(lambda: centre.held)
    for _time in range(2):
        assert centre.deliver(b"id:early stat:DELIVRD err:000", centre.held[0].destination_addr, esm_class=4) == 0
    assert centre.deliver(b"id:nobody stat:DELIVRD err:000", "77009999999", esm_class=4) == 0
    assert centre.deliver(b"what is this", "77009999999", esm_class=4) == 0
    assert state_of(row) == State.SENDING
    centre.held[0].accept("early")
    until(is_in(row, State.DELIVERED))
    running.stop()
    assert sorted(Receipt.objects.values_list("gateway_key", "part__delivery")) == [("early", row.pk), ("nobody", None)]
    assert not Inbound.objects.exists(), "a receipt that nobody can read is no message from a person"


def test_what_the_centre_has_no_room_for_goes_slower_and_all_of_it_once(centre, start, message):
    refused = iter([smpp34.ESME_RTHROTTLED, smpp34.ESME_RMSGQFUL, None, smpp34.ESME_RTHROTTLED])
    centre.decide = lambda _event: next(refused, None)
    rows = [message(f"number {place}") for place in range(6)]
    start()
    texts = [centre.next().text for _row in rows]
    assert sorted(texts) == sorted(row.text for row in rows)
    until(lambda: all(state_of(row) == State.SENT for row in rows))
    assert {row.tries for row in rows} == {1}, "it was no fault of theirs"
    assert len(centre.asked) == len(rows) + 3


def test_a_number_that_does_not_exist_is_given_up_and_anything_else_is_tried_later(centre, start, message):
    wrong, other = message("wrong"), message("other")
    statuses = {wrong.address: smpp34.ESME_RINVDSTADR, other.address: smpp34.ESME_RINVSRCADR}
    centre.decide = lambda event: statuses[f"+{event.destination_addr}"]
    start()
    until(is_in(wrong, State.FAILED))
    until(lambda: "ESME_RINVSRCADR" in (other.refresh_from_db() or other.error))
    assert (wrong.undeliverable, wrong.error) == ("unknown_number", "The SMS centre answered ESME_RINVDSTADR.")
    assert (other.state, other.tries) == (State.SENDING, 1)
    assert other.next_try_at > timezone.now()
    assert not Part.objects.exists()


def test_codes_go_first_and_not_when_they_are_worth_nothing(centre, start, message, tell, settings):
    settings.SMS_CENTRE = replace(settings.SMS_CENTRE, window=1)  # the centre may read what comes at once in any order
    message("later")
    code = tell("sign_in_code", code="123456", to=people.make_person()).deliveries.get()
    old = tell("sign_in_code", code="654321", to=people.make_person()).deliveries.get()
    type(old.notice).objects.filter(pk=old.notice_id).update(created_at=timezone.now() - timedelta(minutes=6))
    start()
    assert "123456" in centre.next().text
    assert centre.next().text == "later"
    until(is_in(old, State.FAILED))
    until(is_in(code, State.SENT))


def test_a_message_that_is_quiet_now_waits_for_the_morning(centre, start, message):
    now = timezone.now()
    quiet, morning = message("quiet"), now + timedelta(hours=8)
    message("other")
    Delivery.objects.filter(pk=quiet.pk).update(quiet=(now - timedelta(hours=1), morning))
    start()
    assert centre.next().text == "other"
    until(lambda: Delivery.objects.get(pk=quiet.pk).next_try_at == morning)
    assert (state_of(quiet), quiet.tries, len(centre.asked)) == (State.SENDING, 0, 1)


def test_others_send_no_sms_beside_the_process_and_still_send_mail(tell, message, settings):
    settings.NOTICE_GATEWAY = "smpp"
    row = message()
    delivery.deliver_due()
    assert state_of(row) == State.SENDING
