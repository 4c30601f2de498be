"""What was paid above what is owed: kept as an overpayment whenever a change makes it so, or makes it less.

The sum of the overpayments of an award is always what its months were paid above what they are worth. What was really
paid is known by the room that pays, which stands above and says so by `told_by`; it has it counted anew by
`count_anew` when money comes back or leaves once more.
"""

import datetime
from collections.abc import Callable
from decimal import Decimal

from django.db.models import Sum

from socialcode.engine.days import end_of_month

from .life import NOTHING
from .models import Award, Change, Overpayment
from .planning import life_of

Paid = dict[datetime.date, Decimal]  # tenge by the first day of the month paid for
_books: list[Callable[[int], Paid]] = []


def told_by(paid_for: Callable[[int], Paid]) -> None:
    """Let the room that pays say what was paid for each month of an award (its key)."""
    _books[:] = [paid_for]


def count_anew(award: Award) -> Overpayment | None:
    """Something else was paid than before, in the caller's transaction: an award that nothing has changed needs no
    counting."""
    _lock(award)
    last = award.changes.filter(state=Change.State.IN_EFFECT).order_by("pk").last()
    return keep_overpaid(last) if last else None


def keep_overpaid(change: Change) -> Overpayment | None:
    """Keep what was paid too much by now; the new overpayment of a change, or None where it makes none."""
    award = change.award
    _lock(award)
    months = too_much(award)
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


def too_much(award: Award) -> list[dict]:
    """The months that were paid more than they are worth now, as `Overpayment.months` keeps them."""
    [paid_for] = _books
    paid = paid_for(award.pk)
    last = end_of_month(max(paid)) if paid else datetime.date.min
    owed = {one.month: one.net for one in life_of(award).months(last)}
    above = ((month, sum_paid, owed.get(month, NOTHING)) for month, sum_paid in sorted(paid.items()))
    return [
        {"month": month.isoformat(), "paid": str(sum_paid), "owed": str(due)}
        for month, sum_paid, due in above
        if sum_paid > due
    ]


def months_paid(award: Award) -> set[datetime.date]:
    """The months of an award for which money has left, or is in a list: nothing more is kept of them."""
    [paid_for] = _books
    return set(paid_for(award.pk))


def _lock(award: Award) -> None:
    """A change and money that comes back at the same moment are counted one after the other."""
    Award.objects.select_for_update(of=("self",), no_key=True).get(pk=award.pk)


def _lower(award: Award, less: Decimal) -> None:
    """What turned out to be owed after all is no overpayment any more, the newest first."""
    for found in award.overpayments.filter(amount__gt=0).order_by("-pk"):
        by = min(less, found.amount)
        if not by:
            return
        found.amount, less = found.amount - by, less - by
        found.save(update_fields=["amount"])
