"""When somebody may be written to: not at night, by the clock of their region, and once in 24 hours."""

import datetime
from collections.abc import Callable
from zoneinfo import ZoneInfo

from django.utils import timezone

from socialcode.engine.parameters import Values
from socialcode.law.values import values_on

DAY = datetime.timedelta(hours=24)
ZONES = {  # by the region's code; all others keep the time of Almaty
    "150000000": ZoneInfo("Asia/Aqtobe"),
    "230000000": ZoneInfo("Asia/Atyrau"),
    "270000000": ZoneInfo("Asia/Oral"),
    "390000000": ZoneInfo("Asia/Qostanay"),
    "430000000": ZoneInfo("Asia/Qyzylorda"),
    "470000000": ZoneInfo("Asia/Aqtau"),
}


Hours = tuple[datetime.datetime, datetime.datetime]


def when_awake(
    moment: datetime.datetime, region: str, known: Callable[[datetime.date], Values] = values_on
) -> datetime.datetime:
    """The moment itself, or the end of the quiet hours into which it falls; `known` are the law's values by the day."""
    local, begins, ends = _local(moment, region, known)
    if ends <= local.hour < begins:
        return moment
    day = local.date() if local.hour < ends else local.date() + datetime.timedelta(days=1)
    return datetime.datetime.combine(day, datetime.time(ends), local.tzinfo)


def next_quiet(
    moment: datetime.datetime, region: str, known: Callable[[datetime.date], Values] = values_on
) -> Hours | None:
    """The quiet hours after a moment at which the person is awake; None where there are none."""
    local, begins, ends = _local(moment, region, known)
    midnight = datetime.datetime.combine(local.date(), datetime.time(), local.tzinfo)
    first, last = midnight + datetime.timedelta(hours=begins), midnight + DAY + datetime.timedelta(hours=ends)
    return (first, last) if first < last else None


def _local(moment: datetime.datetime, region: str, known: Callable) -> tuple[datetime.datetime, int, int]:
    """A moment by the clock of a region, and the hours at which quiet begins and ends there."""
    local = timezone.localtime(moment, ZONES.get(region))
    values = known(local.date())
    return local, int(values.value("proactive_quiet_from")), int(values.value("proactive_quiet_until"))
