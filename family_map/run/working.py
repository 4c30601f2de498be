"""Working through the slices of a run: families are read, put on their levels, and what changed is kept."""

import socket
from functools import partial

import polars as pl
from django.utils import timezone

from family_map.models import Run, Slice
from family_map.models.run import MOST_PARTS
from socialcode.awards.finding.registers import call as call_awards
from socialcode.detection import recording
from socialcode.detection.finding import rights_of
from socialcode.people.models import Family
from socialcode.registers.models import ChangedFamily
from socialcode.slices import work_on_next

from . import finishing, planning
from .facts import facts_of, read
from .recording import record
from .standings import standings, values_of_place


def work_on(run: Run) -> bool:
    """Work through one free slice of the run. False where there is none: all are done, taken, or the run rests."""
    worked = work_on_next(partial(_next_of, run), partial(_work_through, run), _cut_up)
    finishing.finish_if_done(run)  # also where there was none: who did the last one may have died before the end
    return worked


def _next_of(run: Run) -> Slice | None:
    return run.slices.next_free() if Run.objects.at_work().filter(pk=run.pk).exists() else None


def _work_through(run: Run, part: Slice) -> None:
    """Answers the calls of families of the slice; what comes while it works stays, for it may not see why."""
    called = ChangedFamily.take(part.first, part.last)
    call_awards(called)
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


def _cut_up(held: Slice) -> bool:
    """Cut a slice that failed into smaller ones; False where it is one family, or too many wait already."""
    may_be_cut = held.expected > 1 and held.run.slices.left().filter(is_part=True).count() < MOST_PARTS
    if may_be_cut:
        planning.cut_up(held)
    return may_be_cut
