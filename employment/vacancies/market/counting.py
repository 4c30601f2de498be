"""Counting the labour market of a day: every open vacancy, and everybody who is registered and looks for work."""

from django.db import connection, transaction
from django.utils import timezone

from employment.seekers.models import Profile, ProfileTrade
from employment.vacancies.models import MarketCount, TradeCount, Vacancy

COUNT = f"""
INSERT INTO {MarketCount._meta.db_table} (counted_on, region, district, "group", vacancies, posts, seekers)
SELECT %(day)s, region, district, trade_group, sum(vacancies), sum(posts), sum(seekers) FROM (
    SELECT region, district, left(trade, 1) AS trade_group, count(*) AS vacancies, sum(posts) AS posts, 0 AS seekers
    FROM {Vacancy._meta.db_table} WHERE state = 'open' AND expires_on >= %(day)s GROUP BY 1, 2, 3
    UNION ALL
    SELECT p.region, p.district, coalesce(left(t.trade, 1), '') AS trade_group, 0, 0, count(*)
    FROM {Profile._meta.db_table} p LEFT JOIN LATERAL (
        SELECT trade FROM {ProfileTrade._meta.db_table} WHERE profile_id = p.id ORDER BY rank, id LIMIT 1
    ) t ON true
    WHERE p.is_looking AND p.region <> '' GROUP BY 1, 2, 3
) found GROUP BY 1, 2, 3, 4
"""  # noqa: S608 - names of tables only

TRADES = f"""
INSERT INTO {TradeCount._meta.db_table} (counted_on, trade, posts, seekers, pay)
SELECT %(day)s, trade, sum(posts), sum(seekers), max(pay) FROM (
    SELECT trade, sum(posts) AS posts, 0 AS seekers,
        percentile_disc(0.5) WITHIN GROUP (ORDER BY pay_from) AS pay
    FROM {Vacancy._meta.db_table} WHERE state = 'open' AND expires_on >= %(day)s GROUP BY trade
    UNION ALL
    SELECT t.trade, 0, count(*), NULL
    FROM {Profile._meta.db_table} p JOIN LATERAL (
        SELECT trade FROM {ProfileTrade._meta.db_table} WHERE profile_id = p.id ORDER BY rank, id LIMIT 1
    ) t ON true
    WHERE p.is_looking GROUP BY t.trade
) found GROUP BY trade
"""  # noqa: S608 - names of tables only


@transaction.atomic
def count() -> int:
    """Count the market of today by place and by trade; counted again, the new figures stand in place of the old ones.
    Returns the rows by place."""
    day = timezone.localdate()
    MarketCount.objects.filter(counted_on=day).delete()
    TradeCount.objects.filter(counted_on=day).delete()
    with connection.cursor() as cursor:
        cursor.execute(TRADES, {"day": day})
        cursor.execute(COUNT, {"day": day})
        return cursor.rowcount
