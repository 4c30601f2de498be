"""Rows that wait, brought into the register's table: by statements over many rows, and only where something changed.

What a register said before is ended, never overwritten. What an officer corrected stays: a register that repeats what
was corrected is held back, one that says something else again goes into quarantine.
"""

from collections import Counter

from django.conf import settings
from django.db import connection
from psycopg2 import sql

from socialcode.people.models import Register
from socialcode.registers.models import Delivery

from .layouts import Layout
from .merging_months import merge_months
from .merging_people import MERGED_APART

STRANGERS = """
INSERT INTO registers_rejectedrow (delivery_id, row, "column", value, reason)
SELECT %(delivery)s, s.row, 'iin', s.iin, 'stranger' FROM {staged} s
WHERE s.row > %(after)s AND s.row <= %(last)s AND NOT EXISTS (SELECT FROM people_person p WHERE p.iin = s.iin)
"""
PART = """
CREATE TEMPORARY TABLE part ON COMMIT DROP AS
SELECT s.row, p.id AS person_id, coalesce(nullif(s.source, ''), %(register)s) AS source,
       s.received_on::timestamp AT TIME ZONE %(zone)s AS received_at, {chosen}
FROM {staged} s JOIN people_person p ON p.iin = s.iin
WHERE s.row > %(after)s AND s.row <= %(last)s
"""
MET = """
CREATE TEMPORARY TABLE met ON COMMIT DROP AS
SELECT DISTINCT ON (part.row) part.*, known.id AS known_id, CASE
    WHEN known.id IS NOT NULL AND row({known_values}) IS NOT DISTINCT FROM row({part_values}) THEN 'same'
    WHEN known.source = %(correction)s OR known.id IS NULL AND EXISTS (
        SELECT FROM {table} ended WHERE ended.person_id = part.person_id AND ended.ended_at IS NOT NULL
        AND ended.source <> %(correction)s AND row({ended_all}) IS NOT DISTINCT FROM row({part_all})
    ) THEN 'held'
    WHEN known.id IS NULL THEN 'new'
    WHEN part.received_at < known.received_at THEN 'older'
    ELSE 'changed' END AS found
FROM part LEFT JOIN {table} known
  ON known.person_id = part.person_id AND known.ended_at IS NULL AND row({known_key}) = row({part_key})
ORDER BY part.row, known.source = %(correction)s, known.id DESC
"""
CONTRADICTS_OFFICER = """
INSERT INTO registers_rejectedrow (delivery_id, row, "column", value, reason)
SELECT DISTINCT %(delivery)s, met.row, {first_key}, '', 'corrected' FROM met
WHERE found = 'held' AND NOT EXISTS (
    SELECT FROM {table} ended WHERE ended.person_id = met.person_id AND ended.ended_at IS NOT NULL
    AND ended.source <> %(correction)s AND row({ended_all}) IS NOT DISTINCT FROM row({met_all})
)
"""
END_OLD = "UPDATE {table} SET ended_at = now() FROM met WHERE {table}.id = met.known_id AND met.found = 'changed'"
ADD_NEW = """
INSERT INTO {table} (person_id, source, received_at, {columns})
SELECT person_id, source, received_at, {columns} FROM met WHERE found IN ('new', 'changed')
"""
COUNT = "SELECT found, count(*) FROM met GROUP BY found"


def merge(delivery: Delivery, layout: Layout, last: int) -> Counter:
    """Bring in the waiting rows after `delivery.merged` up to `last`, in the caller's transaction.

    Returns how many were new, changed, same, older, held and rejected.
    """
    asked = {
        "delivery": delivery.pk,
        "after": delivery.merged,
        "last": last,
        "register": layout.register.value,
        "correction": Register.CORRECTION.value,
        "zone": settings.TIME_ZONE,
    }
    if layout.merged_by:
        return layout.merged_by(delivery, asked)
    if layout.name in MERGED_APART:
        return MERGED_APART[layout.name](delivery, asked)
    words = _words(delivery, layout)
    counts = Counter(rejected=_run(STRANGERS, words, asked))
    if layout.by_month:
        return counts + merge_months(delivery, layout, asked)
    for statement in (PART, MET):
        _run(statement, words, asked)
    counts["rejected"] += _run(CONTRADICTS_OFFICER, words, asked)
    for statement in (END_OLD, ADD_NEW):
        _run(statement, words, asked)
    with connection.cursor() as cursor:
        cursor.execute(COUNT)
        counts.update(dict(cursor.fetchall()))
    return counts


def _run(statement: str, words: dict, asked: dict) -> int:
    with connection.cursor() as cursor:
        cursor.execute(sql.SQL(statement).format(**words), asked)
        return cursor.rowcount


def _words(delivery: Delivery, layout: Layout) -> dict:
    """What stands in the statements' places: names of tables and columns, never values."""
    columns, key = layout.values, layout.key
    values = [name for name in columns if name not in key]
    words = {
        "staged": sql.Identifier(delivery.staging),
        "table": sql.Identifier(layout.model._meta.db_table),
        "first_key": sql.Literal(key[0]),
        "chosen": sql.SQL(", ").join(sql.Identifier("s", name) for name in columns),
        "columns": sql.SQL(", ").join(map(sql.Identifier, columns)),
    }
    for alias in ("part", "known", "ended", "met"):
        for part, names in (("key", key), ("values", values or key), ("all", columns)):
            words[f"{alias}_{part}"] = sql.SQL(", ").join(sql.Identifier(alias, name) for name in names)
    return words
