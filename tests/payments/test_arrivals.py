"""Some people are asked whether their money arrived; what did not is looked into."""

import pytest
from django.urls import reverse
from django.utils import timezone

from socialcode.notices.models import Notice
from socialcode.payments.actions import arriving
from socialcode.payments.models import ArrivalQuestion, PaymentOrder, PaymentTask
from socialcode.refusal import NotAllowedError
from tests.factories import people
from tests.factories.accounts import sign_in
from tests.factories.awards import make_award

from .conftest import made

pytestmark = pytest.mark.django_db


@pytest.fixture
def run(payer):
    """Five payments of this month that banks call paid."""
    first = timezone.localdate().replace(day=1)
    for _row in range(5):
        make_award(since=first)
    run = made(first, payer)
    PaymentOrder.objects.update(state="paid", paid_on=timezone.localdate())
    return run


def test_the_same_text_draws_the_same_payments(run, payer):
    first = arriving.ask_some(run=run, seed="autumn", size=2, by=payer)
    drawn = set(first.questions.values_list("order__key", flat=True))
    assert len(drawn) == 2
    assert Notice.objects.filter(kind="payment_arrived").count() == 2
    ArrivalQuestion.objects.all().delete()
    first.delete()
    again = arriving.ask_some(run=run, seed="autumn", size=2, by=payer)
    assert set(again.questions.values_list("order__key", flat=True)) == drawn


def test_nobody_is_asked_twice(run, payer):
    for seed in ("autumn", "winter"):
        arriving.ask_some(run=run, seed=seed, size=3, by=payer)
    assert ArrivalQuestion.objects.count() == 5
    with pytest.raises(NotAllowedError):
        arriving.ask_some(run=run, seed="spring", size=3, by=payer)


def test_what_did_not_arrive_is_looked_into(client, run, payer):
    arriving.ask_some(run=run, seed="autumn", size=1, by=payer)
    question = ArrivalQuestion.objects.select_related("order__person").get()
    citizen = people.make_account(question.order.person)
    sign_in(client, citizen)
    page = reverse("payments:arrived", args=[question.order.key])
    assert page in client.get(reverse("payments:mine")).content.decode()
    client.post(page, {"answer": "missed"})
    assert PaymentTask.objects.get().kind == "not_arrived"
    assert page not in client.get(reverse("payments:mine")).content.decode()
    with pytest.raises(NotAllowedError):
        arriving.say_arrived(question=question, answer="arrived", by=citizen)


def test_who_was_not_reached_is_called_once_more(client, run, payer):
    arriving.ask_some(run=run, seed="autumn", size=1, by=payer)
    question = ArrivalQuestion.objects.get()
    sign_in(client, payer)
    for answer in ("unreached", "arrived"):
        client.post(reverse("payments:call", args=[question.key]), {"answer": answer})
    question.refresh_from_db()
    assert (question.answer, question.way) == ("arrived", "call")
