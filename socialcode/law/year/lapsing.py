"""Which values are set anew for every year and are not yet set for the next one."""

import datetime

from socialcode.engine.parameters import Parameter

from .. import names
from ..models import ParameterVersion

RENEWED_BY = (12, 15)  # from this day of December on, what is not approved for the next year is an alarm


def year_to_be_ready(today: datetime.date) -> int:
    """The year for which everything has to be approved by a day."""
    return today.year + ((today.month, today.day) >= RENEWED_BY)


def not_approved(year: int) -> list[Parameter]:
    """The values set anew for every year of which none is approved for this one. One query."""
    yearly = [parameter for parameter in names.listed() if parameter.yearly]
    approved = ParameterVersion.objects.approved().filter(since__year=year, name__in=[each.name for each in yearly])
    there = set(approved.values_list("name", flat=True))
    return [parameter for parameter in yearly if parameter.name not in there]


def overdue(today: datetime.date) -> list[Parameter]:
    """The values that should be approved by a day and are not."""
    return not_approved(year_to_be_ready(today))


def days_left(year: int, today: datetime.date) -> int:
    """Days until the values of a year are an alarm; negative once they are."""
    return (datetime.date(year - 1, *RENEWED_BY) - today).days
