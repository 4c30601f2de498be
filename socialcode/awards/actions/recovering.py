"""Money that was paid too much comes back."""

import datetime
from decimal import Decimal

from django.utils.translation import gettext as _

from socialcode.audit.kinds import EventKind
from socialcode.audit.recording import record
from socialcode.broken_constraint import change
from socialcode.refusal import NotAllowedError

from ..models import Recovered, Recovery


@change
def recovered(*, recovery: Recovery | int, amount: Decimal, month: datetime.date, by=None) -> Recovered:
    """Note that a plan kept so much of a month's payment. The same again for the same month changes nothing.

    Called by whoever makes the order; below zero where something is given back. Raises NotAllowedError where it is
    another sum than was noted before.
    """
    key, first = getattr(recovery, "pk", recovery), month.replace(day=1)
    plan = Recovery.objects.select_for_update().select_related("overpayment").get(pk=key)
    before = plan.taken.filter(month=first).first()
    if before is not None:
        if before.amount != amount:
            raise NotAllowedError(_("Another sum was kept of this month's payment already."))
        return before
    taken = Recovered.objects.create(overpayment=plan.overpayment, recovery=plan, month=first, amount=amount, by=by)
    record(EventKind.OVERPAYMENT_CAME_BACK, on=plan.overpayment.award, by=by, amount=amount, since=first)
    return taken
