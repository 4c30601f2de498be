"""What was paid above what is owed: kept as an overpayment whenever a change makes it so, or makes it less.

The sum of the overpayments of an award is always what its months were paid above what they are worth. What was really
paid is known by the room that pays, which stands above and says so by `told_by`; as long as none does, every month
before this one is taken as paid.
"""

import datetime
from collections.abc import Callable
from decimal import Decimal

from django.db.models import Sum
from django.utils import timezone

from socialcode.engine.days import days_after, end_of_month, start_of_month

from .life import NOTHING, Life
from .models import Award, Change, Overpayment
from .planning import life_of

Paid = dict[datetime.date, Decimal]  # tenge by the first day of the month paid for
_books: list[Callable[[int], Paid]] = []


def told_by(paid_for: Callable[[int], Paid]) -> None:
    """Let the room that pays say what was paid for each month of an award (its key)."""
    _books[:] = [paid_for]


def paid_so_far(award: Award, before: Life | None) -> Paid:
    """What was paid for each month; `before` is the life that was paid by."""
    if _books:
        return _books[0](award.pk)
    last = days_after(start_of_month(timezone.localdate()), -1)
    return {owed.month: owed.net for owed in before.months(last)} if before else {}


def keep_overpaid(change: Change, before: Life | None) -> Overpayment | None:
    """Keep what was paid too much by now; the new overpayment of a change, or None where it makes none."""
    award = change.award
    months = _too_much(paid_so_far(award, before), life_of(award))
    total = sum((Decimal(one["paid"]) - Decimal(one["owed"]) for one in months), NOTHING)
    more = total - (award.overpayments.aggregate(sum=Sum("amount"))["sum"] or NOTHING)
    if more > 0:
        return Overpayment.objects.create(
            award=award,
            decision=change.decision,
            amount=more,
            months=months,
            fault=change.fault or Overpayment.Fault.NOBODY,
        )
    _lower(award, -more)
    return None


def _too_much(paid: Paid, life: Life) -> list[dict]:
    last = end_of_month(max(paid)) if paid else datetime.date.min
    owed = {one.month: one.net for one in life.months(last)}
    above = ((month, sum_paid, owed.get(month, NOTHING)) for month, sum_paid in sorted(paid.items()))
    return [
        {"month": month.isoformat(), "paid": str(sum_paid), "owed": str(due)}
        for month, sum_paid, due in above
        if sum_paid > due
    ]


def _lower(award: Award, less: Decimal) -> None:
    """What turned out to be owed after all is no overpayment any more, the newest first."""
    for found in award.overpayments.filter(amount__gt=0).order_by("-pk"):
        by = min(less, found.amount)
        if not by:
            return
        found.amount, less = found.amount - by, less - by
        found.save(update_fields=["amount"])
