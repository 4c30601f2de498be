"""Whatever happens to a month's money and in which order: nothing is sent twice, and all of it is accounted for."""

import datetime
from collections import Counter
from decimal import Decimal

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree

from socialcode.awards.models import Award, Change, Overpayment
from socialcode.awards.overpaid import too_much
from socialcode.awards.settling import settle
from socialcode.payments import balance, channel
from socialcode.payments.actions import again, listing
from socialcode.payments.models import FlagKind, OrderLine, Outgoing, PaymentOrder, PaymentRun, RedFlag, Told
from socialcode.refusal import NotAllowedError
from tests.factories.awards import make_award, make_iban

from .conftest import MONTH, approved, made, sent
from .test_messages import notice, report, said

pytestmark = pytest.mark.django_db
DECEMBER = datetime.date(2026, 12, 1)
WHY = "The register was asked: all is in order."
WORTH = Decimal(50_000)  # of each award in a month
places = st.integers(0, 5)
acts = st.one_of(
    st.tuples(st.just("run"), st.sampled_from([MONTH, DECEMBER])),
    st.tuples(st.just("send"), st.none()),
    st.tuples(st.just("answer"), st.tuples(places, st.sampled_from(["ACSC", "ACSP", "RJCT", "RTRN"]), st.booleans())),
    st.tuples(st.just("again"), places),
    st.tuples(st.just("elsewhere"), places),
    st.tuples(st.just("hold"), places),
    st.tuples(st.just("later"), places),
    st.tuples(st.just("cancel"), places),
    st.tuples(st.just("award"), st.booleans()),
    st.tuples(st.sampled_from(["end", "pause"]), st.tuples(places, st.sampled_from([MONTH, DECEMBER]))),
)


class Office:
    """Those who pay, and what they do; what may not be done is refused, and changes nothing."""

    def __init__(self, payer, second):
        self.payer, self.second, self.files = payer, second, 0

    def do(self, act, told):
        try:
            getattr(self, act)(told)
        except NotAllowedError:
            return

    def run(self, month):
        made(month, self.payer)

    def send(self, _told):
        for run in PaymentRun.objects.all():
            approved(run, self.payer, self.second)
        sent()

    def answer(self, told):
        """What a bank says of an order that it has; the same file may come twice."""
        place, status, is_twice = told
        order = _one(PaymentOrder.objects.filter(register__state="sent"), place)
        if order is None:
            return
        self.files += 1
        tell = notice if status == "RTRN" else report
        for _time in range(2 if is_twice else 1):
            tell(said(order, status, "" if status.startswith("AC") else "AC04"), number=f"N{order.pk}x{self.files}")

    def again(self, place):
        if order := _one(PaymentOrder.objects.all(), place):
            again.pay_again(order=order, by=self.payer)

    def elsewhere(self, place):
        if award := _one(Award.objects.all(), place):
            Award.objects.filter(pk=award.pk).update(iban=make_iban(6_000_000 + place, "722"))

    def hold(self, place):
        order = _one(PaymentOrder.objects.filter(register__state="open"), place)
        if order and not order.flags.exists():
            flag = RedFlag.objects.create(order=order, kind=FlagKind.DEAD, details={"died_on": "2026-10-20"})
            listing.hold_back(flag=flag, reason=WHY, by=self.payer)

    def later(self, place):
        if order := _one(PaymentOrder.objects.all(), place):
            again.pay_held(order=order, by=self.payer)

    def cancel(self, place):
        if order := _one(PaymentOrder.objects.all(), place):
            again.cancel(order=order, reason=WHY, by=self.payer)

    def award(self, has_account):
        make_award(since=MONTH, **({} if has_account else {"iban": ""}))

    def end(self, told):
        self._change("end", *told)

    def pause(self, told):
        self._change("pause", *told)

    def _change(self, kind, place, day):
        award = _one(Award.objects.exclude(state="ended"), place)
        if award:
            article = f"{award.changes.count()}"
            settle(Change.objects.create(award=award, kind=kind, first_day=day, article=article), None)


def _one(rows, place):
    found = list(rows.order_by("pk"))
    return found[place % len(found)] if found else None


def check(most=None):
    """What must hold at any moment; `most` is what a month of an award may be paid at most, by both."""
    written = Counter()
    for message in Outgoing.objects.exclude(delivered_at=None):
        root = etree.parse(channel.folder(channel.OUT) / message.file)
        written.update(one.text for one in root.iterfind(".//{*}EndToEndId"))
    out = {order.number: order for order in PaymentOrder.objects.filter(register__state="sent")}
    assert written == Counter(out.keys()), "each order of a list that was sent is in one message once"

    came_back = set(Told.objects.filter(status__in=["RJCT", "RTRN"]).values_list("order", flat=True))
    gone = Counter()
    for line in OrderLine.objects.filter(
        order__in=[one for one in out.values() if one.pk not in came_back]
    ).select_related("order"):
        gone[line.order.award_id, line.for_month] += line.amount
    assert all(sum_ <= (most[paid] if most else WORTH) for paid, sum_ in gone.items()), (
        "nobody is paid twice for a month"
    )

    for month in (MONTH, DECEMBER):
        for by in balance.BY:
            assert not any(row.difference for row in balance.rows_of(month, by))
        assert balance.sent_in(month).is_right

    for award in Award.objects.filter(changes__isnull=False).distinct():
        kept = sum(Overpayment.objects.filter(award=award).values_list("amount", flat=True))
        assert kept == sum(Decimal(one["paid"]) - Decimal(one["owed"]) for one in too_much(award))


@settings(max_examples=20, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(order=st.lists(acts, max_size=14))
def test_every_tenge_is_sent_once_and_accounted_for(november, payer, second_payer, order):
    with transaction.atomic():
        office = Office(payer, second_payer)
        office.award(has_account=True)
        for act, told in [("run", MONTH), *order]:
            office.do(act, told)
            check()
        transaction.set_rollback(True)
