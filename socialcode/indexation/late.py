"""Whether new amounts of a year are late: from 15 December on who pays and who keeps the law's values are told."""

import datetime
from dataclasses import dataclass

from socialcode.awards.models import Award
from socialcode.law import names
from socialcode.law.year.cells import first_day
from socialcode.law.year.lapsing import year_to_be_ready

from .models import Indexation
from .touched import MONTHLY, missing


@dataclass(frozen=True)
class Late:
    """New amounts from `since` on that are not in effect; `gaps` are the values of the year that nobody approved."""

    since: datetime.date
    gaps: list[str]


def late(today: datetime.date) -> Late | None:
    """What is late on a day: None where new amounts are in effect, or nobody is paid who was granted it before."""
    since = first_day(year_to_be_ready(today))
    paid = Award.objects.filter(pays=MONTHLY, since__lt=since).exclude(state=Award.State.ENDED)
    if Indexation.objects.filter(since=since, state=Indexation.State.IN_EFFECT).exists() or not paid.exists():
        return None
    return Late(since, [names.label(parameter) for parameter in missing(since)])
