"""What is said over SMPP and read from it, without a line: alphabets, parts, receipts, and what is no PDU."""

import struct

import pytest
import smpp34
from django.test import override_settings
from hypothesis import given
from hypothesis import strategies as st

from socialcode.notices import sms
from socialcode.notices.gateways.smpp import names, pdus, reading, writing
from socialcode.notices.gateways.smpp.pace import Pace
from socialcode.running import sms_centre

CENTRE = "smpp://a:b@c/?from=1414"
ANY = st.text(st.characters(blacklist_categories=["Cs"], blacklist_characters="\x00"), min_size=1, max_size=700)
OURS = st.text("абвгғдеёжзиійкқлмнңоөпрстуүұфхһцчшщъыіьэюяӘ .,!?1234567890", min_size=1, max_size=400)


def piece(fields):
    """As a phone would read what goes: through the encoder and a decoder of other makers."""
    sent = smpp34.decode(
        pdus.written("submit_sm", 7, **writing.sender("1414"), **writing.receiver("+77001112233"), **fields)
    )
    data = sent.short_message or next(tlv.value for tlv in sent.tlvs if tlv.tag == smpp34.TLV_MESSAGE_PAYLOAD)
    back = smpp34.DeliverSm(
        "77001112233",
        "1414",
        sent.short_message and data,
        esm_class=sent.esm_class,
        data_coding=sent.data_coding,
        tlvs=[] if sent.short_message else [smpp34.Tlv(smpp34.TLV_MESSAGE_PAYLOAD, data)],
        sequence_number=3,
    )
    return reading.read(pdus.read(back.encode()).body)


@given(text=ANY | OURS, how=st.sampled_from(["parts", "payload"]))
def test_every_text_arrives_letter_by_letter(text, how):
    read = [piece(fields) for fields in writing.parts(text, 300, how)]
    assert "".join(reading.text(each.coding, each.data) for each in read) == text
    assert [(each.number, each.total) for each in read] == [(number, len(read)) for number in range(1, len(read) + 1)]
    assert len({each.reference for each in read}) == 1


@given(text=OURS)
def test_what_goes_is_as_long_as_was_counted(text):
    assert len(writing.parts(text, 1, "parts")) == sms.parts(text)


@pytest.mark.parametrize(("source", "kind"), [("1414", (3, 0)), ("+77001112233", (1, 1)), ("SocialCode", (5, 0))])
def test_a_sender_is_a_short_number_a_phone_or_a_name(source, kind):
    fields = writing.sender(source)
    assert (fields["source_addr_ton"], fields["source_addr_npi"]) == kind


def receipt(text=b"", **fields):
    deliver = smpp34.DeliverSm("77001112233", "1414", text, esm_class=4, sequence_number=3, **fields)
    return reading.read(pdus.read(deliver.encode()).body)


def test_a_receipt_is_read_from_its_parameters_or_its_words(settings):
    settings.SMS_CENTRE = sms_centre.read(CENTRE)
    words = receipt(b"id:7F sub:001 dlvrd:000 submit date:2601010000 done date:2601010000 stat:UNDELIV err:027 text:Hi")
    assert (words.said.gateway_key, words.said.outcome, words.said.undeliverable) == ("7F", "undelivered", "phone_off")
    tlvs = [
        smpp34.Tlv(0x1501, b"a vendor's own"),
        smpp34.Tlv(smpp34.TLV_DELIVERY_FAILURE_REASON, b"\x01"),
        smpp34.Tlv(smpp34.TLV_RECEIPTED_MESSAGE_ID, b"7F\0"),
        smpp34.Tlv(smpp34.TLV_MESSAGE_STATE, b"\x02"),
        smpp34.Tlv(smpp34.TLV_USER_MESSAGE_REFERENCE, b"\x01\x02"),
    ]
    parameters = receipt(tlvs=tlvs)
    assert (parameters.said.gateway_key, parameters.said.outcome, parameters.reference) == ("7F", "delivered", 258)
    error = receipt(b"id:7F stat:UNDELIV err:999", tlvs=[smpp34.Tlv(smpp34.TLV_NETWORK_ERROR_CODE, b"\x03\x00\x01")])
    assert error.said.undeliverable == "unknown_number"
    for state in (b"ENROUTE", b"ACCEPTD", b"UNKNOWN", b""):
        assert receipt(b"id:7F stat:" + state).said is None


@given(name=st.binary(min_size=1, max_size=120), error=st.binary(max_size=20) | st.just(b"9" * 5000))
def test_a_receipt_of_any_bytes_can_be_kept(name, error):
    words = b"id:" + name + b" stat:UNDELIV err:" + error
    with override_settings(SMS_CENTRE=sms_centre.read(CENTRE)):
        read = receipt(tlvs=[smpp34.Tlv(smpp34.TLV_MESSAGE_PAYLOAD, words)])
    assert "\0" not in read.address
    if read.said:
        assert "\0" not in read.said.gateway_key and len(read.said.gateway_key) <= 100


@pytest.mark.parametrize(
    ("ids", "answer", "told"), [("same", "1f", "1f"), ("decimal", "1F", "31"), ("hexadecimal", "31", "1f")]
)
def test_answers_and_receipts_write_a_name_in_two_ways(settings, ids, answer, told):
    settings.SMS_CENTRE = sms_centre.read(f"{CENTRE}&ids={ids}")
    assert names.of_answer(answer) == names.of_receipt(told)
    assert names.of_receipt("no number") == "no number"


@given(body=st.binary(max_size=300), command=st.sampled_from([4, 5, 0x103, 0x80000004, 0x80000009, 0x15, 0x102, 0x99]))
def test_whatever_comes_is_read_or_refused(body, command):
    frame = struct.pack(">LLLL", 16 + len(body), command, 0, 1) + body
    try:
        heard = pdus.read(frame)
    except pdus.BrokenError as error:
        assert error.sequence == 1
        return
    if heard.body:
        said = reading.read(heard.body)
        if isinstance(said, reading.Piece):
            reading.text(said.coding, said.data)


class Clock:
    def __init__(self):
        self.now = 0.0

    def __call__(self):
        return self.now


def test_the_pace_falls_at_a_refusal_and_comes_back():
    clock = Clock()
    pace = Pace(0, clock)
    assert pace.allowed(50) == 50
    pace.taken(50)
    pace.refused()
    assert pace.allowed(1) == 0
    sent = 0
    for _tick in range(100):
        clock.now += 0.1
        sent += (allowed := pace.allowed(100))
        pace.taken(allowed)
    assert 300 < sent < 600, "about forty a second for ten seconds, a little more each"
    clock.now += 60
    assert pace.allowed(1000) == 1000


def test_a_bound_of_the_portals_own_is_kept():
    clock = Clock()
    pace, sent = Pace(20, clock), 0
    for _tick in range(1000):
        clock.now += 0.01
        sent += pace.allowed(100)
    assert 195 <= sent <= 210
