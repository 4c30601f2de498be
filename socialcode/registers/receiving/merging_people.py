"""Who is who: persons, families and who acts for whom. These have one row each that changes in place."""

from collections import Counter

from django.db import connection
from psycopg2 import sql

from socialcode.registers.models import Delivery

STATED = ("surname", "given_name", "patronymic", "birth_date", "died_on", "sex", "legal_status")
OWN = ("phone", "email")  # what people change themselves: a register fills what is empty

FIND_PERSONS = """
CREATE TEMPORARY TABLE met ON COMMIT DROP AS
SELECT s.*, s.received_on::timestamp AT TIME ZONE %(zone)s AS received_at, p.id AS known_id, CASE
    WHEN p.id IS NULL THEN 'new'
    WHEN row({known}) IS NOT DISTINCT FROM row({said}) THEN 'same'
    WHEN EXISTS (SELECT FROM people_dispute d WHERE d.row_type = 'person' AND d.row_key = p.id::text
                 AND d.state = 'corrected') THEN 'held'
    WHEN s.received_on::timestamp AT TIME ZONE %(zone)s < p.received_at THEN 'older'
    ELSE 'changed' END AS found
FROM {staged} s LEFT JOIN people_person p ON p.iin = s.iin
WHERE s.row > %(after)s AND s.row <= %(last)s
"""
ADD_PERSONS = """
INSERT INTO people_person (key, iin, {stated}, phone, email, language, received_at)
SELECT gen_random_uuid(), iin, {stated}, phone, email, 'kk', received_at FROM met WHERE found = 'new'
ON CONFLICT (iin) DO NOTHING
"""
CHANGE_PERSONS = """
UPDATE people_person p SET ({stated}) = row({of_met}), received_at = met.received_at,
    phone = CASE WHEN p.phone = '' THEN met.phone ELSE p.phone END,
    email = CASE WHEN p.email = '' THEN met.email ELSE p.email END
FROM met WHERE p.id = met.known_id AND met.found = 'changed'
"""
COUNT = "SELECT found, count(*) FROM met GROUP BY found"


def merge_persons(delivery: Delivery, asked: dict) -> Counter:
    """New persons, and what changed about known ones."""
    stated = _names(STATED)
    words = {
        "staged": sql.Identifier(delivery.staging),
        "stated": stated,
        "known": _names(STATED, "p"),
        "said": _names(STATED, "s"),
        "of_met": _names(STATED, "met"),
    }
    for statement in (FIND_PERSONS, ADD_PERSONS, CHANGE_PERSONS):
        _run(statement, words, asked)
    return _counted()


STRANGERS = """
INSERT INTO registers_rejectedrow (delivery_id, row, "column", value, reason)
SELECT %(delivery)s, s.row, {column}, s.{name}, 'stranger' FROM {staged} s
WHERE s.row > %(after)s AND s.row <= %(last)s AND NOT EXISTS (SELECT FROM people_person p WHERE p.iin = s.{name})
"""
ADD_FAMILIES = """
INSERT INTO people_family (key) SELECT DISTINCT s.family FROM {staged} s
WHERE s.row > %(after)s AND s.row <= %(last)s ON CONFLICT (key) DO NOTHING
"""
FIND_MEMBERSHIPS = """
CREATE TEMPORARY TABLE met ON COMMIT DROP AS
SELECT s.row, p.id AS person_id, f.id AS family_id, s.kin, s.since, s.until,
    coalesce(nullif(s.source, ''), %(register)s) AS source,
    s.received_on::timestamp AT TIME ZONE %(zone)s AS received_at, m.id AS known_id, CASE
        WHEN m.id IS NULL THEN 'new'
        WHEN row(m.family_id, m.kin, m.until) IS NOT DISTINCT FROM row(f.id, s.kin, s.until) THEN 'same'
        WHEN m.source = %(correction)s THEN 'held'
        WHEN s.received_on::timestamp AT TIME ZONE %(zone)s < m.received_at THEN 'older'
        ELSE 'changed' END AS found
FROM {staged} s JOIN people_person p ON p.iin = s.iin JOIN people_family f ON f.key = s.family
LEFT JOIN people_membership m ON m.person_id = p.id AND m.since = s.since
WHERE s.row > %(after)s AND s.row <= %(last)s
"""
CHANGE_MEMBERSHIPS = """
UPDATE people_membership m SET family_id = met.family_id, kin = met.kin, until = met.until, source = met.source,
    received_at = met.received_at
FROM met WHERE m.id = met.known_id AND met.found = 'changed'
"""
# Who belongs to a family from a day on has left the one before
LEAVE_EARLIER = """
UPDATE people_membership m SET until = met.since - 1
FROM met WHERE met.found = 'new' AND m.person_id = met.person_id AND m.until IS NULL AND m.since < met.since
    AND m.source <> %(correction)s AND m.received_at <= met.received_at
"""
ADD_MEMBERSHIPS = """
INSERT INTO people_membership (family_id, person_id, kin, since, until, source, received_at)
SELECT family_id, person_id, kin, since, until, source, received_at FROM met WHERE found = 'new'
ON CONFLICT DO NOTHING
"""
BELONG_ELSEWHERE = """
WITH elsewhere AS (
    UPDATE met SET found = 'rejected' WHERE found = 'new' AND NOT EXISTS (
        SELECT FROM people_membership m WHERE m.person_id = met.person_id AND m.since = met.since
    ) RETURNING row, since
)
INSERT INTO registers_rejectedrow (delivery_id, row, "column", value, reason)
SELECT %(delivery)s, row, 'since', since::text, 'another_family' FROM elsewhere
"""


def merge_memberships(delivery: Delivery, asked: dict) -> Counter:
    """Families, and who belongs to which since when."""
    words = {"staged": sql.Identifier(delivery.staging), "column": sql.Literal("iin"), "name": sql.Identifier("iin")}
    strangers = _run(STRANGERS, words, asked)
    statements = (ADD_FAMILIES, FIND_MEMBERSHIPS, CHANGE_MEMBERSHIPS, LEAVE_EARLIER, ADD_MEMBERSHIPS, BELONG_ELSEWHERE)
    for statement in statements:
        _run(statement, words, asked)
    return _counted() + Counter(rejected=strangers)


FIND_TIES = """
CREATE TEMPORARY TABLE met ON COMMIT DROP AS
SELECT s.row, p.id AS person_id, c.id AS represented_id, s.kind, s.since, s.until, t.id AS known_id, CASE
    WHEN t.id IS NULL THEN 'new'
    WHEN row(t.kind, t.until) IS NOT DISTINCT FROM row(s.kind, s.until) THEN 'same'
    ELSE 'changed' END AS found
FROM {staged} s JOIN people_person p ON p.iin = s.iin JOIN people_person c ON c.iin = s.represented
LEFT JOIN people_guardianship t ON t.guardian_id = p.id AND t.ward_id = c.id AND t.since = s.since
WHERE s.row > %(after)s AND s.row <= %(last)s
"""
CHANGE_TIES = """
UPDATE people_guardianship t SET kind = met.kind, until = met.until FROM met
WHERE t.id = met.known_id AND met.found = 'changed'
"""
ADD_TIES = """
INSERT INTO people_guardianship (guardian_id, ward_id, kind, since, until)
SELECT person_id, represented_id, kind, since, until FROM met WHERE found = 'new' ON CONFLICT DO NOTHING
"""


def merge_representations(delivery: Delivery, asked: dict) -> Counter:
    """Who may act for whom."""
    staged, rejected = sql.Identifier(delivery.staging), 0
    for name in ("iin", "represented"):
        words = {"staged": staged, "column": sql.Literal(name), "name": sql.Identifier(name)}
        rejected += _run(STRANGERS, words, asked)
    for statement in (FIND_TIES, CHANGE_TIES, ADD_TIES):
        _run(statement, {"staged": staged}, asked)
    return _counted() + Counter(rejected=rejected)


def _counted() -> Counter:
    with connection.cursor() as cursor:
        cursor.execute(COUNT)
        return Counter(dict(cursor.fetchall()))


def _run(statement: str, words: dict, asked: dict) -> int:
    with connection.cursor() as cursor:
        cursor.execute(sql.SQL(statement).format(**words), asked)
        return cursor.rowcount


def _names(names: tuple[str, ...], alias: str = "") -> sql.Composed:
    return sql.SQL(", ").join(sql.Identifier(alias, name) if alias else sql.Identifier(name) for name in names)


MERGED_APART = {
    "person": merge_persons,
    "membership": merge_memberships,
    "representation": merge_representations,
}
