"""Working through the parts of a run: what is due of its awards becomes orders."""

from functools import partial

from django.utils import timezone

from socialcode.awards import actions as awards
from socialcode.payments.models import PaymentRun, RunPart
from socialcode.slices import work_on_next

from . import finishing, planning
from .lines import due
from .recording import payees, record


def work_on(run: PaymentRun) -> bool:
    """Work through one free part of the run. False where there is none: all are done or taken."""
    worked = work_on_next(run.parts.next_free, partial(_work_through, run), _cut_up)
    finishing.finish_if_done(run)  # also where there was none: who did the last one may have died before the end
    return worked


def _work_through(run: PaymentRun, part: RunPart) -> None:
    to_pay = payees(part.first, part.last, run, timezone.localdate())
    made = record(run, to_pay, due(list(to_pay), run.month))
    for _key, one in made:
        for plan, amount in one.recovered:
            awards.recovered(recovery=plan, amount=amount, month=run.month, by=None)
    part.orders, part.done_at = len(made), timezone.now()
    part.save(update_fields=["orders", "done_at"])


def _cut_up(held: RunPart) -> bool:
    """Cut a part that failed into smaller ones; False where it is one award."""
    if held.expected > 1:
        planning.cut_up(held)
        return True
    return False
