"""What is owed for a month, whatever begins, changes, pauses and ends in it: counted day by day, the slow way."""

import datetime
from calendar import monthrange
from collections import defaultdict
from decimal import ROUND_HALF_UP, Decimal

from hypothesis import given
from hypothesis import strategies as st

from socialcode.awards.life import Gap, Life, Stretch, Withheld

FIRST, LAST = datetime.date(2025, 1, 1), datetime.date(2026, 12, 31)
DAY = datetime.timedelta(days=1)
days = st.dates(FIRST, LAST)
sums = st.integers(0, 500_000).map(Decimal)


@st.composite
def lives(draw):
    """Stretches one after another, the last perhaps without an end, and gaps that may lie in one another."""
    starts = sorted(set(draw(st.lists(days, min_size=1, max_size=4))))
    stretches = []
    for place, since in enumerate(starts):
        following = starts[place + 1] - DAY if place + 1 < len(starts) else draw(st.none() | st.dates(since, LAST))
        gross = draw(sums)
        taken = (Withheld("contribution", gross // 10, "pension_fund"),) if draw(st.booleans()) else ()
        stretches.append(Stretch(since, following, gross, taken))
    gaps = []
    for since in draw(st.lists(days, max_size=3)):
        gaps.append(Gap(since, draw(st.none() | st.dates(since, LAST))))
    return Life(tuple(stretches), tuple(gaps))


def slowly(life, through):
    """By month: the sum of what each stretch is worth in it, by the days on which it is paid."""
    worth = defaultdict(Decimal)
    last = through.replace(day=monthrange(through.year, through.month)[1])
    for stretch in life.stretches:
        paid, touched, day = defaultdict(int), set(), stretch.since
        while day <= min(stretch.until or last, last):
            month = day.replace(day=1)
            touched.add(month)
            in_gap = any(gap.since <= day and (gap.paid_from is None or day < gap.paid_from) for gap in life.gaps)
            paid[month] += not in_gap
            day += DAY
        for month in touched:
            share = stretch.gross * paid[month] / monthrange(month.year, month.month)[1]
            worth[month] += share.quantize(Decimal("0.01"), ROUND_HALF_UP)
    return dict(worth)


@given(lives(), days)
def test_a_month_is_what_its_days_come_to(life, through):
    assert {owed.month: owed.gross for owed in life.months(through)} == slowly(life, through)


@given(lives(), days)
def test_what_is_withheld_and_what_is_left_are_the_whole(life, through):
    for owed in life.months(through):
        assert owed.gross == owed.net + sum(one.amount for one in owed.withheld)
        assert owed.net >= 0


@given(lives(), days, sums)
def test_a_change_leaves_every_earlier_day_alone(life, since, gross):
    changed = life.changed(since, [Stretch(FIRST, None, gross)])
    before = since.replace(day=1) - DAY
    assert list(changed.months(before)) == list(life.months(before))
    after = {owed.month: owed.gross for owed in changed.months(LAST)}
    assert after == slowly(changed, LAST)


@given(lives(), days)
def test_nothing_is_owed_after_the_end(life, last_day):
    ended = life.ended(last_day)
    assert all(owed.month <= last_day for owed in ended.months(LAST))
    assert ended.ended(last_day) == ended


@given(lives(), days)
def test_a_pause_that_is_paid_again_from_its_first_day_changes_nothing(life, since):
    paused = life.paused(since)
    again = paused.resumed(paused.gaps[-1], since)
    assert list(again.months(LAST)) == list(life.months(LAST))


def test_a_month_with_a_beginning_is_paid_by_its_days():
    life = Life((Stretch(datetime.date(2026, 4, 16), None, Decimal(30_000)),))
    assert [owed.gross for owed in life.months(datetime.date(2026, 5, 1))] == [15_000, 30_000]


def test_what_is_paid_once_is_paid_in_the_month_of_its_day():
    life = Life((Stretch(datetime.date(2026, 4, 16), datetime.date(2026, 4, 16), Decimal(164_350)),), is_once=True)
    [owed] = life.months(datetime.date(2026, 9, 1))
    assert (owed.month, owed.gross, owed.net) == (datetime.date(2026, 4, 1), 164_350, 164_350)


def test_what_is_unknown_is_no_money():
    life = Life((Stretch(FIRST, None, Decimal(30_000), None),))
    assert not list(life.months(LAST))


def test_one_of_two_pauses_of_a_day_is_over_and_the_other_lasts():
    life = Life((Stretch(FIRST, None, Decimal(30_000)),)).paused(FIRST).paused(FIRST)
    assert not any(owed.net for owed in life.resumed(Gap(FIRST), FIRST).months(LAST))
