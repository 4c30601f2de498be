"""Whether the list of events is as it was written: every event is chained to the one before by a hash."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.db import connection

# The hash of an event after the hash of the link before it. It stands here and not in a function of the database, which
# who owns the tables could replace: `audit_hash`, by which links are made, has to give the same.
HASH = """pg_catalog.sha256({before} OPERATOR(pg_catalog.||) pg_catalog.convert_to(pg_catalog.jsonb_build_array(
    event.id, extract(epoch FROM event.at)::text, event.kind, event.on_type, event.on_key, event.on_text,
    event.by_key, event.by_text, event.details)::text, 'UTF8'))"""
# One slice of the links, in their order. The last link of the slice before stands in front; the first has none.
BROKEN = f"""
WITH linked AS (
    SELECT link.place, link.event_id, link.hash, event.id IS NULL AS is_missing,
           lag(link.place, 1, 0::bigint) OVER chain AS place_before,
           {HASH.format(before="lag(link.hash, 1, ''::bytea) OVER chain")} AS expected
    FROM audit_link link
    LEFT JOIN audit_event event ON event.id = link.event_id AND event.id BETWEEN %(lowest)s AND %(highest)s
    WHERE link.place >= %(before)s AND link.place <= %(last)s
    WINDOW chain AS (ORDER BY link.place)
)
SELECT event_id, CASE WHEN is_missing THEN 'missing' WHEN place <> place_before + 1 THEN 'gap' ELSE 'changed' END
FROM linked
WHERE (is_missing OR place <> place_before + 1 OR hash <> expected) AND place > %(before)s
ORDER BY place
"""  # noqa: S608 - of the fixed words above
INSERTED = """
SELECT event.id, 'inserted' FROM audit_event event
WHERE event.id > %(before)s AND event.id <= %(last)s
    AND NOT EXISTS (
        SELECT FROM audit_link link
        WHERE link.event_id = event.id AND link.event_id BETWEEN %(lowest)s AND %(highest)s
    )
ORDER BY event.id
"""
# Where a slice ends, and between which ids its events lie: without these bounds every slice would read all events
LINKS_END = """
SELECT max(place) AS last, min(event_id) AS lowest, max(event_id) AS highest
FROM (SELECT place, event_id FROM audit_link WHERE place >= %s ORDER BY place LIMIT %s) slice
"""
EVENTS_END = """
SELECT max(id) AS last, min(id) AS lowest, max(id) AS highest
FROM (SELECT id FROM audit_event WHERE id >= %s ORDER BY id LIMIT %s) slice
"""
FIRST = -(2**63)  # also what was slipped in before the first place is looked at
SLICE = 10_000  # rows a statement looks at: well within its timeout and its memory
LINK = f"""
SELECT link.place, encode(link.hash, 'hex'), encode(coalesce(before.hash, ''), 'hex'),
       link.hash = {HASH.format(before="coalesce(before.hash, ''::bytea)")}
FROM audit_event event JOIN audit_link link ON link.event_id = event.id
LEFT JOIN audit_link before ON before.place = link.place - 1
WHERE event.id = %s
"""  # noqa: S608 - of the fixed words above
HEAD = "SELECT encode(hash, 'hex'), place FROM audit_link ORDER BY place DESC LIMIT 1"
HASHES_AT = "SELECT place, encode(hash, 'hex') FROM audit_link WHERE place = ANY(%s)"
HAS = "SELECT EXISTS (SELECT FROM audit_link WHERE hash = decode(%s, 'hex'))"


@dataclass(frozen=True)
class Break:
    """One place where the list is not as it was written. `how` is changed, missing, inserted or gap (links removed)."""

    event_id: int
    how: str


@dataclass(frozen=True)
class Linked:
    """Where an event stands in the chain: hashes in hex, and whether its own is what the event gives today."""

    place: int
    hash: str
    hash_before: str
    is_intact: bool


def breaks() -> Iterator[Break]:
    """Every break: along the chain, then events outside it. A slice is looked at at a time, so nothing piles up."""
    yield from _in_slices(BROKEN, LINKS_END)
    yield from _in_slices(INSERTED, EVENTS_END)


def _in_slices(looked_for: str, end: str) -> Iterator[Break]:
    before, last = None, FIRST
    with connection.cursor() as cursor:
        while last != before:
            before = last
            cursor.execute(end, [before, SLICE + 1])
            last, lowest, highest = cursor.fetchone()
            if last is None:
                return
            cursor.execute(looked_for, {"before": before, "last": last, "lowest": lowest, "highest": highest})
            yield from (Break(*row) for row in cursor.fetchall())


def link_of(event) -> Linked | None:
    """The event's link; None for an event that was slipped in."""
    with connection.cursor() as cursor:
        cursor.execute(LINK, [event.pk])
        row = cursor.fetchone()
    return Linked(*row) if row else None


def head() -> tuple[str, int] | None:
    """The last link's hash (hex) and place. Noted elsewhere, it proves later that nothing before it was replaced."""
    with connection.cursor() as cursor:
        cursor.execute(HEAD)
        return cursor.fetchone()


def hashes_at(places: list[int]) -> dict[int, str]:
    """The hash (hex) of the link at each place that has one."""
    with connection.cursor() as cursor:
        cursor.execute(HASHES_AT, [places])
        return dict(cursor.fetchall())


def has(noted: str) -> bool:
    """Whether a hash noted earlier is still part of the chain."""
    with connection.cursor() as cursor:
        cursor.execute(HAS, [noted])
        return cursor.fetchone()[0]
