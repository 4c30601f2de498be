"""The law's dated values as rules take them: one query a day and region, until somebody amends the law."""

import datetime
from functools import lru_cache

from socialcode.engine.parameters import Values

from .models import ParameterVersion


def values_on(on: datetime.date, region: str = "") -> Values:
    """All approved values with their histories, as seen on a day in a region (KATO code). One query, a second one
    after somebody changed the table: the engine keeps what it prepared for values that are the same object."""
    return _read(on, region, ParameterVersion.objects.stamp())


def values_known_at(moment: datetime.datetime, on: datetime.date, region: str = "") -> Values:
    """The same as the table stood at a moment: what was brought in since is not in it."""
    return ParameterVersion.objects.as_values(on, region, moment)


@lru_cache(maxsize=256)
def _read(on, region, _stamp) -> Values:
    return ParameterVersion.objects.as_values(on, region)
