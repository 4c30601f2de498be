"""Terms that a dated value of the law gives in working days."""

import datetime

from .values import values_on
from .working_days import working_days_after


def term_after(day: datetime.date, name: str) -> datetime.date:
    """The last day of a term that begins the day after `day`, by the value called so as it stands on that day."""
    return working_days_after(day, int(values_on(day).value(name)))
