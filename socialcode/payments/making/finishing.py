"""The end of a run: once all parts are done, what has to be looked at is said, once."""

from django.db import transaction
from django.utils import timezone

from socialcode.payments.models import PaymentRun

from . import flagging


@transaction.atomic
def finish_if_done(run: PaymentRun) -> bool:
    """End a run whose parts are all done, or were tried often enough: what an award without an order is owed comes with
    the next run. Safe to run again, and beside itself."""
    held = PaymentRun.objects.select_for_update().get(pk=run.pk)
    if held.finished_at or held.cut_at is None or held.parts.to_do().exists():
        return held.finished_at is not None
    flagging.raise_flags(held)
    held.registers.filter(orders=None).delete()
    held.finished_at = timezone.now()
    held.save(update_fields=["finished_at"])
    return True
