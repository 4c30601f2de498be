"""Whatever is done to an award, in whichever order: each month is worth what its days are by the acts in effect, and
what was paid too much is what was paid above that."""

import datetime
from calendar import monthrange
from decimal import ROUND_HALF_UP, Decimal

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from socialcode.awards import ledger
from socialcode.awards.effects import Stretch
from socialcode.awards.finding import endings
from socialcode.awards.models import Change, Overpayment, Pause
from socialcode.awards.models.term import row_of
from socialcode.awards.settling import settle
from tests.cast import TODAY

pytestmark = pytest.mark.django_db
SINCE, LAST = datetime.date(2026, 4, 16), datetime.date(2026, 12, 31)
DAY = datetime.timedelta(days=1)
days = st.dates(SINCE, LAST)
acts = st.one_of(
    st.tuples(st.just("terms"), days, st.integers(1, 300_000)),
    st.tuples(st.just("pause"), days, st.just(0)),
    st.tuples(st.just("resume"), days, st.just(0)),
    st.tuples(st.just("end"), days, st.just(0)),
    st.tuples(st.just("again"), days, st.just(0)),  # what runs by itself, once more
)


class Slow:
    """By day: what a whole month of it is worth, with the act that made it so; and the pauses."""

    def __init__(self, amount):
        self.worth = {SINCE + DAY * n: (0, Decimal(amount)) for n in range((LAST - SINCE).days + 1)}
        self.pauses, self.serial = [], 0

    def from_day(self, first, amount=None):
        self.serial += 1
        for day in [day for day in self.worth if day >= first] if amount is None else self.worth:
            if amount is None:
                del self.worth[day]
            elif day >= first:
                self.worth[day] = (self.serial, Decimal(amount))

    def months(self):
        parts = {}
        for day, (serial, amount) in self.worth.items():
            paid, _amount = parts.get((day.replace(day=1), serial), (0, amount))
            unpaid = any(since <= day and (until is None or day < until) for since, until in self.pauses)
            parts[day.replace(day=1), serial] = (paid + (not unpaid), amount)
        months = {}
        for (month, _serial), (paid, amount) in parts.items():
            share = amount * paid / monthrange(month.year, month.month)[1]
            months[month] = months.get(month, 0) + share.quantize(Decimal("0.01"), ROUND_HALF_UP)
        return months


def do(award, slow, kind, day, amount):
    """One act, if it makes sense now; by the rows of the portal and, the slow way, by days."""
    award.refresh_from_db()
    first = max(day, award.since)
    if award.state == "ended" or (award.until and first > award.until):
        return
    made = {"award": award, "decision": award.decision, "first_day": first, "article": f"{award.changes.count()}"}
    if kind == "terms":
        rows = [row_of(Stretch(first, award.until, Decimal(amount), ()))]
        kept = [row | {"gross": str(row["gross"]), "in_hand": str(row["in_hand"])} for row in rows]
        made |= {"terms": kept}
        slow.from_day(first, amount)
    elif kind == "pause":
        slow.pauses.append((first, None))
    elif kind == "end":
        slow.from_day(first)
    elif kind == "resume":
        pause = award.pauses.filter(paid_from=None).order_by("pk").first()
        if pause is None:
            return
        made |= {"pause": pause, "first_day": max(first, pause.since)}
        slow.pauses[slow.pauses.index((pause.since, None))] = (pause.since, max(first, pause.since))
    made["decision"] = None if kind in ("pause", "end", "resume") else award.decision
    if kind != "again":
        settle(Change.objects.create(kind=kind, **made), None)
    endings.end_terms()


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(order=st.lists(acts, max_size=8))
def test_the_ledger_is_what_the_days_are_worth(award, today, order):
    with transaction.atomic():
        found = award("childcare_state", since=SINCE)
        found.terms.create(decision=found.decision, since=SINCE, gross=60_000, in_hand=60_000)
        slow = Slow(60_000)
        for kind, day, amount in order:
            Change.objects.update(decision=None, kind="end")  # a decision may stand behind one change only
            do(found, slow, kind, day, amount)
        worth = {month.month: month.gross for month in ledger.owed([found.pk], through=LAST)}
        assert {month: sum_ for month, sum_ in worth.items() if sum_} == {m: s for m, s in slow.months().items() if s}
        assert all(one.amount >= 0 for one in Overpayment.objects.all())
        assert all(pause.paid_from is None or pause.paid_from >= pause.since for pause in Pause.objects.all())
        transaction.set_rollback(True)


def test_today_is_within_the_days_that_are_tried(today):
    assert SINCE < TODAY < LAST
