"""Messages to banks and what comes back: late, twice, in any order, wrong and hostile."""

import datetime
from decimal import Decimal

import pytest
from lxml import etree

from socialcode.demo.treasury import rounds
from socialcode.demo.treasury.answering import Answer, Ordered
from socialcode.demo.treasury.writing import notice_of_returns, status_report
from socialcode.notices.models import Notice
from socialcode.payments import channel, receiving, sending
from socialcode.payments.actions import again, listing
from socialcode.payments.iso20022 import answers, safe
from socialcode.payments.models import Incoming, Outgoing, PaymentOrder, PaymentTask, Told
from tests.factories.awards import make_award, make_iban

from .conftest import MONTH, approved, order_of, sent

pytestmark = pytest.mark.django_db
NOW = datetime.datetime(2026, 11, 11, 9, 0, tzinfo=datetime.UTC)
ACCOUNT = "KZ86125KZT5004100100"


def said(order, status, reason="", amount=None):
    return Answer(
        Ordered(order.number, f"{order.amount if amount is None else amount:.2f}", order.iban), status, reason
    )


def report(*found, number="S1", about="SCM000000000001"):
    return receiving.receive(f"{number}.xml", status_report(number, about, found, NOW))


def notice(*found, number="R1"):
    return receiving.receive(f"{number}.xml", notice_of_returns(number, ACCOUNT, found, NOW))


@pytest.fixture
def award(run, payer, second_payer):
    """An award whose order is on its way."""
    award = make_award(since=MONTH)
    approved(run(), payer, second_payer)
    sent()
    return award


def test_a_message_keeps_to_its_schema_and_adds_up(run, payer, second_payer):
    awards = [make_award(since=MONTH, amount=Decimal(f"{place}0000.45")) for place in range(1, 4)]
    approved(run(), payer, second_payer)
    sent()
    message = Outgoing.objects.get()
    root = etree.fromstring((channel.folder(channel.OUT) / message.file).read_bytes())
    safe.check(root, safe.ORDERS)
    sums = [Decimal(one.text) for one in root.iterfind(".//{*}InstdAmt")]
    assert sum(sums) == Decimal(root.findtext(".//{*}GrpHdr/{*}CtrlSum")) == message.amount == Decimal("60001.35")
    assert {order_of(award).state for award in awards} == {"sent"}
    one = root.find(".//{*}CdtTrfTxInf")
    assert [code.text for code in one.iterfind(".//{*}Cd")] == ["11", "19"]
    assert one.findtext(".//{*}Purp/{*}Prtry") == "045"
    assert one.findtext(".//{*}Cdtr/{*}Nm") == awards[0].person.full_name
    message.register.refresh_from_db()
    assert message.register.state == "sent"


def test_a_message_written_again_is_the_same_file(run, payer, second_payer):
    make_award(since=MONTH)
    approved(run(), payer, second_payer)
    sent()
    message = Outgoing.objects.get()
    before = message.sha256
    Outgoing.objects.update(written_at=None, sha256="", delivered_at=None)
    sending.write_next()
    assert Outgoing.objects.get().sha256 == before


def test_a_large_list_goes_in_several_messages(run, payer, second_payer, monkeypatch):
    monkeypatch.setattr(listing, "ORDERS_A_MESSAGE", 2)
    for _place in range(5):
        make_award(since=MONTH)
    approved(run(), payer, second_payer)
    sent()
    assert sorted(Outgoing.objects.values_list("orders", flat=True)) == [1, 2, 2]
    assert PaymentOrder.objects.filter(state="sent").count() == 5


def test_what_a_bank_has_paid_is_paid(award):
    report(said(order_of(award), "ACSC"))
    order = order_of(award)
    assert (order.state, order.paid_on is not None) == ("paid", True)


def test_the_same_file_twice_changes_nothing(award):
    order = order_of(award)
    for _time in range(2):
        report(said(order, "RJCT", "AC04"))
    assert (Incoming.objects.count(), Told.objects.count(), PaymentTask.objects.count()) == (1, 1, 1)
    assert Notice.objects.filter(kind="payment_returned").count() == 1


def test_the_same_answer_in_another_message_is_told_and_changes_nothing(award):
    order = order_of(award)
    report(said(order, "RJCT", "AC04"))
    second = report(said(order, "RJCT", "AC04"), number="S2")
    assert (second.told, second.changed) == (1, 0)
    assert PaymentTask.objects.count() == 1
    assert Notice.objects.filter(kind="payment_returned").count() == 1


def test_money_that_comes_back_before_it_was_paid_stays_back(award):
    order = order_of(award)
    notice(said(order, "RTRN", "AC06"))
    report(said(order, "ACSC"))
    assert order_of(award).state == "returned"
    assert [task.kind for task in PaymentTask.objects.all()] == ["returned"]


def test_a_payment_that_was_refused_and_is_said_to_be_paid_is_for_a_person_to_see(award, payer):
    order = order_of(award)
    report(said(order, "RJCT", "AC04"))
    fresh = again.pay_again(order=order, by=payer)
    report(said(order, "ACSC"), number="S2")
    fresh.refresh_from_db()
    assert fresh.state == "held"
    assert PaymentTask.objects.open().get().kind == "contradiction"


def test_another_sum_than_was_ordered_is_for_a_person_to_see(award):
    report(said(order_of(award), "ACSC", amount=1))
    assert order_of(award).state == "sent"
    assert PaymentTask.objects.get().kind == "contradiction"


def test_what_is_on_its_way_stays_on_its_way(award):
    report(said(order_of(award), "ACSP"))
    assert order_of(award).state == "sent"


def test_an_answer_about_an_unknown_order_is_kept_and_counted(award):
    stranger = Answer(Ordered("SC999999999999", "1.00", ACCOUNT), "ACSC")
    odd = Answer(Ordered("NOT-OURS", "1.00", ACCOUNT), "ACSC")
    message = report(stranger, odd, said(order_of(award), "ACSC"))
    assert (message.told, message.changed, message.unknown) == (3, 1, 2)
    assert order_of(award).state == "paid"


def test_an_answer_to_a_whole_message_is_one_to_each_of_its_orders(award):
    about = Outgoing.objects.get().number
    empty = etree.fromstring(status_report("S9", about, (), NOW))
    group = empty.find(".//{*}OrgnlGrpInfAndSts")
    etree.SubElement(group, etree.QName(group).text.replace("OrgnlGrpInfAndSts", "GrpSts")).text = "RJCT"
    payment = empty.find(".//{*}OrgnlPmtInfAndSts")
    payment.getparent().remove(payment)
    receiving.receive("S9.xml", etree.tostring(empty))
    assert order_of(award).state == "rejected"


HOSTILE = {
    "no XML": b"once upon a time",
    "half a file": b'<?xml version="1.0"?><Document xmlns="urn:iso:std:iso:20022:tech:xsd:pain.002.001.12"><Cst',
    "entities that grow": b'<!DOCTYPE d [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]><Document>&b;</Document>',
    "a file of this machine": b'<!DOCTYPE d [<!ENTITY a SYSTEM "file:///etc/passwd">]><Document>&a;</Document>',
    "a definition elsewhere": b'<!DOCTYPE d SYSTEM "http://portal.example/d.dtd"><Document/>',
    "another message": b'<Document xmlns="urn:iso:std:iso:20022:tech:xsd:pacs.008.001.08"/>',
    "not by the schema": b'<Document xmlns="urn:iso:std:iso:20022:tech:xsd:pain.002.001.12"><Nothing/></Document>',
}


@pytest.mark.parametrize("what", HOSTILE)
def test_what_is_no_message_is_kept_with_the_reason_and_nothing_happens(award, what):
    kept = receiving.receive("odd.xml", HOSTILE[what])
    assert kept.trouble
    assert kept.read_at is None
    assert "root:" not in kept.trouble
    assert order_of(award).state == "sent"


def test_a_bad_file_holds_up_no_other(award, django_capture_on_commit_callbacks):
    box = channel.folder(channel.IN)
    (box / "a.xml").write_bytes(HOSTILE["no XML"])
    (box / "b.xml").write_bytes(status_report("S1", "M", [said(order_of(award), "ACSC")], NOW))
    with django_capture_on_commit_callbacks(execute=True):
        receiving.read_all()
    assert order_of(award).state == "paid"
    assert list(box.iterdir()) == []


def test_the_treasury_answers_and_the_way_of_the_money_comes_to_its_end(run, payer, second_payer):
    good = make_award(since=MONTH, iban=_ending_in("01"))
    closed = make_award(since=MONTH, iban=_ending_in("07"))
    back = make_award(since=MONTH, iban=_ending_in("09"))
    approved(run(), payer, second_payer)
    sent()
    for _round in range(2):
        rounds.once(NOW)
        receiving.read_all()
    assert [order_of(award).state for award in (good, closed, back)] == ["paid", "rejected", "returned"]
    back.iban = make_iban(1)
    back.save()
    fresh = again.pay_again(order=order_of(back), by=payer)
    assert (fresh.attempt, fresh.iban, fresh.amount) == (2, back.iban, 50_000)
    approved(fresh.run, payer, second_payer)
    sent()
    rounds.once(NOW)
    rounds.once(NOW)
    receiving.read_all()
    assert order_of(back).state == "paid"
    assert rounds.once(NOW) == 0


def _ending_in(digits):
    return next(iban for serial in range(100, 100_000, 1) if (iban := make_iban(serial)).endswith(digits))


def test_words_for_what_banks_say():
    message = answers.read(status_report("S1", "M", [Answer(Ordered("SC1", "5.00", ACCOUNT), "RJCT", "AC04")], NOW))
    [entry] = message.entries
    assert (entry.status, entry.reason, entry.amount) == ("RJCT", "AC04", Decimal("5.00"))
