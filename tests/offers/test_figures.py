"""The figures of offers are those of the rows: what was granted, what orders paid, and how sure a difference is."""

import csv
import datetime
import io
from decimal import Decimal

import pytest
from django.urls import reverse
from django.utils import timezone

from socialcode.accounts.models import Role
from socialcode.awards.models import Award
from socialcode.offers.actions import answering, sending
from socialcode.offers.figures import kept, stops, texts, unclaimed
from socialcode.offers.figures.funnel import COLUMNS, Chosen, by, funnel, paid_sum
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
    assert {cell for row in rows[1:] for cell in row[4:]} <= {"0", "kept back", ""}


FEW = {
    "alone": ({("a",): 3}, {("a",)}),
    "with the smallest other one": ({("a",): 3, ("b",): 40, ("c",): 90}, {("a",), ("b",)}),
    "two hide one another": ({("a",): 3, ("b",): 4, ("c",): 90}, {("a",), ("b",)}),
    "nobody is nobody": ({("a",): 0, ("b",): 40}, set()),
    "along each line": (
        {
            (row, column): 3 if (row, column) == (0, 0) else 50 + 3 * row + column
            for row in range(3)
            for column in range(3)
        },
        {(0, 0), (0, 1), (1, 0), (1, 1)},
    ),
}


@pytest.mark.parametrize("name", FEW)
def test_few_people_are_not_found_by_subtracting(name):
    counts, back = FEW[name]
    assert kept.kept_back(counts, 10) == back


def test_what_is_chosen_is_not_told_where_the_sums_would_give_it_away(offer):
    """Of one language there are few: then the other one is not told beside the sum of both."""
    Offer.objects.update(language="ru")
    few = offers.make_offer(phone="+77010000002", language="kk")
    least = few.rights.count() + offer.rights.count() - 1
    assert kept.may_be_told(Chosen(), least)
    assert not kept.may_be_told(Chosen(language="kk"), least)
    assert not kept.may_be_told(Chosen(language="ru", month=timezone.localdate().replace(day=1)), least)
    assert kept.may_be_told(Chosen(language="ru"), 1)


def test_each_step_takes_its_days(offer, says_yes, officer):
    says_yes(offer)
    offer.refresh_from_db()
    begun, day = offer.answered_at, datetime.timedelta(days=1)
    moments = {"prepared_at": begun - 7 * day, "sent_at": begun - 6 * day, "delivered_at": begun - 4 * day}
    Offer.objects.update(**moments)
    for award in Award.objects.all():
        pay_months(award, timezone.localdate(), by=officer)
    PaymentOrder.objects.update(paid_on=timezone.localdate(begun) + 5 * day)
    took = {step.name: step.days_shown for step in funnel(Chosen())}
    assert took | {"granted": None} == {
        **{"prepared": None, "sent": 1, "delivered": 2, "answered": 4, "yes": None, "granted": None, "paid": 5}
    }
    (row,) = by("language", Chosen())
    assert [row[f"days_{name}"] for name in ("sent", "delivered", "answered", "paid")] == [1, 2, 4, 5]
    assert row["days"] >= 7
    Offer.objects.update(sent_at=begun - 7 * day + day / 10)
    soon = next(step for step in funnel(Chosen()) if step.name == "sent")
    assert (soon.hours, soon.days_shown) == (Decimal("2.4"), Decimal("0.1"))
    Offer.objects.update(delivered_at=begun + day)  # the receipt came after the answer
    assert next(step.days for step in funnel(Chosen()) if step.name == "answered") == 0


@pytest.mark.parametrize("column", COLUMNS)
def test_everybody_counts_by_each_column(client, offer, column):
    sign_in(client, people.make_staff(Role.MINISTRY))
    read = client.get(reverse("offers:ministry"), {"by": column})
    assert sum(row["prepared"] for row in read.context["table"]["rows"]) == OfferedRight.objects.count()
    assert client.get(reverse("offers:ministry"), {"by": "iin"}).status_code == 404


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
