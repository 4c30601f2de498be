"""SMS over SMPP to an SMS centre of other makers: what goes, what comes back, and lines cut in every state."""

import asyncio
import threading
from datetime import timedelta
from itertools import permutations

import pytest
import smpp34
from django.utils import timezone

from socialcode.notices import delivery
from socialcode.notices.gateways.smpp import process, session, wire
from socialcode.notices.models import Delivery, Inbound, Part, Receipt
from socialcode.running import sms_centre
from tests.factories import people

from .sms_centre import HOLD, PATIENCE, Cut, SmsCentre

pytestmark = [pytest.mark.process, pytest.mark.django_db(transaction=True)]
State = Delivery.State
QUICK = "enquire=1"
LONG = "Сіздің отбасыңызға төлем тағайындалды. " * 4  # three parts of UCS-2


@pytest.fixture(scope="module")
def simulator():
    with SmsCentre() as centre:
        yield centre


@pytest.fixture
def centre(simulator, settings):
    simulator.forget()
    settings.NOTICE_GATEWAY = "smpp"
    settings.SMS_CENTRE = sms_centre.read(f"smpp://portal:secret@127.0.0.1:{simulator.port}/?from=1414&{QUICK}")
    yield simulator
    simulator.hang_up()


class Running:
    """The process in a thread of its own; `stop` ends it in order, `kill` leaves all as it is."""

    def __init__(self, centre):
        self.ready, self.failed = threading.Event(), None
        self.thread = threading.Thread(target=self._run, args=(centre,))
        self.thread.start()
        self.ready.wait(PATIENCE)

    def _run(self, centre):
        async def run():
            self.loop, self.process = asyncio.get_running_loop(), process.Process(centre, shortest=0.01)
            self.task = asyncio.current_task()
            self.ready.set()
            await self.process.run()

        try:
            asyncio.run(run())
        except asyncio.CancelledError:
            pass
        except Exception as error:
            self.failed = error

    def stop(self):
        self._end(self.process.stop)

    def kill(self):
        self._end(self.task.cancel)

    def _end(self, how):
        if self.thread.is_alive():
            self.loop.call_soon_threadsafe(how)
        self.thread.join(PATIENCE)
        assert not self.thread.is_alive()
        if self.failed:
            raise self.failed


@pytest.fixture
def start(centre, settings):
    running = []

    def begin():
        running.append(Running(settings.SMS_CENTRE))
        return running[-1]

    yield begin
    for each in running:
        each.stop()


@pytest.fixture
def message(tell):
    """A bound message of its own text to a person of its own."""

    def make(text="Сәлем", **how):
        row = tell(to=people.make_person(), **how).deliveries.get(channel="sms")
        row.state, row.text = State.SENDING, text
        row.save()
        return row

    return make


def until(condition):
    """Wait for what another thread does."""
    ends = timezone.now() + timedelta(seconds=PATIENCE)
    while not condition():
        assert timezone.now() < ends, "it never came"
        threading.Event().wait(0.01)


def state_of(row):
    row.refresh_from_db()
    return row.state


def is_in(row, state):
    return lambda: state_of(row) == state


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
    taken = [centre.next() for _part in range(goes)]
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


def test_codes_go_before_all_else_and_not_when_they_are_worth_nothing(centre, start, message, tell):
    message("later")
    code = tell("sign_in_code", code="123456", to=people.make_person()).deliveries.get()
    old = tell("sign_in_code", code="654321", to=people.make_person()).deliveries.get()
    type(old.notice).objects.filter(pk=old.notice_id).update(created_at=timezone.now() - timedelta(minutes=6))
    start()
    assert "123456" in centre.next().text
    assert centre.next().text == "later"
    until(is_in(old, State.FAILED))
    until(is_in(code, State.SENT))


def test_others_send_no_sms_beside_the_process_and_still_send_mail(tell, message, settings):
    settings.NOTICE_GATEWAY = "smpp"
    row = message()
    delivery.deliver_due()
    assert state_of(row) == State.SENDING


ANSWERS = {
    "Иә": (8, "Иә".encode("utf-16-be")),
    "1": (0, b"1"),
    "{€}": (0, b"\x1b(\x1be\x1b)"),
    "no, é": (3, "no, é".encode("latin-1")),
    "да": (6, "да".encode("iso8859-5")),
}


def test_answers_come_exactly_as_written(centre, start):
    start()
    until(lambda: centre.sessions)
    for coding, data in ANSWERS.values():
        assert centre.deliver(data, "77001112233", data_coding=coding) == 0
    assert list(Inbound.objects.order_by("pk").values_list("text", flat=True)) == list(ANSWERS)
    assert set(Inbound.objects.values_list("address", flat=True)) == {"+77001112233"}


def pieces(text, reference, size=67):
    data = text.encode("utf-16-be")
    parts = [data[place : place + size * 2] for place in range(0, len(data), size * 2)]
    return [bytes([5, 0, 3, reference, len(parts), number]) + part for number, part in enumerate(parts, start=1)]


@pytest.mark.parametrize("order", list(permutations(range(3))))
def test_a_long_answer_is_joined_from_parts_in_any_order_and_once(centre, start, order):
    start()
    until(lambda: centre.sessions)
    parts = pieces(LONG, 7)
    for place in (*order, *order):
        assert centre.deliver(parts[place], "77001112233", data_coding=8, esm_class=0x40) == 0
    assert [row.text for row in Inbound.objects.all()] == [LONG]


def test_the_same_twice_is_two_answers_unless_the_line_broke_between(centre, start):
    start()
    until(lambda: centre.sessions)
    for _time in range(2):
        assert centre.deliver(b"1", "77001112233") == 0
    assert Inbound.objects.count() == 2
    centre.cuts = [Cut("deliver_sm_resp", "before")]
    assert centre.deliver(b"2", "77001112233", check=False) != 0
    until(lambda: len(centre.binds) == 2 and centre.sessions)
    assert centre.deliver(b"2", "77001112233") == 0, "the centre did not hear that it was kept, and sends it again"
    assert centre.deliver(b"2", "77001112233") == 0, "this is another one"
    assert list(Inbound.objects.order_by("pk").values_list("text", flat=True)) == ["1", "1", "2", "2"]


def test_a_process_that_was_killed_before_it_told_the_centre_keeps_an_answer_once(centre, start):
    first = start()
    until(lambda: centre.sessions)
    centre.cuts = [Cut("deliver_sm_resp", "before")]
    centre.deliver(b"1", "77001112233", check=False)
    first.kill()
    start()
    until(lambda: centre.sessions)
    assert centre.deliver(b"1", "77001112233") == 0
    assert Inbound.objects.count() == 1


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
