"""Answers of people over SMPP: exactly as written, whole, and once."""

from itertools import permutations

import pytest

from socialcode.notices.models import Inbound

from .running import until
from .sms_centre import Cut

pytestmark = [pytest.mark.process, pytest.mark.django_db(transaction=True)]
LONG = "Иә, келісемін, бірақ шотым өзгерді. " * 5  # three parts of UCS-2


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
    until(lambda: not centre.sessions)
    start()
    until(lambda: centre.sessions)
    assert centre.deliver(b"1", "77001112233") == 0
    assert Inbound.objects.count() == 1


def test_what_cannot_be_kept_ends_no_line(centre, start):
    start()
    until(lambda: centre.sessions)
    receipt = b"id:7F\0A stat:UNDELIV err:" + b"9" * 30
    assert centre.deliver(receipt, "77001112233", esm_class=4) == 0
    assert centre.deliver(b"1", "77001112233") == 0
    assert len(centre.binds) == 1 and Inbound.objects.count() == 1
