"""What is owed of many awards, read from their terms and pauses."""

import datetime
from decimal import Decimal

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from socialcode.awards import ledger
from socialcode.awards.actions import recovering
from socialcode.awards.models import Award, Overpayment, Pause, Recovery, Term
from socialcode.cases.actions import deciding
from socialcode.refusal import NotAllowedError

pytestmark = pytest.mark.django_db
APRIL, MAY, JUNE = (datetime.date(2026, month, 1) for month in (4, 5, 6))


@pytest.fixture
def paid(award):
    """An award with its term: `paid("large_family", since=..., gross=...)`."""

    def made(provision="large_family", since=APRIL, until=None, gross=60_000, **details):
        found = award(provision, since=since, until=until, **details)
        days = {"since": since, "until": until}
        Term.objects.create(award=found, decision=found.decision, gross=gross, in_hand=gross, **days)
        return found

    return made


def test_a_grant_owes_what_the_decision_gave(decided, approver):
    deciding.approve(decision=decided, by=approver)

    award = Award.objects.get()
    [month] = ledger.owed(Award.objects.all(), through=award.since)

    assert (month.gross, month.net) == (decided.amount, decided.in_hand)
    assert month.month == award.since.replace(day=1)


def test_months_come_from_the_first_to_the_last(paid):
    one = paid(since=datetime.date(2026, 4, 16), until=datetime.date(2026, 6, 15))

    found = [(month.month, month.gross) for month in ledger.owed([one.pk], through=datetime.date(2026, 12, 31))]

    assert found == [(APRIL, 30_000), (MAY, 60_000), (JUNE, 30_000)]


def test_nothing_is_owed_while_it_is_paused(paid):
    one = paid()
    Pause.objects.create(award=one, article="92.1(1)", sentence="-", since=MAY, paid_from=JUNE)

    assert [month.net for month in ledger.owed([one.pk], through=JUNE)] == [60_000, 0, 60_000]


def test_a_query_and_keys_say_the_same(paid, mother, child):
    paid()
    paid("childcare_state", subject=child, unit="child")

    by_query = list(ledger.owed(Award.objects.all(), through=JUNE))

    assert by_query == list(ledger.owed(sorted(Award.objects.values_list("pk", flat=True)), through=JUNE))
    assert list(ledger.owed(Award.objects.all(), through=JUNE, since=JUNE)) == [
        month for month in by_query if month.month == JUNE
    ]


def test_more_awards_need_no_more_queries(paid, mother, child):
    paid()
    paid("childcare_state", subject=child, unit="child")
    keys = list(Award.objects.values_list("pk", flat=True))
    with CaptureQueriesContext(connection) as asked:
        assert len(list(ledger.owed(keys, through=JUNE))) == 6
    assert len(asked) == 2


@pytest.fixture
def plan(paid, officer, approver):
    def made(amount=10_000, **details):
        found = Overpayment.objects.create(award=paid(), amount=amount, fault="nobody")
        people = {"proposed_by": officer, "answered_by": approver, "answered_at": found.made_at}
        return Recovery.objects.create(overpayment=found, since=APRIL, state="running", **people, **details)

    return made


@pytest.mark.parametrize(
    ("limits", "due", "kept"),
    [
        ({}, 60_000, 10_000),
        ({}, 4_000, 4_000),
        ({"share": Decimal("0.25")}, 30_001, Decimal("7500.25")),
        ({"instalment": 3_000}, 60_000, 3_000),
        ({"instalment": 3_000, "share": Decimal("0.25")}, 8_000, 2_000),
    ],
)
def test_a_plan_keeps_no_more_than_the_law_lets_it(plan, limits, due, kept):
    made = plan(**limits)

    [found] = ledger.recoveries([made.overpayment.award_id], month=MAY)

    assert found.of(Decimal(due)) == kept


def test_a_month_is_kept_from_once(plan):
    made = plan(instalment=3_000)
    award = [made.overpayment.award_id]
    first = recovering.recovered(recovery=made.pk, amount=Decimal(3_000), month=MAY)

    assert recovering.recovered(recovery=made, amount=Decimal(3_000), month=MAY) == first
    assert not list(ledger.recoveries(award, month=MAY))
    with pytest.raises(NotAllowedError):
        recovering.recovered(recovery=made, amount=Decimal(2_000), month=MAY)
    [following] = ledger.recoveries(award, month=JUNE)
    assert following.rest == 7_000


def test_what_came_back_too_much_is_given(plan):
    made = plan()
    recovering.recovered(recovery=made, amount=Decimal(10_000), month=MAY)
    assert not list(ledger.recoveries([made.overpayment.award_id], month=JUNE))
    Overpayment.objects.update(amount=4_000)

    [found] = ledger.recoveries([made.overpayment.award_id], month=JUNE)

    assert found.of(Decimal(60_000)) == -6_000
