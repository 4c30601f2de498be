"""What was paid for each month of an award, as its orders say, beside what is owed for it."""

import datetime
from decimal import Decimal

from django.db.models import Q, QuerySet, Sum

from socialcode.awards import ledger, past
from socialcode.awards.models import Award
from socialcode.people.models import Person

from .models import LineKind, OrderLine, OrderState, PaymentOrder
from .models.order import CAME_BACK, GONE

LEAVES = (OrderState.ORDERED, OrderState.SENT, OrderState.PAID)
WAITS = (OrderState.HELD, *CAME_BACK)  # for an account, or for somebody to say whether it is paid


def awards_of(person: Person) -> QuerySet[Award]:
    """The awards of which money still goes to a person: those that go on, and those that are over but not paid up."""
    waiting = PaymentOrder.objects.filter(person=person, state__in=WAITS).values("award")
    return Award.objects.filter(person=person).filter(~Q(state=Award.State.ENDED) | Q(pk__in=waiting))


def paid_for(award: int) -> dict[datetime.date, Decimal]:
    """Tenge by the first day of the month paid for, of an award (its key).

    The sum of an order in a list is fixed, so it counts before it leaves; what is held back or came back does not. What
    is kept of a debt was owed and counts as paid.
    """
    lines = OrderLine.objects.filter(order__award=award, order__state__in=LEAVES).exclude(kind=LineKind.RECOVERY)
    return dict(lines.values_list("for_month").annotate(Sum("amount")).order_by("for_month"))


def is_too_old(order: PaymentOrder, asked: datetime.date) -> bool:
    """Whether an order that waits pays for months of which the Code pays nothing any more to who asks for it on a day:
    it was not collected in time, and nobody else is to blame."""
    first = past.first_month_paid(order.award, asked)
    return first is not None and order.lines.filter(for_month__lt=first).exclude(kind=LineKind.RECOVERY).exists()


def given_up(award: int, asked: datetime.date) -> set[datetime.date]:
    """The months of an award (its key) of which an order was called off because nobody collected the money, and that
    are too long ago on a day."""
    called_off = OrderLine.objects.filter(order__award=award, order__state=OrderState.CANCELLED)
    months = set(called_off.values_list("for_month", flat=True))
    first = past.first_month_paid(Award.objects.get(pk=award), asked) if months else None
    return {month for month in months if first and month < first}


def is_too_much(order: PaymentOrder) -> bool:
    """Whether an award is not owed any more what its orders come to for a month of this one.

    An order from which a debt was kept is never said to be: what was kept would be lost with it.
    """
    lines = list(order.lines.values_list("for_month", "kind"))
    if any(kind == LineKind.RECOVERY for _month, kind in lines):
        return False
    months = {month for month, _kind in lines}
    owed = {one.month: one.net for one in ledger.owed([order.award_id], since=min(months), through=max(months))}
    of_months = OrderLine.objects.filter(order__award=order.award_id, for_month__in=months)
    standing = of_months.exclude(order__state__in=GONE).exclude(kind=LineKind.RECOVERY)
    sums = standing.values_list("for_month").annotate(Sum("amount")).order_by("for_month")
    return any(amount > owed.get(month, 0) for month, amount in sums)
