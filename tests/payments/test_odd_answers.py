"""Answers that keep to the schema and yet are odd: each file is read or kept with its reason, and none stays behind."""

import datetime
import os

import pytest
from lxml import etree

from socialcode.demo.treasury.writing import status_report
from socialcode.payments import channel, receiving
from socialcode.payments.iso20022 import safe
from socialcode.payments.models import Incoming, Outgoing, PaymentTask, Told
from tests.factories.awards import make_award

from .conftest import MONTH, TODAY, approved, order_of, sent
from .test_messages import HOSTILE, NOW, said

pytestmark = pytest.mark.django_db
XSD = "{urn:iso:std:iso:20022:tech:xsd:pain.002.001.12}"


@pytest.fixture
def award(run, payer, second_payer):
    """An award whose order is on its way."""
    award = make_award(since=MONTH)
    approved(run(), payer, second_payer)
    sent()
    return award


@pytest.fixture
def laid(django_capture_on_commit_callbacks):
    """Lays files into the portal's folder and lets it read: what is kept of the last one."""

    def read(*contents, name="S1.xml"):
        for place, content in enumerate(contents):
            (channel.folder(channel.IN) / f"{place}{name}").write_bytes(content)
        with django_capture_on_commit_callbacks(execute=True):
            receiving.read_all()
        assert list(channel.folder(channel.IN).iterdir()) == [], "a file stays and is read again and again"
        return Incoming.objects.first()

    return read


def answered(award, **changed):
    """The answer "paid" to an award's order, with other texts (or None: left out) by the last part of their path."""
    root = etree.fromstring(status_report("S1", "SCM000000000001", [said(order_of(award), "ACSC")], NOW))
    for name, text in changed.items():
        found = root.find(f".//{XSD}{name}")
        if text is None:
            found.getparent().remove(found)
        else:
            found.text = text
    return root


def at(award, moment):
    """The answer "paid" with the moment at which it was."""
    root = answered(award)
    said_at = etree.Element(f"{XSD}AccptncDtTm")
    said_at.text = moment
    root.find(f".//{XSD}TxSts").addnext(said_at)
    return etree.tostring(root)


@pytest.mark.parametrize("amount", ["9" * 18, "1" * 13 + ".00001", "50000.00001", "0"])
def test_a_sum_of_any_size_is_for_a_person_to_see(award, laid, amount):
    kept = laid(etree.tostring(answered(award, InstdAmt=amount)))
    assert (kept.trouble, kept.told, order_of(award).state) == ("", 1, "sent")
    assert PaymentTask.objects.get().kind == "contradiction"


def test_a_sum_of_another_money_is_for_a_person_to_see(award, laid):
    root = answered(award)
    root.find(f".//{XSD}InstdAmt").set("Ccy", "USD")
    laid(etree.tostring(root))
    assert order_of(award).state == "sent"
    assert PaymentTask.objects.get().kind == "contradiction"


@pytest.mark.parametrize("moment", ["2026-11-08T23:30:00", "2026-11-08T23:30:00.5+05:00"])
def test_the_moment_of_payment_is_a_day(award, laid, moment):
    laid(at(award, moment))
    assert order_of(award).paid_on == datetime.date(2026, 11, 8)


@pytest.mark.parametrize("moment", ["12026-11-08T00:00:00", "-0044-03-15T00:00:00", "9999-12-31T00:00:00"])
def test_a_day_that_cannot_be_is_the_day_of_reading(award, laid, moment):
    kept = laid(at(award, moment))
    assert (kept.trouble, order_of(award).state, order_of(award).paid_on) == ("", "paid", TODAY)


@pytest.mark.parametrize("left_out", ["OrgnlEndToEndId", "TxSts", "OrgnlTxRef"])
def test_what_is_left_out_says_nothing(award, laid, left_out):
    kept = laid(etree.tostring(answered(award, **{left_out: None})))
    assert kept.read_at
    assert order_of(award).state == ("paid" if left_out == "OrgnlTxRef" else "sent")


@pytest.mark.parametrize("number", ["SC" + "9" * 12, "SC" + "9" * 30, "SC٠٠٠٠٠٠٠٠٠٠٠١", "sc000000000001", "ЗАКАЗ"])
def test_no_name_but_ours_is_an_order(award, laid, number):
    kept = laid(etree.tostring(answered(award, OrgnlEndToEndId=number)))
    assert (kept.told, kept.unknown, order_of(award).state) == (1, 1, "sent")


def test_one_order_twice_in_one_file_is_moved_once_and_told_twice(award, laid):
    order = order_of(award)
    kept = laid(status_report("S1", "M", [said(order, "ACSC"), said(order, "RJCT", "AC04")], NOW))
    assert (kept.told, kept.changed, order_of(award).state) == (2, 1, "paid")
    assert [task.kind for task in PaymentTask.objects.all()] == ["contradiction"]
    assert Told.objects.filter(order=order).count() == 2


@pytest.mark.parametrize("level", ["GrpSts", "PmtInfSts"])
@pytest.mark.parametrize("number", ["", "SCM" + "9" * 30])
def test_what_is_said_of_all_orders_at_once_is_said_of_each(award, laid, level, number):
    about = number or Outgoing.objects.get().number
    root = answered(award, OrgnlMsgId=about, OrgnlPmtInfId=about, TxInfAndSts=None)
    after = root.find(f".//{XSD}OrgnlMsgNmId" if level == "GrpSts" else f".//{XSD}OrgnlPmtInfId")
    status = etree.Element(f"{XSD}{level}")
    status.text = "RJCT"
    after.addnext(status)
    kept = laid(etree.tostring(root))
    assert kept.told == 1
    assert order_of(award).state == ("sent" if number else "rejected")


def test_remarks_in_a_file_are_no_part_of_what_it_says(award, laid):
    root = answered(award)
    for name in ("OrgnlEndToEndId", "TxInfAndSts"):
        root.find(f".//{XSD}{name}").insert(0, etree.Comment("checked"))
    number = root.find(f".//{XSD}OrgnlEndToEndId")
    number.text, number[0].tail = number.text[:4], number.text[4:]
    laid(etree.tostring(root))
    assert order_of(award).state == "paid"


def test_a_file_of_any_name_is_read(award, laid):
    laid(etree.tostring(answered(award)), name=os.fsdecode(b"\xff\xfe" + "ответ".encode() + b"x" * 190 + b".xml"))
    assert order_of(award).state == "paid"


def test_a_file_that_is_too_large_is_not_looked_into(award, laid, monkeypatch):
    monkeypatch.setattr(safe, "LARGEST", 100)
    kept = laid(etree.tostring(answered(award)), HOSTILE["no XML"])
    assert Incoming.objects.filter(trouble__contains="larger than a message").count() == 1
    assert kept.trouble


def test_a_message_that_grows_by_entities_in_utf_16_is_refused(award, laid):
    grows = '<?xml version="1.0" encoding="UTF-16"?>' + HOSTILE["entities that grow"].decode()
    assert "entities" in laid(grows.encode("utf-16")).trouble
