"""Rows that say a year month by month, brought into the years of a register: twelve amounts are compared at once.

Only where something else is known of a year (an officer corrected it, another source speaks of it, a month changed) its
months are looked at one by one, by the same rules as rows of other registers (see `merging`).
"""

from collections import Counter

from django.db import connection
from django.utils import timezone

from socialcode.registers.models import Delivery
from socialcode.registers.months.functions import MONTHS
from socialcode.registers.months.writing import ADD, END, FORGET_EMPTY, words_for

from .layouts import MONTHLY, Layout

PART = """
CREATE TEMPORARY TABLE part ON COMMIT DROP AS
SELECT s.row, p.id AS person_id, s.year::smallint AS year, s.kind,
    coalesce(nullif(s.source, ''), %(register)s) AS source, s.received_on, {chosen}
FROM {staged} s JOIN people_person p ON p.iin = s.iin
WHERE s.row > %(after)s AND s.row <= %(last)s AND coalesce({any_month}) IS NOT NULL;
ANALYZE part
"""
# `more` adds months to a year and changes none; `apart` is looked at month by month
MET = """
CREATE TEMPORARY TABLE met ON COMMIT DROP AS
SELECT part.*, known.id AS known_id, CASE
    WHEN near.years = 0 THEN 'new'
    WHEN known.id IS NULL THEN 'apart'
    WHEN {same} THEN 'same'
    WHEN {agree} THEN 'more'
    ELSE 'apart' END AS found
FROM part CROSS JOIN LATERAL (
    SELECT count(*) AS years, min(y.id) AS id FROM {table} y
    WHERE y.person_id = part.person_id AND y.year = part.year AND y.kind = part.kind
) AS near LEFT JOIN {table} known
    ON known.id = near.id AND near.years = 1 AND known.ended_at IS NULL AND known.source = part.source
"""
ADD_MORE = """
UPDATE {table} y SET {merged_met}, received_each = months_unusual(y.received_on, months_either(
    months_days(y.received_on, y.received_each, y.amounts), months_days(met.received_on, NULL, met.amounts)
)) FROM met WHERE met.found = 'more' AND y.id = met.known_id
"""
APART = """
CREATE TEMPORARY TABLE apart ON COMMIT DROP AS
SELECT DISTINCT ON (met.row, m.place) met.row, met.person_id, met.year, met.kind, met.source, met.received_on,
    known.id AS known_id, known.source AS known_source, m.place, {amounts_of_month}, CASE
    WHEN row({known_month}) IS NOT DISTINCT FROM row({met_month}) AND known.id IS NOT NULL THEN 'same'
    WHEN known.source = %(correction)s OR known.id IS NULL AND {was_said} THEN 'held'
    WHEN known.id IS NULL THEN 'new'
    WHEN met.received_on < coalesce(known.received_each[m.place], known.received_on) THEN 'older'
    ELSE 'changed' END AS found
FROM met CROSS JOIN generate_series(1, 12) AS m(place) LEFT JOIN {table} known
    ON known.person_id = met.person_id AND known.year = met.year AND known.kind = met.kind
    AND known.ended_at IS NULL AND known.amounts[m.place] IS NOT NULL
WHERE met.found = 'apart' AND met.amounts[m.place] IS NOT NULL
ORDER BY met.row, m.place, known.source = %(correction)s, known.id DESC
"""
# Whether a register said the same of the month before an officer took it out or corrected it
WAS_SAID = """EXISTS (
    SELECT FROM {table} e WHERE e.person_id = met.person_id AND e.year = met.year AND e.kind = met.kind
    AND e.ended_at IS NOT NULL AND e.source <> %(correction)s
    AND row({ended_month}) IS NOT DISTINCT FROM row({met_month})
)"""
CONTRADICTS_OFFICER = """
INSERT INTO registers_rejectedrow (delivery_id, row, "column", value, reason)
SELECT DISTINCT %(delivery)s, met.row, 'month', '', 'corrected'
FROM apart JOIN met USING (row) CROSS JOIN LATERAL (SELECT apart.place) AS m
WHERE apart.found = 'held' AND NOT {was_said}
"""
CHANGED = "SELECT known_id, bit_or(1 << (place - 1)) FROM apart WHERE found = 'changed' GROUP BY known_id"
ADDED = """
SELECT person_id, year, kind, source, received_on, {collected} FROM apart WHERE found IN ('new', 'changed')
GROUP BY person_id, year, kind, source, received_on
"""
# A question that waits follows the month; what was answered stays with what was said then
DISPUTES_FOLLOW = """
UPDATE people_dispute d SET row_key = (y.id * 12 + a.place - 1)::text
FROM apart a JOIN {table} y ON (y.person_id, y.year, y.kind) = (a.person_id, a.year, a.kind)
    AND y.amounts[a.place] IS NOT NULL
WHERE a.found = 'changed' AND d.person_id = a.person_id AND d.row_type = %(type)s
    AND d.row_key = (a.known_id * 12 + a.place - 1)::text
    AND CASE WHEN d.state = 'open' THEN y.ended_at IS NULL AND y.source = a.source
        ELSE y.ended_at = %(now)s AND y.source = a.known_source END
"""
COUNT = """
SELECT found, count(*) FROM (
    SELECT CASE found WHEN 'more' THEN 'new' ELSE found END AS found FROM met WHERE found <> 'apart'
    UNION ALL SELECT (ARRAY['changed', 'new', 'held', 'older', 'same'])[
        min(array_position(ARRAY['changed', 'new', 'held', 'older', 'same'], found))
    ] FROM apart GROUP BY row
) AS each_row GROUP BY found
"""


def merge_months(delivery: Delivery, layout: Layout, asked: dict) -> Counter:
    """Bring in waiting rows, in the caller's transaction; returns how many rows were what."""
    asked |= {"now": timezone.now(), "type": layout.model._meta.model_name}
    words = _words(delivery, layout)
    for statement in (PART, MET):
        _run(statement, words, asked)
    _run(ADD, words | {"given": _whole(words)}, asked)
    _run(ADD_MORE, words, asked)
    _run(APART, words, asked)
    rejected = _run(CONTRADICTS_OFFICER, words, asked)
    _run(END, words | {"given": CHANGED}, asked)
    _run(ADD, words | {"given": ADDED.format(**words)}, asked)
    _run(DISPUTES_FOLLOW, words, asked)
    _run(FORGET_EMPTY, words | {"given": "SELECT known_id FROM apart WHERE found = 'changed'"}, asked)
    with connection.cursor() as cursor:
        cursor.execute(COUNT)
        return Counter(dict(cursor.fetchall())) + Counter(rejected=rejected)


def _run(statement: str, words: dict[str, str], asked: dict) -> int:
    with connection.cursor() as cursor:
        cursor.execute(statement.format(**words), asked)
        return cursor.rowcount


def _whole(words: dict[str, str]) -> str:
    names = f"person_id, year, kind, source, received_on, {words['arrays']}"
    return f"SELECT {names} FROM met WHERE found = 'new'"  # noqa: S608 - names of ours


def _words(delivery: Delivery, layout: Layout) -> dict[str, str]:
    """What stands in the statements' places: names of tables and columns, never values."""
    model, arrays = layout.model, layout.model.arrays
    words = words_for(model.kept_in._meta.db_table, list(arrays.values()))
    pairs = [(f"known.{array}", f"part.{array}") for array in arrays.values()]
    words |= {
        "staged": f'"{delivery.staging}"',
        "chosen": ", ".join(f"{_of_year(name)} AS {array}" for name, array in arrays.items()),
        "any_month": ", ".join(f"s.{MONTHLY['amount']}_{month:02d}" for month in MONTHS),
        "same": " AND ".join(f"months_either({said}, {known}) = {known}" for known, said in pairs),
        "agree": " AND ".join(
            f"months_either({said}, {known}) = months_either({known}, {said})" for known, said in pairs
        ),
        "merged_met": ", ".join(f"{array} = months_either(y.{array}, met.{array})" for array in arrays.values()),
        "amounts_of_month": ", ".join(f"met.{array}[m.place] AS {name}" for name, array in arrays.items()),
        "collected": ", ".join(f"{_collected(name)} AS {array}" for name, array in arrays.items()),
    }
    for alias in ("known", "met", "e"):
        words["ended_month" if alias == "e" else f"{alias}_month"] = ", ".join(
            f"{alias}.{array}[m.place]" for array in arrays.values()
        )
    return words | {"was_said": WAS_SAID.format(**words)}


def _of_year(name: str) -> str:
    """The twelve columns of a file as an array; what is said beside an amount counts only where there is one."""
    amounts, values = (MONTHLY[each] for each in ("amount", name))
    months = (f"CASE WHEN s.{amounts}_{month:02d} IS NOT NULL THEN s.{values}_{month:02d} END" for month in MONTHS)
    return f"ARRAY[{', '.join(months)}]::numeric(14, 2)[]"


def _collected(name: str) -> str:
    return f"ARRAY[{', '.join(f'max({name}) FILTER (WHERE place = {month})' for month in MONTHS)}]"
