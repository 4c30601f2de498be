"""Working through the slices of a run. A slice is one transaction: killed in the middle, it never was."""

import logging
import socket
from functools import partial

import polars as pl
from django.db import InterfaceError, OperationalError, transaction
from django.utils import timezone

from family_map.models import Run, Slice
from family_map.models.run import MOST_PARTS
from socialcode.detection import recording
from socialcode.detection.finding import rights_of
from socialcode.people.models import Family
from socialcode.registers.models import ChangedFamily

from . import finishing, planning
from .facts import facts_of, read
from .recording import record
from .standings import standings, values_of_place

logger = logging.getLogger(__name__)


def work_on(run: Run) -> bool:
    """Work through one free slice of the run. False where there is none: all are done, taken, or the run rests.

    What goes wrong in a slice is written beside it and stops no other; a database that does not answer is raised.
    """
    part = None
    try:
        with transaction.atomic():
            part = _next_of(run)
            if part:
                _work_through(run, part)
    except (OperationalError, InterfaceError):
        raise
    except Exception as error:
        logger.exception("a part of the calculation failed", extra={"run": run.pk})
        _note_failure(part, error)
    finishing.finish_if_done(run)  # also where there was none: who did the last one may have died before the end
    return part is not None


def _next_of(run: Run) -> Slice | None:
    return run.slices.next_free() if Run.objects.at_work().filter(pk=run.pk).exists() else None


def _work_through(run: Run, part: Slice) -> None:
    """Answers the calls of families of the slice; what comes while it works stays, for it may not see why."""
    called = ChangedFamily.take(part.first, part.last)
    asked = called if run.scope == Run.Scope.CHANGES else _families_of(part)
    persons, known = read(asked, run.on)
    facts = facts_of(persons, known, run.on)
    found = standings(facts, run.on)
    recorded = record(run, asked, found)
    rights = rights_of(persons, known, run.on, partial(values_of_place, run.on))
    of_rights = recording.record(run.pk, run.on, asked, rights)
    part.families, part.persons = found.height, int(found["members"].sum())
    part.changed, part.rights_changed = recorded.changed, of_rights.changed
    part.result_sum = recorded.result_sum + of_rights.result_sum
    part.input_sum = facts.hash_rows().cast(pl.Int128).sum()
    part.done_at, part.done_by = timezone.now(), socket.gethostname()
    part.save()


def _families_of(part: Slice) -> list[int]:
    within = Family.objects.filter(pk__range=(part.first, part.last))
    return list(within.order_by("pk").values_list("pk", flat=True))


@transaction.atomic
def _note_failure(part: Slice | None, error: Exception) -> None:
    """Cut the slice into smaller ones, or write beside it what was wrong."""
    held = Slice.objects.select_for_update().filter(pk=part.pk, done_at=None).first() if part else None
    if held is None:
        return
    may_be_cut = held.expected > 1 and held.run.slices.left().filter(is_part=True).count() < MOST_PARTS
    if may_be_cut:
        planning.cut_up(held)
    else:
        held.failures += 1
        held.failure = f"{type(error).__name__}: {error}"[: Slice._meta.get_field("failure").max_length]
        held.save(update_fields=["failures", "failure"])
