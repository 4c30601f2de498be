"""How a family stood, from one calculation to the next."""

import datetime
from typing import NamedTuple

from .models import EarlierLevel, FamilyLevel, Standing

SHOWN = 24


class Stood(NamedTuple):
    """From the day of one calculation to that of another, `until` None for how it stands; points of 100."""

    since: datetime.date
    until: datetime.date | None
    levels: str
    points: str


def history_of(family: int) -> list[Stood]:
    """The newest first, at most `SHOWN`; empty before the first calculation. Two queries."""
    now = FamilyLevel.objects.filter(pk=family).select_related("run").first()
    earlier = EarlierLevel.objects.filter(family_id=family).select_related("run", "replaced_by")
    past = [_stood(one, one.replaced_by.on) for one in earlier.order_by("-replaced_by_id")[:SHOWN]]
    return ([_stood(now, None)] if now else []) + past


def _stood(standing: Standing, until: datetime.date | None) -> Stood:
    return Stood(standing.run.on, until, standing.levels, standing.points)
