"""Rows of a statement that wait, brought into payouts, and from these into the register of contributions: by statements
over many rows, and only where something changed.

The contributions of a month are those that all operators together withheld, in rows of a source of their own beside
what an employer paid.
"""

from collections import Counter

from django.db import connection
from psycopg2 import sql

from socialcode.people.models import Register
from socialcode.registers.models import Delivery
from socialcode.registers.models.work import ContributionYear

from .models import Payout

STRANGERS = """
INSERT INTO registers_rejectedrow (delivery_id, row, "column", value, reason)
SELECT %(delivery)s, s.row, 'iin', s.iin, 'stranger' FROM {staged} s
WHERE s.row > %(after)s AND s.row <= %(last)s AND NOT EXISTS (SELECT FROM people_person p WHERE p.iin = s.iin)
"""
MET = """
CREATE TEMPORARY TABLE met ON COMMIT DROP AS
SELECT s.row, p.id AS person_id, date_trunc('month', s.month)::date AS month, s.received_on, {money_of_row},
    known.id AS known_id, CASE
    WHEN known.id IS NULL THEN 'new'
    WHEN row({money_known}) = row({money_staged}) THEN 'same'
    WHEN s.received_on < known.received_on THEN 'older'
    ELSE 'changed' END AS found
FROM {staged} s JOIN people_person p ON p.iin = s.iin LEFT JOIN {payouts} known
    ON known.person_id = p.id AND known.operator_id = %(operator)s AND known.ended_at IS NULL
    AND known.month = date_trunc('month', s.month)::date
WHERE s.row > %(after)s AND s.row <= %(last)s;
ANALYZE met
"""
END_OLD = "UPDATE {payouts} y SET ended_at = now() FROM met WHERE y.id = met.known_id AND met.found = 'changed'"
ADD_NEW = """
INSERT INTO {payouts} (person_id, operator_id, month, received_on, delivery_id, {money})
SELECT DISTINCT ON (person_id, month) person_id, %(operator)s, month, received_on, %(delivery)s, {money}
FROM met WHERE found IN ('new', 'changed') ORDER BY person_id, month, received_on DESC, row
"""
TOTALS = """
CREATE TEMPORARY TABLE totals ON COMMIT DROP AS
WITH touched AS (
    SELECT DISTINCT person_id, extract(year FROM month)::smallint AS year FROM met WHERE found IN ('new', 'changed')
), months AS (
    SELECT t.person_id, t.year, extract(month FROM y.month)::int AS place, sum(y.income) AS income,
        sum(y.pension) AS pension, sum(y.employer_pension) AS employer, sum(y.social) AS social,
        max(y.received_on) AS received_on
    FROM touched t JOIN {payouts} y ON y.person_id = t.person_id AND y.ended_at IS NULL
        AND y.month >= make_date(t.year, 1, 1) AND y.month < make_date(t.year + 1, 1, 1)
    GROUP BY 1, 2, 3
), said AS (
    SELECT m.person_id, m.year, m.place, m.income, m.received_on, k.kind, k.amount
    FROM months m CROSS JOIN LATERAL (
        VALUES ('pension', m.pension), ('employer', m.employer), ('social', m.social)
    ) AS k (kind, amount) WHERE k.amount > 0
)
SELECT person_id, year, kind, max(received_on) AS received_on, {amounts} AS amounts, {incomes} AS incomes
FROM said GROUP BY person_id, year, kind
"""
END_YEARS = """
UPDATE {years} y SET ended_at = now() FROM totals t
WHERE y.person_id = t.person_id AND y.year = t.year AND y.kind = t.kind AND y.source = %(source)s
    AND y.ended_at IS NULL AND row(y.amounts, y.incomes) IS DISTINCT FROM row(t.amounts, t.incomes)
"""
ADD_YEARS = """
INSERT INTO {years} (person_id, year, kind, source, received_on, amounts, incomes)
SELECT t.person_id, t.year, t.kind, %(source)s, t.received_on, t.amounts, t.incomes FROM totals t
WHERE NOT EXISTS (
    SELECT FROM {years} y WHERE y.person_id = t.person_id AND y.year = t.year AND y.kind = t.kind
    AND y.source = %(source)s AND y.ended_at IS NULL
)
"""
COUNT = "SELECT found, count(*) FROM met GROUP BY found"
MONEY = ("income", "tax", "pension", "employer_pension", "social", "health")


def merge(delivery: Delivery, asked: dict, *, operator: int) -> Counter:
    """Bring in the waiting rows of a part, in the caller's transaction; `operator` is the key of who sent them.

    Returns how many were new, changed, same, older and rejected.
    """
    words, given = _words(delivery), asked | {"operator": operator, "source": Register.PLATFORMS.value}
    counts = Counter(rejected=_run(STRANGERS, words, given))
    for statement in (MET, END_OLD, ADD_NEW, TOTALS, END_YEARS, ADD_YEARS):
        _run(statement, words, given)
    with connection.cursor() as cursor:
        cursor.execute(COUNT)
        counts.update(dict(cursor.fetchall()))
        cursor.execute("DROP TABLE totals")
    return counts


def _run(statement: str, words: dict, given: dict) -> int:
    with connection.cursor() as cursor:
        cursor.execute(sql.SQL(statement).format(**words), given)
        return cursor.rowcount


def _words(delivery: Delivery) -> dict:
    """Names of tables and columns, never values."""

    def money(alias=None):
        return sql.SQL(", ").join(sql.Identifier(*filter(None, (alias, name))) for name in MONEY)

    return {
        "staged": sql.Identifier(delivery.staging),
        "payouts": sql.Identifier(Payout._meta.db_table),
        "years": sql.Identifier(ContributionYear._meta.db_table),
        "money": money(),
        "money_of_row": money("s"),
        "money_known": money("known"),
        "money_staged": money("s"),
        "amounts": _by_month("amount"),
        "incomes": _by_month("income"),
    }


def _by_month(name: str) -> sql.Composed:
    """An array of twelve, of what is said of each month."""
    each = (
        sql.SQL("max({}) FILTER (WHERE place = {})").format(sql.Identifier(name), sql.Literal(month))
        for month in range(1, 13)
    )
    return sql.SQL("ARRAY[{}]").format(sql.SQL(", ").join(each))
