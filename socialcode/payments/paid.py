"""What was paid for each month of an award, as its orders say."""

import datetime
from decimal import Decimal

from django.db.models import Sum

from .models import LineKind, OrderLine, OrderState

LEAVES = (OrderState.ORDERED, OrderState.SENT, OrderState.PAID)


def paid_for(award: int) -> dict[datetime.date, Decimal]:
    """Tenge by the first day of the month paid for, of an award (its key).

    The sum of an order in a list is fixed, so it counts before it leaves; what is held back or came back does not. What
    is kept of a debt was owed and counts as paid.
    """
    lines = OrderLine.objects.filter(order__award=award, order__state__in=LEAVES).exclude(kind=LineKind.RECOVERY)
    return dict(lines.values_list("for_month").annotate(Sum("amount")).order_by("for_month"))
