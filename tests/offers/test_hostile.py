"""What the gateway over HTTP brings of people who write anything at all: read, kept as written, and shown as text."""

import json

import pytest
from django.urls import reverse

from socialcode.accounts.models import Role
from socialcode.notices import inbound
from socialcode.notices.models import Inbound
from socialcode.offers.actions import sending
from socialcode.offers.models import CallTask, Offer, Reply
from tests.factories import people
from tests.factories.accounts import sign_in

pytestmark = pytest.mark.django_db
TOKEN = "0123456789" * 4
HOSTILE = (
    "<script>alert(1)</script>",
    "{% load x %}{{ settings.SECRET_KEY }}",
    "'; DROP TABLE offers_offer; --",
    "1\u0000",
    "\ud800 1",
    "\u202e1 (иә)",
    "1" * 5000,
    '=HYPERLINK("http://evil.example")',
    "1\n2",
    "да нет",
    "да, но не сейчас",
    "иә жоқ",
    "%(code)s %s {code}",
    "",
    " \t\r\n",
)


@pytest.fixture
def bring(settings, client):
    settings.NOTICE_GATEWAY, settings.SMS_CALLBACK_TOKEN = "http", TOKEN

    def call(phone, *texts):
        first = Inbound.objects.count()
        rows = [{"id": f"mo-{place}", "from": phone, "text": text} for place, text in enumerate(texts, first)]
        headers = {"authorization": f"Bearer {TOKEN}"}
        body = json.dumps({"messages": rows})
        answer = client.post(reverse("notices:gateway"), body, content_type="application/json", headers=headers)
        assert answer.status_code == 200, answer.content
        inbound.take_waiting()

    return call


@pytest.mark.parametrize("text", HOSTILE)
def test_what_can_mean_anything_is_no_consent_and_holds_up_nobody(bring, offer, text):
    sending.send(offer=offer)
    bring(offer.person.phone, text)
    offer.refresh_from_db()
    assert Reply.objects.get().read_as == "unclear"
    assert offer.state == "unclear" and offer.consent is None
    assert not Inbound.objects.filter(taken_at=None).exists()
    bring(offer.person.phone, "1")
    assert Offer.objects.get(pk=offer.pk).state == "yes"


@pytest.mark.parametrize("text", HOSTILE[:6])
def test_an_office_reads_it_as_text(client, bring, offer, office, text):
    sending.send(offer=offer)
    bring(offer.person.phone, text, text)
    sign_in(client, people.make_staff(Role.OFFICER, office))
    call = CallTask.objects.get()
    read = client.get(reverse("offers:call", args=[call.key])).content.decode()
    assert "<script>alert(1)" not in read
    assert "&lt;script&gt;alert(1)" in read or "script" not in text
