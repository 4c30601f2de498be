"""What a month's list of payments holds for a mother, by what she and registers said between the SMS and the list."""

import datetime
from collections.abc import Callable
from dataclasses import dataclass

import pytest
from django.utils import timezone

from socialcode.accounts.models import Role
from socialcode.notices.models import Notice
from socialcode.offers import tasks
from socialcode.offers.actions import sending
from socialcode.offers.models import CallTask, Offer
from socialcode.payments import channel
from socialcode.payments.actions import accounts
from socialcode.payments.models import PaymentOrder
from socialcode.people.models import Consent, Membership
from tests.factories import offers, people
from tests.payments.conftest import approved, made, sent
from tests.payments.test_accounts import NEW, code_of
from tests.payments.test_messages import report, said

pytestmark = pytest.mark.django_db
PHONE = "+77010000001"
YES = f"1 {offers.IBAN}"


def writes(text):
    return lambda offer: offers.write(PHONE, text.format(code=offer.code))


def claims_are_made(_offer):
    tasks.fulfil_offers()


def days_pass(_offer):
    Offer.objects.update(valid_until=timezone.localdate() - datetime.timedelta(days=1))
    tasks.look_after_offers()


def a_child_leaves_the_family(offer):
    """After the offer: three children are too few for what was offered."""
    child = Membership.objects.filter(family=offer.family, kin="child").order_by("pk").first()
    Membership.objects.filter(pk=child.pk).update(until=timezone.localdate() - datetime.timedelta(days=1))


@dataclass(frozen=True)
class Way:
    """`steps` after the SMS; the state the offer comes to; how many `orders` banks get; why somebody calls; what the
    person is told besides."""

    steps: tuple[Callable, ...]
    state: str
    orders: int = 0
    calls: str = ""
    told: tuple[str, ...] = ()


WAYS = {
    "yes": Way((writes(YES), claims_are_made), "yes", orders=1, told=("decision_grant",)),
    "no": Way((writes("Жоқ"), claims_are_made), "no"),
    "a no that is undone": Way(
        (writes("2"), days_pass, writes(YES), claims_are_made), "yes", orders=1, told=("decision_grant",)
    ),
    "silence": Way((days_pass, claims_are_made), "expired", calls="silent"),
    "unclear, then yes": Way(
        (writes("а сколько?"), writes(YES), claims_are_made),
        "yes",
        orders=1,
        told=("decision_grant", "offer_unclear"),
    ),
    "unclear twice": Way(
        (writes("а сколько?"), writes("перезвоните"), claims_are_made),
        "unclear",
        calls="unclear",
        told=("offer_unclear",),
    ),
    "the code of nobody": Way((writes("1 WWWWW9"), claims_are_made), "unclear", told=("offer_unclear",)),
    "consent that is taken back": Way(
        (writes(YES), claims_are_made, writes("2"), claims_are_made),
        "withdrawn",
        told=("award_changed", "decision_grant"),
    ),
    "facts that have changed": Way(
        (a_child_leaves_the_family, writes(YES), claims_are_made), "yes", told=("offer_outcome",)
    ),
    "no account": Way((writes("1"), claims_are_made), "yes", calls="no_account", told=("offer_outcome",)),
}


@pytest.fixture
def offer(office, nobody_is_drawn):
    offers.amend("offered", {"large_family": 1})
    offers.amend("after_silence", {"all": 2})
    return sending.send(offer=offers.make_offer())


@pytest.fixture
def list_of_the_month(settings, tmp_path):
    """Make, approve and send what is owed for this month; the orders that banks get."""
    settings.PAYMENTS_FOLDER = tmp_path / "payments"

    def make():
        payer, second = (people.make_staff(Role.PAYER) for _place in range(2))
        approved(made(timezone.localdate().replace(day=1), payer), payer, second)
        sent()
        return list(PaymentOrder.objects.filter(state="sent"))

    return make


@pytest.mark.parametrize("name", WAYS)
def test_each_way_comes_to_its_end(offer, list_of_the_month, name):
    way = WAYS[name]
    for step in way.steps:
        step(offer)
    offer.refresh_from_db()
    assert offer.state == way.state
    assert [call.reason for call in CallTask.objects.waiting()] == [way.calls] * bool(way.calls)
    told = Notice.objects.filter(to=offer.person).exclude(kind="offer")
    assert sorted(told.values_list("kind", flat=True)) == sorted(way.told)
    assert len(list_of_the_month()) == way.orders
    assert len(list(channel.folder(channel.OUT).glob("*.xml"))) == way.orders
    given = Consent.objects.filter(purpose="claim_offered", withdraws=None)
    assert given.exists() == (way.state in ("yes", "withdrawn"))


def test_an_account_that_is_closed_is_told_and_paid_to_another(offer, list_of_the_month):
    writes(YES)(offer)
    claims_are_made(offer)
    (order,) = list_of_the_month()
    report(said(order, "RJCT", "AC04"))
    order.refresh_from_db()
    assert order.state == "rejected"
    assert Notice.objects.filter(to=offer.person, kind="payment_returned").count() == 1
    by = people.make_account(offer.person)
    asked = accounts.name_account(person=offer.person, iban=NEW, by=by)
    (fresh,) = accounts.use_code(asked=asked, code=code_of(asked), by=by).paid
    assert (fresh.iban, fresh.amount, fresh.state) == (NEW, order.amount, "ordered")
