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


def when_awake(
    moment: datetime.datetime, region: str, known: Callable[[datetime.date], Values] = values_on
) -> datetime.datetime:
    """The moment itself, or the end of the quiet hours into which it falls; `known` are the law's values by the day."""
    local = timezone.localtime(moment, ZONES.get(region))
    values = known(local.date())
    begins, ends = int(values.value("proactive_quiet_from")), int(values.value("proactive_quiet_until"))
    if ends <= local.hour < begins:
        return moment
    day = local.date() if local.hour < ends else local.date() + datetime.timedelta(days=1)
    return datetime.datetime.combine(day, datetime.time(ends), local.tzinfo)
