"""The figures of offers are those of the rows: what was granted, what orders paid, and how sure a difference is."""

import csv
import io
from decimal import Decimal

import pytest
from django.urls import reverse
from django.utils import timezone

from socialcode.accounts.models import Role
from socialcode.awards.models import Award
from socialcode.offers.actions import answering, sending
from socialcode.offers.figures import stops, texts, unclaimed
from socialcode.offers.figures.funnel import Chosen, by, funnel, paid_sum
from socialcode.offers.models import Offer, OfferedRight
from socialcode.payments.models import PaymentOrder
from tests.factories import offers, people
from tests.factories.accounts import sign_in
from tests.factories.orders import pay_months

pytestmark = pytest.mark.django_db


def counts(chosen=None):
    return {step.name: step.count for step in funnel(chosen or Chosen())}


def test_each_step_is_counted(offer, says_yes):
    other = offers.make_offer(phone="+77010000002", language="kk")
    assert counts() == {"prepared": 2, "sent": 0, "delivered": 0, "answered": 0, "yes": 0, "granted": 0, "paid": 0}
    says_yes(offer)
    sending.send(offer=other)
    answering.answer(offer=other, says="no", channel="sms", evidence={})
    found = counts()
    assert (found["answered"], found["yes"], found["granted"], found["paid"]) == (2, 1, 1, 0)
    assert counts(Chosen(language="kk"))["prepared"] == 1
    assert [(str(words), count) for words, count in stops.stops(Chosen())["answered"]] == [("said no", 1)]


def test_what_is_paid_is_what_orders_say(offer, says_yes, officer):
    says_yes(offer)
    today = timezone.localdate()
    granted = Award.objects.filter(decision__claim__offered__offer=offer)
    for award in granted:
        pay_months(award, today, by=officer)
    assert counts()["paid"] == 1
    ledger = sum(order.amount for order in PaymentOrder.objects.filter(award__in=granted, state="paid"))
    assert paid_sum(Chosen()) == ledger > 0
    by_payment = by("provision", Chosen())
    assert sum(row["paid"] for row in by_payment) == granted.filter(orders__state="paid").distinct().count()
    assert sum(row["prepared"] for row in by_payment) == OfferedRight.objects.count()
    assert paid_sum(Chosen(provision=by_payment[0]["provision"])) <= ledger
    assert paid_sum(Chosen(language="en")) == 0


def test_what_is_offered_and_not_had_is_counted_once(offer, says_yes):
    today = timezone.localdate()
    before = {one.name: one for one in unclaimed.unclaimed(today)[0]}
    assert before["birth_grant"].rights == 1
    says_yes(offer)
    after = {one.name: one for one in unclaimed.unclaimed(today)[0]}
    assert "birth_grant" not in after
    by_payment, by_region = unclaimed.unclaimed(today)
    assert sum(one.a_year for one in by_payment) == sum(one.a_year for one in by_region)


def test_intervals_are_those_that_are_published():
    """Newcombe (1998), table II (a): 56/70 against 48/80, method 10: 0.0524 to 0.3339."""
    found = texts.Comparison(texts.Share(70, 56), texts.Share(80, 48))
    assert [round(bound, 4) for bound in found.bounds] == [0.0524, 0.3339]
    assert found.is_sure
    assert not texts.Comparison(texts.Share(10, 9), texts.Share(10, 8)).is_sure
    assert texts.Comparison(texts.Share(0, 0), texts.Share(10, 3)).bounds is None


def test_the_texts_are_compared_by_what_people_answered(offer, says_yes):
    Offer.objects.update(variant="A")
    says_yes(offer)
    found = texts.compare(Chosen())
    assert (found.first, found.second) == (texts.Share(1, 1), texts.Share(0, 0))


def test_of_few_people_nothing_is_told(client, offer):
    read = client.get(reverse("offers:funnel"))
    assert not read.context["is_told"]
    rows = list(csv.reader(io.StringIO(b"".join(client.get(reverse("offers:open_data")).streaming_content).decode())))
    assert {cell for row in rows[1:] for cell in row[4:]} <= {"0", "kept back"}


def test_the_ministry_sees_where_offers_stop(client, offer, says_yes):
    says_yes(offer)
    sign_in(client, people.make_staff(Role.MINISTRY))
    read = client.get(reverse("offers:ministry"))
    assert read.status_code == 200
    assert read.context["paid"] == Decimal(0)
    for wrong in ("?month=2026-13", "?provision=nothing", "?region=1", "?language=xx"):
        assert client.get(reverse("offers:ministry") + wrong).status_code == 404


@pytest.mark.parametrize("month", ["9999-12", "0001-01", "%00"])
def test_a_month_without_offers_is_no_page(client, month):
    assert client.get(reverse("offers:funnel") + f"?month={month}").status_code == 404
