"""An SMS gateway over HTTP and a mail server: real ones, of this test."""

import email
import socket
from email.policy import default as modern

import pytest
from aiosmtpd.controller import Controller

from socialcode.notices import delivery
from socialcode.notices.models import Delivery
from socialcode.running import ways_out
from tests.factories import people
from tests.running.trickle import Trickle

from .sms_gateway import SmsGateway

State = Delivery.State


@pytest.fixture
def gateway(settings):
    with SmsGateway() as gateway:
        settings.NOTICE_GATEWAY = "http"
        settings.SMS_GATEWAY_URL, settings.SMS_GATEWAY_TOKEN = gateway.address, "secret-of-the-test"
        yield gateway


class Mailbox:
    """Keeps what a mail server takes; refuses one address for good."""

    def __init__(self):
        self.letters = []

    async def handle_RCPT(self, server, session, envelope, address, options):  # noqa: N802 - aiosmtpd's
        if address.startswith("nobody@"):
            return "550 no such user"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):  # noqa: N802 - aiosmtpd's
        self.letters.append(email.message_from_bytes(envelope.content, policy=modern))
        return "250 OK"


@pytest.fixture
def mailbox(settings, person, gateway):
    """A mail server, and a person with an address and no phone."""
    box = Mailbox()
    with socket.socket() as door:
        door.bind(("127.0.0.1", 0))
        settings.EMAIL_HOST, settings.EMAIL_PORT = door.getsockname()
    server = Controller(box, hostname=settings.EMAIL_HOST, port=settings.EMAIL_PORT)
    server.start()
    settings.EMAIL_BACKEND = "socialcode.notices.gateways.mail.Backend"
    settings.EMAIL_USE_TLS = False
    person.phone, person.email = "", "aigul@demo.example"
    yield box
    server.stop()


def send(notice):
    delivery.deliver_due()
    return notice.deliveries.get()


def test_an_sms_is_posted_with_token_and_key(tell, gateway):
    sent = send(tell())
    asked = gateway.asked.get_nowait()
    assert asked.body == {"to": sent.address, "text": sent.text, "key": sent.key}
    assert asked.headers["Authorization"] == "Bearer secret-of-the-test"
    assert asked.headers["Idempotency-Key"] == sent.key
    assert (sent.state, sent.gateway_key) == (State.SENT, "message-1")


@pytest.mark.parametrize(
    ("status", "state"),
    [(500, State.SENDING), (503, State.SENDING), (429, State.SENDING), (400, State.FAILED), (302, State.FAILED)],
)
def test_a_refusal_is_tried_again_only_where_that_helps(tell, gateway, status, state):
    gateway.status = status
    sent = send(tell())
    assert (sent.state, sent.error) == (state, f"The SMS gateway answered {status}.")
    assert gateway.asked.qsize() == 1, "a redirect is not followed"


@pytest.mark.parametrize("said", [b"", b"not JSON", b"[1]", b"{}"])
def test_a_gateway_needs_not_name_the_message(tell, gateway, said):
    gateway.said = said
    sent = send(tell())
    assert (sent.state, sent.gateway_key) == (State.SENT, sent.key)


def test_mail_goes_by_the_mail_server_with_an_identity(tell, mailbox):
    sent = send(tell())
    (letter,) = mailbox.letters
    assert letter["To"] == "aigul@demo.example"
    assert letter["From"] == "portal@demo.example"
    assert letter["Subject"] == sent.subject
    assert letter["Message-ID"] == f"<{sent.key}@demo.example>"
    assert letter.get_content().replace("\r\n", "\n").strip() == sent.text
    assert sent.state == State.SENT


def test_an_address_that_does_not_exist_is_not_tried_again(tell, mailbox, person):
    person.email = "nobody@demo.example"
    sent = send(tell())
    assert (sent.state, sent.error) == (State.FAILED, "The mail server answered 550.")


def test_a_mail_server_that_is_away_is_tried_again(tell, mailbox, settings):
    settings.EMAIL_PORT = 9
    sent = send(tell())
    assert sent.state == State.SENDING
    assert sent.error == "The mail server did not take it: ConnectionRefusedError"


def test_a_mail_server_that_answers_a_byte_at_a_time_is_tried_again(tell, mailbox, settings, monkeypatch):
    monkeypatch.setattr(ways_out, "ALTOGETHER", 0.5)
    server = Trickle(b"220 ", b"a")
    settings.EMAIL_PORT = server.port
    sent = send(tell())
    assert (sent.state, sent.error) == (State.SENDING, "The mail server did not take it: SMTPServerDisconnected")
    assert server.hung_up.wait(30)


def test_a_message_that_cannot_be_written_holds_nobody_up(tell, mailbox, person):
    broken = tell().deliveries.get()
    broken.subject = "two\nlines"
    broken.save()
    other = send(tell(to=people.make_person()))
    broken.refresh_from_db()
    assert (broken.state, broken.error, other.state) == (State.SENDING, "BadHeaderError", State.SENT)
