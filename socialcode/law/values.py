"""The law's dated values as rules take them: one query a day and region, until somebody amends the law."""

import datetime
from functools import lru_cache

from django.db import connection

from socialcode.engine.parameters import Values

from .models import ParameterVersion

# In SQL: every page that computes asks it, and Django takes longer to write it than PostgreSQL to answer
STAMP = """
SELECT count(*), count(*) FILTER (WHERE state = 'approved'), count(*) FILTER (WHERE state = 'withdrawn'),
       max(recorded_at), max(approved_at), max(withdrawn_at)
FROM law_parameterversion
"""


def values_on(on: datetime.date, region: str = "") -> Values:
    """All approved values with their histories, as seen on a day in a region (KATO code). One query, a second one
    after somebody changed the table: the engine keeps what it prepared for values that are the same object."""
    return _read(on, region, _stamp())


def values_known_at(moment: datetime.datetime, on: datetime.date, region: str = "") -> Values:
    """The same as the table stood at a moment: what was brought in since is not in it."""
    return ParameterVersion.objects.as_values(on, region, moment)


def moments_of_change() -> list[datetime.datetime]:
    """When the table changed what is known of the law, in their order: between two of them nothing did."""
    columns = ("recorded_at", "approved_at", "withdrawn_at")
    rows = ParameterVersion.objects.values_list(*columns)
    return sorted({moment for row in rows for moment in row if moment})


def _stamp() -> tuple:
    """Differs after every change of the table that could change a value.

    Together the counts never return to what they were, so slow clocks of other servers do not matter.
    """
    with connection.cursor() as cursor:
        cursor.execute(STAMP)
        return cursor.fetchone()


@lru_cache(maxsize=256)
def _read(on, region, _stamp) -> Values:
    return ParameterVersion.objects.as_values(on, region)
