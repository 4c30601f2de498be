"""The end of a run: its hashes, and what changed since the run before."""

import hashlib

from django.db import transaction
from django.db.models import Count, Sum
from django.utils import timezone

from family_map.board.counting import count
from family_map.models import Run

from .comparing import compared


def finish_if_done(run: Run) -> bool:
    """Finish a run whose slices are all done, once, whoever comes first; whether it is finished now."""
    if run.slices.left().exists():
        return False
    with transaction.atomic():
        held = Run.objects.select_for_update().get(pk=run.pk)
        if held.is_open and held.sliced_at and not held.slices.left().exists():
            _finish(held)
    return held.finished_at is not None


def _finish(run: Run) -> None:
    sums = run.slices.aggregate(Sum("input_sum"), Sum("result_sum"), Sum("families"), Count("pk"))
    run.input_hash = _hash(sums["families__sum"], sums["input_sum__sum"])
    run.result_hash = _hash(sums["families__sum"], sums["result_sum__sum"])
    before = Run.objects.finished().filter(pk__lt=run.pk).first()
    run.report = compared(before, run) if before else {}
    run.finished_at = timezone.now()
    run.save(update_fields=["input_hash", "result_hash", "report", "finished_at"])
    count(run)


def _hash(*parts) -> str:
    return hashlib.sha256(repr([str(part) for part in parts]).encode()).hexdigest()
