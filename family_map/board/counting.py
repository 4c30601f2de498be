"""Counting what a run over the country found, once, when it is finished: pages then read a few rows."""

from django.db import connection

from family_map.models import IndicatorCount, Run

COUNT_LEVELS = """
INSERT INTO family_map_levelcount (run_id, region, district, level, families, persons)
SELECT %s, region, district, coalesce(level, ''), count(*), sum(members) FROM family_map_familylevel
GROUP BY region, district, coalesce(level, '')
"""
COUNT_INDICATORS = """
SELECT bit, count(*), count(*) FILTER (WHERE is_poor)
FROM family_map_familylevel CROSS JOIN generate_series(0, %s) AS bit
WHERE lacking & (1::bigint << bit) <> 0 GROUP BY bit
"""


def count(run: Run) -> None:
    """Count how families stand now, in the transaction that finishes the run; a run over changes counts nothing."""
    if run.scope != Run.Scope.COUNTRY:
        return
    with connection.cursor() as cursor:
        cursor.execute(COUNT_LEVELS, [run.pk])
        cursor.execute(COUNT_INDICATORS, [len(run.indicators) - 1])
        found = {bit: (lacking, poor) for bit, lacking, poor in cursor.fetchall()}
    IndicatorCount.objects.bulk_create(
        IndicatorCount(run=run, indicator=name, lacking=lacking, lacking_and_poor=poor)
        for bit, name in enumerate(run.indicators)
        for lacking, poor in [found.get(bit, (0, 0))]
    )
