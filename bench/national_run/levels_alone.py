"""The levels of a run without the rights found in the same pass: what the statement of SQL and COPY stand beside."""

from functools import partial

import polars as pl
from django.utils import timezone

from family_map.models import Run, Slice
from family_map.run import facts, finishing
from family_map.run.recording import record
from family_map.run.standings import standings
from socialcode.engine.registry import registry
from socialcode.people.models import Family
from socialcode.registers.frames import nation
from socialcode.slices import work_on_next


def work_on(run: Run) -> bool:
    """As the worker of the map, one slice; False where none is left."""
    worked = work_on_next(run.slices.next_free, partial(_work_through, run))
    finishing.finish_if_done(run)
    return worked


def _work_through(run: Run, part: Slice) -> None:
    families = list(
        Family.objects.filter(pk__range=(part.first, part.last)).order_by("pk").values_list("pk", flat=True)
    )
    persons = nation.members_of(families, run.on)
    known = nation.facts_of(facts.asked().values(), persons, run.on, registry.values(run.on), facts.HOME)
    found = facts.facts_of(persons, known, run.on)
    recorded = record(run, families, standings(found, run.on))
    part.families, part.changed, part.result_sum = len(families), recorded.changed, recorded.result_sum
    part.input_sum, part.rights_changed = found.hash_rows().cast(pl.Int128).sum(), 0
    part.done_at, part.persons = timezone.now(), persons.height
    part.save()
