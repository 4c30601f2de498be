"""How far a run is, how fast it goes and when it will be done."""

import datetime
from dataclasses import dataclass
from typing import Self

from django.utils import timezone

from family_map.models import Run, Slice

LOOKED_AT = 30  # slices done last, from which the rate is taken
LEAST = 2


@dataclass(frozen=True)
class Progress:
    """Families done of all; `rate` (families a second) and `left` are None until some are done."""

    done: int
    total: int
    failed: int
    changed: int
    persons: int
    rate: float | None
    left: datetime.timedelta | None

    @classmethod
    def of(cls, run: Run) -> Self:
        """As the rows of the run's slices say it now; two queries, three while it goes."""
        counted = Run.objects.with_progress().get(pk=run.pk)
        done, total = counted.families_expected_done, counted.families_all
        rate = _rate(run) if run.is_open and not run.paused_at else None
        left = datetime.timedelta(seconds=round((total - done) / rate)) if rate else None
        return cls(
            done,
            total,
            counted.slices_failed,
            counted.families_changed,
            counted.persons_done,
            rate and round(rate),
            left,
        )


def _rate(run: Run) -> float | None:
    """Families a second over the last slices; a run that stands still grows slower with every look."""
    last = list(Slice.objects.filter(run=run).exclude(done_at=None).order_by("-done_at")[:LOOKED_AT])
    if len(last) < LEAST:
        return None
    seconds = (timezone.now() - last[-1].done_at).total_seconds()
    return sum(part.expected for part in last[:-1]) / seconds if seconds else None
