"""Money for the past: how far back what was due and not received is paid, as the Code says of each payment.

Where an office or the Fund is to blame, it is paid from the day the right began. Else some payments are paid for three
years at most before the person asks; of the others the Code names no limit, and none is kept to.
"""

import datetime
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from django.db.models import Min

from socialcode.engine import Provision
from socialcode.engine.days import days_after
from socialcode.engine.grounds import THREE_YEARS_OF_UNPAID, Arrears, Days
from socialcode.engine.registry import registry

from .life import Life, Stretch
from .models import Award, Change, Overpayment


class Limited(NamedTuple):
    """New terms as far as the Code lets the past be paid: the first day that is otherwise, the terms, and the ground by
    which something was left out of them; None where nothing was."""

    first_day: datetime.date
    stretches: tuple[Stretch, ...]
    ground: Arrears | None = None


def limit_of(provision: Provision) -> Arrears | None:
    """The ground that ends the past of a payment where nobody but the person is to blame; None where there is none."""
    return next((one for one in provision.arrears if one.from_day is THREE_YEARS_OF_UNPAID), None)


def within_limit(
    provision: Provision, life: Life, first: datetime.date, stretches: tuple[Stretch, ...], asked: datetime.date
) -> Limited:
    """New terms from a day on, asked for on another one, where the office is not to blame: what is too long ago is not
    raised any more. What is lowered is lowered from its day."""
    ground = limit_of(provision)
    paid_from = ground.first_day_paid(Days(unpaid=first, asked=asked)) if ground else first
    if paid_from <= first:
        return Limited(first, stretches)
    last = days_after(paid_from, -1)
    before = [part for one in life.stretches if (part := one.within(first, last))]
    raised = [part for one in stretches if (part := one.within(first, last))]
    both = list(_side_by_side(before, raised))
    if _days(raised) == _days(new for _old, new in both) and not any(_is_less(old, new) for old, new in both):
        return Limited(first, stretches)
    lower = [new if _is_less(new, old) else old for old, new in both]
    since_then = [part for one in stretches if (part := one.within(paid_from, None))]
    if lower == before:
        return Limited(paid_from, tuple(since_then), ground)
    return Limited(first, (*lower, *since_then), ground)


def long_ago(asked: datetime.date) -> datetime.date:
    """The first month paid for, whatever the payment is, to who asks on a day; earlier ones may be, too."""
    return THREE_YEARS_OF_UNPAID.day(Days(unpaid=datetime.date.min, asked=asked)).replace(day=1)


def first_month_paid(award: Award, asked: datetime.date) -> datetime.date | None:
    """The first month of which money is still paid to who did not collect it in time and asks on a day; None where
    there is no limit."""
    ground = limit_of(registry.provision(award.provision))
    if ground is None:
        return None
    by_office = award.changes.filter(
        kind=Change.Kind.TERMS, state=Change.State.IN_EFFECT, fault=Overpayment.Fault.OFFICE
    )
    first = ground.first_day_paid(Days(unpaid=award.since, asked=asked))
    without_limit = by_office.aggregate(day=Min("first_day"))["day"]
    return min(first, without_limit or first).replace(day=1)


def _side_by_side(before: list[Stretch], after: list[Stretch]) -> Iterator[tuple[Stretch, Stretch]]:
    """The days that two ways to be worth something share, in parts of which both are worth the same every day."""
    for old in before:
        for new in after:
            if shared := new.within(old.since, old.until):
                yield old.within(shared.since, shared.until), shared


def _is_less(one: Stretch, other: Stretch) -> bool:
    if one.in_hand is None or other.in_hand is None:
        return other.in_hand is None and one.in_hand is not None
    return one.in_hand < other.in_hand


def _days(stretches: Iterable[Stretch]) -> int:
    return sum((one.until - one.since).days + 1 for one in stretches)
