"""Whether the list of events is as it was written: every event is chained to the one before by a hash."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.db import connection

BROKEN = """
WITH linked AS (
    SELECT link.place, link.event_id, link.hash, event.id IS NULL AS is_missing,
           lag(link.place, 1, 0::bigint) OVER chain AS place_before,
           audit_hash(lag(link.hash, 1, ''::bytea) OVER chain, event) AS expected
    FROM audit_link link LEFT JOIN audit_event event ON event.id = link.event_id
    WINDOW chain AS (ORDER BY link.place)
)
SELECT event_id, CASE WHEN is_missing THEN 'missing' WHEN place <> place_before + 1 THEN 'gap' ELSE 'changed' END
FROM linked
WHERE is_missing OR place <> place_before + 1 OR hash <> expected
UNION ALL
SELECT event.id, 'inserted' FROM audit_event event
WHERE NOT EXISTS (SELECT FROM audit_link link WHERE link.event_id = event.id)
ORDER BY 1
"""
HEAD = "SELECT encode(hash, 'hex'), place FROM audit_link ORDER BY place DESC LIMIT 1"
HAS = "SELECT EXISTS (SELECT FROM audit_link WHERE hash = decode(%s, 'hex'))"


@dataclass(frozen=True)
class Break:
    """One place where the list is not as it was written. `how` is changed, missing, inserted or gap (links removed)."""

    event_id: int
    how: str


def breaks() -> Iterator[Break]:
    """Every break, by event. Nothing of the list is held in memory here."""
    with connection.cursor() as cursor:
        cursor.execute(BROKEN)
        while row := cursor.fetchone():
            yield Break(*row)


def head() -> tuple[str, int] | None:
    """The last link's hash (hex) and place. Noted elsewhere, it proves later that nothing before it was replaced."""
    with connection.cursor() as cursor:
        cursor.execute(HEAD)
        return cursor.fetchone()


def has(noted: str) -> bool:
    """Whether a hash noted earlier is still part of the chain."""
    with connection.cursor() as cursor:
        cursor.execute(HAS, [noted])
        return cursor.fetchone()[0]
