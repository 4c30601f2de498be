"""Working through the parts of a run. A part is one transaction: killed in the middle, it never was."""

import logging

from django.db import InterfaceError, OperationalError, transaction
from django.utils import timezone

from socialcode.awards import actions as awards
from socialcode.payments.models import PaymentRun, RunPart

from . import finishing, planning
from .lines import due
from .recording import payees, record

log = logging.getLogger(__name__)


def work_on(run: PaymentRun) -> bool:
    """Work through one free part of the run. False where there is none: all are done or taken.

    What goes wrong in a part is written beside it and stops no other; a database that does not answer is raised.
    """
    part = None
    try:
        with transaction.atomic():
            part = run.parts.next_free()
            if part:
                _work_through(run, part)
    except (OperationalError, InterfaceError):
        raise
    except Exception as error:
        log.exception("a part of a payment run failed", extra={"run": run.pk})
        _note_failure(part, error)
    finishing.finish_if_done(run)  # also where there was none: who did the last one may have died before the end
    return part is not None


def _work_through(run: PaymentRun, part: RunPart) -> None:
    to_pay = payees(part.first, part.last, run, timezone.localdate())
    made = record(run, to_pay, due(list(to_pay), run.month))
    for _key, one in made:
        for plan, amount in one.recovered:
            awards.recovered(recovery=plan, amount=amount, month=run.month, by=None)
    part.orders, part.done_at = len(made), timezone.now()
    part.save(update_fields=["orders", "done_at"])


@transaction.atomic
def _note_failure(part: RunPart | None, error: Exception) -> None:
    held = RunPart.objects.select_for_update().filter(pk=part.pk, done_at=None).first() if part else None
    if held is not None and held.expected > 1:
        planning.cut_up(held)
    elif held is not None:
        held.failures += 1
        held.failure = f"{type(error).__name__}: {error}"[: RunPart._meta.get_field("failure").max_length]
        held.save(update_fields=["failures", "failure"])
