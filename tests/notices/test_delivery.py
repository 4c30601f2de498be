"""At most one message to a person and channel in a day, each once, with its words as sent."""

import threading
from datetime import timedelta

import pytest
from django.db import connection
from django.utils import timezone

from socialcode.notices import delivery, gateways
from socialcode.notices.models import Delivery, InboxMessage
from tests.factories import people

State = Delivery.State


def send_all():
    assert not delivery.deliver_due()


def later(**by):
    """Let time pass: every moment kept is that much earlier."""
    for row in Delivery.objects.select_related("notice"):
        row.next_try_at -= timedelta(**by)
        row.sent_at = row.sent_at and row.sent_at - timedelta(**by)
        row.save()
        row.notice.created_at -= timedelta(**by)
        row.notice.save()


def phone_of(person):
    return list(InboxMessage.objects.filter(address=person.phone).order_by("pk"))


def test_a_notice_goes_by_every_channel_once(tell, person):
    person.email = "aigul@demo.example"
    notice = tell()
    send_all()
    send_all()
    sms, mail = InboxMessage.objects.order_by("-channel")
    sent = notice.deliveries.get(channel="sms")
    assert (sms.address, sms.text) == (person.phone, sent.text)
    assert (sent.state, sent.tries, sent.gateway_key) == (State.DELIVERED, 1, f"{notice.key}-sms")
    assert mail.subject == notice.subject
    assert mail.text.startswith(notice.text)
    assert f"/notices/{notice.key}/" in mail.text


def test_who_has_no_phone_reads_it_on_the_portal(tell, person):
    person.phone = ""
    assert not tell().deliveries.exists()


def test_the_second_of_a_day_waits_until_the_day_is_over(tell, person):
    tell()
    send_all()
    second = tell()
    send_all()
    assert len(phone_of(person)) == 1
    waiting = second.deliveries.get()
    assert waiting.state == State.WAITING
    assert waiting.next_try_at - timezone.now() > timedelta(hours=23)
    later(hours=24)
    send_all()
    assert [message.text for message in phone_of(person)] == [waiting.text] * 2


def test_what_is_quiet_at_night_goes_in_the_morning_wherever_it_waited(tell, person):
    now = timezone.now()
    night = (now - timedelta(days=3, hours=1), now - timedelta(days=3) + timedelta(hours=8))
    tell().deliveries.update(quiet=night, state=State.SENDING)
    send_all()
    waiting = Delivery.objects.get()
    assert (waiting.state, waiting.tries, phone_of(person)) == (State.SENDING, 0, [])
    assert waiting.next_try_at == now + timedelta(hours=8)
    later(hours=9)
    Delivery.objects.update(quiet=tuple(moment - timedelta(hours=9) for moment in night))
    send_all()
    assert len(phone_of(person)) == 1


def test_what_gathers_in_a_day_becomes_one_message(tell, person):
    person.email = "aigul@demo.example"
    tell()
    send_all()
    tell()
    day = timezone.localdate() + timedelta(days=3)
    newest = tell(answer_by=day)
    send_all()
    later(hours=24)
    send_all()
    last = phone_of(person)[-1]
    assert last.text == f"Social Code: 2 new notices on the portal. Answer one by {day:%d.%m.%Y}."
    sent = newest.deliveries.get(channel="sms")
    assert (sent.state, sent.text) == (State.DELIVERED, last.text)
    covered = Delivery.objects.get(channel="sms", state=State.COVERED)
    assert covered.covered_by == sent
    mail = InboxMessage.objects.filter(channel="email").last()
    assert mail.subject == "2 new notices"
    assert mail.text.count("The employer's report says so & more.") == 2


def test_codes_do_not_wait_and_let_nothing_wait(tell, person):
    person.email = "aigul@demo.example"
    tell()
    for code in ("123456", "654321"):
        assert tell("sign_in_code", code=code).deliveries.get().channel == "sms"
    send_all()
    texts = [message.text for message in phone_of(person)]
    assert len(texts) == 3
    assert any("123456" in text for text in texts)


def test_other_people_do_not_wait(tell, person):
    tell()
    tell(to=people.make_person())
    send_all()
    assert InboxMessage.objects.count() == 2


@pytest.fixture
def closed_gateway(settings):
    """A port at which nobody answers."""
    settings.NOTICE_GATEWAY, settings.SMS_GATEWAY_URL = "http", "http://127.0.0.1:9/"


@pytest.mark.usefixtures("closed_gateway")
def test_what_cannot_be_sent_is_tried_again_ever_later_and_then_given_up(tell):
    sent = tell().deliveries.get()
    pauses = []
    for _try in range(len(delivery.DELAYS)):
        send_all()
        sent.refresh_from_db()
        assert sent.state == State.SENDING
        pauses.append(sent.next_try_at - timezone.now())
        later(days=1, minutes=1)
    assert pauses == sorted(pauses)
    send_all()
    sent.refresh_from_db()
    assert (sent.state, sent.tries) == (State.FAILED, len(delivery.DELAYS) + 1)
    assert sent.error == "The SMS gateway did not answer: ConnectionError"


@pytest.mark.usefixtures("closed_gateway")
def test_a_code_is_not_sent_when_it_is_worth_nothing_any_more(tell):
    sent = tell("sign_in_code", code="123456").deliveries.get()
    send_all()
    later(minutes=6)
    send_all()
    sent.refresh_from_db()
    assert sent.state == State.FAILED


def test_who_takes_over_sends_the_same_words_under_the_same_key(tell, person, monkeypatch):
    """Cut off between the gateway and the commit, and told something more before the next try."""
    tell()
    send = gateways.send

    def cut_off(message):
        send(message)
        raise SystemExit

    with monkeypatch.context() as broken:
        broken.setattr(gateways, "send", cut_off)
        with pytest.raises(SystemExit):
            delivery.deliver_due()
    bound = Delivery.objects.get()
    assert bound.state == State.SENDING
    tell()
    send_all()
    bound.refresh_from_db()
    assert bound.state == State.DELIVERED
    assert [message.text for message in phone_of(person)] == [bound.text]


@pytest.mark.django_db(transaction=True)
def test_many_workers_send_each_message_once(tell, person):
    """Eight at the same time, over one person's three notices and six other people's."""
    for _notice in range(3):
        tell()
    for _other in range(6):
        tell(to=people.make_person())
    start, troubles = threading.Barrier(8), []

    def work():
        start.wait()
        try:
            delivery.deliver_due()
        except Exception as error:
            troubles.append(error)
        finally:
            connection.close()

    workers = [threading.Thread(target=work) for _worker in range(8)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    assert not troubles
    send_all()
    assert InboxMessage.objects.count() == 7
    assert len(phone_of(person)) == 1
    assert Delivery.objects.filter(state=State.COVERED).count() == 2
