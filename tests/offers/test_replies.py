"""Messages from phones, as answers to the offers that were sent there."""

import datetime

import pytest
from django.utils import timezone

from socialcode.accounts.models import Role
from socialcode.notices import delivery, inbound
from socialcode.notices.actions import queue_notice
from socialcode.notices.models import Delivery, Inbound, Notice
from socialcode.offers.actions import answering, sending
from socialcode.offers.models import CallTask, Offer, Reply
from socialcode.payments.actions import arriving
from socialcode.payments.models import ArrivalQuestion, PaymentOrder, PaymentTask
from socialcode.people.models import Consent
from tests.factories import people
from tests.factories.awards import make_award
from tests.factories.offers import write
from tests.payments.conftest import made

pytestmark = pytest.mark.django_db
PHONE = "+77010000001"


@pytest.fixture
def sent(offer):
    return sending.send(offer=offer)


def state(offer):
    return Offer.objects.get(pk=offer.pk).state


def test_a_yes_by_sms_is_a_consent_with_the_message_as_its_evidence(sent, mother):
    write(PHONE, "Иә!")
    assert state(sent) == "yes"
    consent = Consent.objects.get(person=mother)
    assert consent.channel == "sms" and consent.evidence["text"] == "Иә!"
    assert Reply.objects.get().offer == sent


def test_a_no_and_then_a_yes(sent):
    write(PHONE, "2")
    assert state(sent) == "no"
    write(PHONE, "ой, 1")
    assert state(sent) == "no"
    write(PHONE, "да")
    assert state(sent) == "yes"


def test_a_yes_and_then_a_no_takes_the_consent_back(sent):
    write(PHONE, "1")
    write(PHONE, "жоқ")
    assert state(sent) == "withdrawn"
    assert Consent.objects.filter(withdraws__isnull=False).count() == 1
    write(PHONE, "2")  # what they want is so already
    assert not CallTask.objects.exists() and not Reply.objects.exclude(objection="").exists()


def test_what_nobody_can_read_is_asked_once_and_then_somebody_calls(sent, mother):
    write(PHONE, "а сколько?")
    assert state(sent) == "unclear"
    assert Notice.objects.filter(kind="offer_unclear", to=mother).count() == 1
    write(PHONE, "перезвоните")
    assert Notice.objects.filter(kind="offer_unclear").count() == 1
    assert CallTask.objects.get(person=mother, reason="unclear").said == "перезвоните"
    write(PHONE, "1")
    assert state(sent) == "yes" and not CallTask.objects.waiting().exists()


def test_the_number_of_a_stranger_answers_nothing(sent):
    write("+77770000009", f"1 {sent.code}")
    assert state(sent) == "queued"
    assert Reply.objects.get().offer is None


def test_what_came_before_the_offer_does_not_answer_it(sent):
    write(PHONE, "1", at=timezone.now() - datetime.timedelta(days=1))
    assert state(sent) == "queued"


def test_of_two_offers_an_answer_without_a_code_is_asked_about(sent, mother):
    other = Offer.objects.create(
        person=mother,
        language="ru",
        variant="A",
        state="queued",
        queued_at=timezone.now(),
        text="?",
        valid_until=timezone.localdate(),
    )
    sent.rights.filter(provision="large_family").update(offer=other)
    write(PHONE, "1")
    assert {state(sent), state(other)} == {"unclear"}
    write(PHONE, f"1 {other.code.lower()} 2 {sent.code}")
    assert (state(other), state(sent)) == ("yes", "no")


def test_other_digits_than_those_of_the_account_do_not_confirm_it(sent):
    Offer.objects.filter(pk=sent.pk).update(iban="KZ86125KZT5004100100")
    write(PHONE, "1 9999")
    assert Offer.objects.get(pk=sent.pk).iban == ""


def test_a_message_is_read_once(sent):
    write(PHONE, "1")
    Inbound.objects.update(taken_at=None)
    inbound.take_waiting()
    assert Reply.objects.count() == 1 and Consent.objects.count() == 1


def test_an_offer_goes_alone_and_in_its_own_words(sent, mother):
    queue_notice("offer_unclear", to=mother, about=sent, offer=sent, what="?", sums="1")
    delivery.deliver_due()
    rows = Delivery.objects.filter(notice__to=mother, channel="sms")
    assert not rows.filter(state="covered").exists()
    assert rows.get(notice=sent.notice).text == sent.text


@pytest.mark.parametrize(("later", "earlier"), [("no", "1"), ("yes", "2")])
def test_a_message_that_waited_does_not_undo_what_was_said_after_it(sent, mother, later, earlier):
    Offer.objects.filter(pk=sent.pk).update(queued_at=timezone.now() - datetime.timedelta(hours=1))
    said = {"channel": "portal", "evidence": {}, "by": people.make_account(mother)}
    answering.answer(offer=sent, says=later, **said)
    write(PHONE, earlier, at=timezone.now() - datetime.timedelta(seconds=30))
    assert state(sent) == later
    assert Reply.objects.get().objection
    assert CallTask.objects.waiting().get(person=mother).said == earlier


@pytest.fixture
def asked(mother):
    """The mother is asked by SMS whether money arrived."""
    make_award(person=mother, since=timezone.localdate().replace(day=1))
    payer = people.make_staff(Role.PAYER)
    run = made(timezone.localdate().replace(day=1), payer)
    PaymentOrder.objects.update(state="paid", paid_on=timezone.localdate())
    arriving.ask_some(run=run, seed="autumn", size=1, by=payer)
    return ArrivalQuestion.objects.get()


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("1", "arrived"),
        ("Иә, түсті", "arrived"),
        ("да, пришли, спасибо", "arrived"),
        ("2", "missed"),
        ("келген жоқ", "missed"),
        ("Не поступили", "missed"),
        ("келмеді", "missed"),
        ("а когда придут?", ""),
        ("пришли?", ""),
    ],
)
def test_an_sms_says_whether_money_arrived(asked, text, answer):
    write(PHONE, text)
    asked.refresh_from_db()
    assert (asked.answer, asked.way, asked.message.text) == (answer, "sms" if answer else "", text)
    assert PaymentTask.objects.filter(kind="not_arrived").exists() == (answer == "missed")
    write(PHONE, "2")  # a later message changes no answer
    asked.refresh_from_db()
    assert asked.answer == (answer or "missed")


def test_what_was_asked_last_is_what_is_answered(sent, asked):
    write(PHONE, f"{sent.code} 2")
    assert state(sent) == "no" and not Reply.objects.get().objection
    write(PHONE, "1")
    asked.refresh_from_db()
    assert (state(sent), asked.answer) == ("no", "arrived")


def test_an_offer_that_came_after_the_question_is_what_is_answered(asked, sent):
    write(PHONE, "1")
    asked.refresh_from_db()
    assert (state(sent), asked.answer) == ("yes", "")
