"""An SMS gateway tells over HTTP what comes back: with a token, once, whole or not at all."""

import json

import pytest
from django.test import Client

from socialcode.notices import delivery, throttling
from socialcode.notices.models import Delivery, Inbound, Receipt

from .sms_gateway import SmsGateway

pytestmark = pytest.mark.django_db
TOKEN = "0123456789" * 4
State = Delivery.State


@pytest.fixture(autouse=True)
def gateway(settings):
    with SmsGateway() as gateway:
        settings.NOTICE_GATEWAY, settings.SMS_CALLBACK_TOKEN = "http", TOKEN
        settings.SMS_GATEWAY_URL, settings.SMS_GATEWAY_TOKEN = gateway.address, "secret-of-the-test"
        yield gateway


def call(said=None, *, body=None, token=TOKEN, **more):
    headers = {"authorization": f"Bearer {token}"} if token is not None else {}
    data = json.dumps(said) if body is None else body
    client = Client(enforce_csrf_checks=True)
    return client.post("/notices/gateway/", data, content_type="application/json", headers=headers, **more)


def tell_of(key, state="delivered", **more):
    return call({"receipts": [{"id": key, "state": state, **more}]})


@pytest.fixture
def sent(tell):
    row = tell().deliveries.get()
    delivery.deliver_due()
    row.refresh_from_db()
    return row


def state_of(row):
    row.refresh_from_db()
    return row.state, row.undeliverable


def test_a_message_arrives(sent):
    assert state_of(sent) == (State.SENT, "")
    for _time in range(2):
        answer = tell_of(sent.gateway_key)
        assert (answer.status_code, answer.json()) == (200, {"receipts": 1, "messages": 0})
    assert state_of(sent) == (State.DELIVERED, "")
    assert Receipt.objects.count() == 1


@pytest.mark.parametrize(("reason", "kept"), [("phone_off", "phone_off"), ("", "other"), (None, "other")])
def test_a_message_does_not_arrive(sent, reason, kept):
    tell_of(sent.gateway_key, "undelivered", **({} if reason is None else {"reason": reason}))
    assert state_of(sent) == (State.UNDELIVERED, kept)
    tell_of(sent.gateway_key)
    assert state_of(sent) == (State.DELIVERED, "")


def test_a_receipt_that_comes_before_the_answer_is_kept_for_it(tell):
    row = tell().deliveries.get()
    assert tell_of("message-1").status_code == 200
    delivery.deliver_due()
    assert state_of(row) == (State.DELIVERED, "")


def test_what_a_person_wrote_is_kept_once_and_says_what_it_answers(sent):
    message = {"id": "m1", "from": "8 700 111 22 33", "text": " Иә 👍\n", "answers": sent.gateway_key}
    for _time in range(2):
        assert call({"messages": [message]}).json() == {"receipts": 0, "messages": 1}
    row = Inbound.objects.get()
    assert (row.address, row.text, row.notice) == ("+77001112233", " Иә 👍\n", sent.notice)


WRONG = [
    b"",
    b"no JSON",
    b"[]",
    b"{}",
    b"[" * 100_000,
    b'{"receipts": 1}',
    b'{"messages": [1]}',
    b'{"more": []}',
    b'{"receipts": [{"id": "a"}]}',
    b'{"receipts": [{"id": "", "state": "delivered"}]}',
    b'{"receipts": [{"id": "a", "state": "lost"}]}',
    b'{"receipts": [{"id": "a", "state": "undelivered", "reason": "x"}]}',
    b'{"messages": [{"id": "a", "text": "x"}]}',
    b'{"messages": [{"id": 1, "from": "+7", "text": "x"}]}',
    b"\xff\xfe",
]


@pytest.mark.parametrize("body", WRONG, ids=range(len(WRONG)))
def test_a_wrong_call_keeps_nothing_and_says_why(body):
    answer = call(body=body)
    assert answer.status_code == 400
    assert answer.json()["error"]


def test_one_wrong_row_keeps_nothing_of_the_call():
    good = {"id": "a", "from": "+77001112233", "text": "1"}
    assert call({"messages": [good, {}]}).status_code == 400
    assert not Inbound.objects.exists()


def test_what_no_database_keeps_is_kept_as_a_sign_for_it():
    body = b'{"messages": [{"id": "a\\u0000", "from": "1414", "text": "\\ud83d \\u0000"}]}'
    assert call(body=body).status_code == 200
    assert Inbound.objects.get().text == "� �"


def test_a_call_has_a_size():
    assert call(body=b" " * 300_000).status_code == 413
    assert call({"receipts": [{"id": str(place), "state": "delivered"} for place in range(501)]}).status_code == 400


@pytest.mark.parametrize("token", [None, "", "wrong", TOKEN[:-1], "ключ"])
def test_who_has_no_token_is_turned_away(token):
    assert call({"receipts": []}, token=token).status_code == 403


def test_who_tries_tokens_waits_and_others_do_not():
    for _try in range(throttling.WRONG_AN_HOUR):
        assert call({"receipts": []}, token="wrong").status_code == 403  # noqa: S106 - not one
    waits = call({"receipts": []})
    assert (waits.status_code, waits.headers["Retry-After"]) == (429, "3600")
    assert call({"receipts": []}, REMOTE_ADDR="10.1.2.3").status_code == 200


@pytest.mark.parametrize("change", [{"SMS_CALLBACK_TOKEN": ""}, {"NOTICE_GATEWAY": "inbox"}])
def test_there_is_no_such_address_where_nobody_is_expected(settings, change):
    for name, value in change.items():
        setattr(settings, name, value)
    assert call({"receipts": []}).status_code == 404
    assert Client().get("/notices/gateway/").status_code == 405
