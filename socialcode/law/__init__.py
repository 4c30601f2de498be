"""The law's dated values: shipped, amended by two administrators, read by everybody."""

import datetime
from functools import lru_cache

from django.apps import apps as installed

from socialcode.engine.parameters import Values


def values(on: datetime.date, region: str = "") -> Values:
    """All approved values with their histories, as seen on a day in a region (KATO code). One query, a second one
    after somebody changed the table: the engine keeps what it prepared for values that are the same object."""
    versions = installed.get_model("law", "ParameterVersion").objects
    return _read(on, region, versions.stamp())


@lru_cache(maxsize=256)
def _read(on, region, stamp) -> Values:
    return installed.get_model("law", "ParameterVersion").objects.as_values(on, region)
