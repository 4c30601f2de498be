"""The law's dated values: shipped, amended by two administrators, read by everybody."""

import datetime

from django.apps import apps as installed

from socialcode.engine.parameters import Values


def values(on: datetime.date, region: str = "") -> Values:
    """All approved values with their histories, as seen on a day in a region (KATO code). One query."""
    return installed.get_model("law", "ParameterVersion").objects.as_values(on, region)
