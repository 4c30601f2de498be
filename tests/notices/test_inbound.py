"""Messages from people: each kept once, exactly as written, and read in the order in which a person wrote them."""

import threading

import pytest
from django.db import connection

from socialcode.notices import inbound, tasks
from socialcode.notices.models import Inbound, InboxMessage
from socialcode.notices.tasks import take_inbound

pytestmark = pytest.mark.django_db
PHONE, OTHER = "+77000000001", "+77000000002"


@pytest.fixture
def read(monkeypatch):
    """What a room above was given, in order; it raises where its text is 'broken'."""
    given = []

    def reader(message):
        given.append((message.address, message.text))
        if message.text == "broken":
            raise ValueError(message.text)

    monkeypatch.setattr(inbound, "takers", [reader])
    return given


def write(text, key, address=PHONE, gateway="http"):
    return inbound.receive(gateway=gateway, gateway_key=key, channel="sms", address=address, text=text)


def test_what_a_gateway_tells_twice_is_there_once():
    first, is_new = write("Иә", "a")
    again, is_new_again = write("Иә", "a")
    assert (is_new, is_new_again) == (True, False)
    assert first == again
    assert write("Иә", "a", gateway="smpp")[1], "another gateway has names of its own"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "  1\n ",
        "Иә, келісемін 👍",
        "<b>'; --",
        "\ud83d".encode("utf-16", "surrogatepass").decode("utf-16", "replace"),
    ],
)
def test_it_is_kept_exactly_as_written(text):
    row, _is_new = write(text, "a")
    row.refresh_from_db()
    assert row.text == text


def test_a_zero_in_a_text_is_kept_as_a_sign_for_what_cannot_be_shown():
    assert write("1\x002", "a")[0].text == "1�2"


def test_all_are_given_once_and_in_order(read):
    for key, text in enumerate(("1", "2", "1")):
        write(text, str(key))
    take_inbound()
    take_inbound()
    assert read == [(PHONE, "1"), (PHONE, "2"), (PHONE, "1")]
    assert not Inbound.objects.filter(taken_at=None).exists()


def test_without_a_reader_all_waits(monkeypatch):
    monkeypatch.setattr(inbound, "takers", [])
    write("1", "a")
    take_inbound()
    assert Inbound.objects.get().taken_at is None


def test_what_cannot_be_read_holds_up_its_person_for_a_while_and_nobody_else(read):
    broken, _is_new = write("broken", "a")
    write("2", "b")
    write("3", "c", address=OTHER)
    take_inbound()
    assert read == [(PHONE, "broken"), (OTHER, "3")]
    broken.refresh_from_db()
    assert (broken.taken_at, broken.tries) == (None, 1)
    for _try in range(inbound.HOLDS_UP - 1):
        Inbound.objects.update(next_try_at=broken.received_at)
        take_inbound()
    assert read[-1] == (PHONE, "2")


@pytest.mark.django_db(transaction=True)
def test_readers_side_by_side_never_overtake_one_another(monkeypatch):
    """While the first message is being read, nobody else is given the second of the same person."""
    reading, may_end, given = threading.Event(), threading.Event(), []

    def reader(message):
        given.append(message.text)
        reading.set()
        may_end.wait()

    monkeypatch.setattr(inbound, "takers", [reader])
    write("1", "a")
    write("2", "b")

    def work():
        try:
            tasks.take_inbound()
        finally:
            connection.close()

    worker = threading.Thread(target=work)
    worker.start()
    assert reading.wait(30)
    tasks.take_inbound()
    assert given == ["1"]
    may_end.set()
    worker.join()
    tasks.take_inbound()
    assert given == ["1", "2"]


def test_an_answer_from_a_demo_phone_comes_like_any_other(client, settings, read):
    box = InboxMessage.objects.create(channel="sms", address=PHONE, text="Do you agree?", gateway_key="x")
    client.post(f"/inbox/{box.pk}/", {"text": "Иә"})
    row = Inbound.objects.get()
    assert (row.gateway, row.channel, row.address, row.text) == ("inbox", "sms", PHONE, "Иә")
    take_inbound()
    assert read == [(PHONE, "Иә")]
