"""Writing how families stand: COPY into a table of the transaction, then statements that touch only what changed."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

import polars as pl
from django.db import connection

from family_map.models import EarlierLevel, FamilyLevel, Run, Standing
from socialcode.registers.frames.copying import copy_in

LEVELS, EARLIER = FamilyLevel._meta.db_table, EarlierLevel._meta.db_table
COLUMNS = [field.column for field in Standing._meta.fields]
KEPT = ", ".join(COLUMNS)
_OURS, _FOUND = (", ".join(f"{table}.{name}" for name in COLUMNS) for table in ("held", "found"))
_IS_NEW = f"(ROW({_OURS}) IS DISTINCT FROM ROW({_FOUND}) OR held.run_id = ANY(%(counted_otherwise)s))"

STAGE = f"""
    DROP TABLE IF EXISTS pg_temp.found, pg_temp.asked;
    CREATE TEMPORARY TABLE found ON COMMIT DROP AS SELECT family_id, {KEPT} FROM {LEVELS} WITH NO DATA;
    CREATE TEMPORARY TABLE asked (family_id bigint PRIMARY KEY) ON COMMIT DROP;
"""
KEEP_WHAT_STOOD = f"""
    INSERT INTO {EARLIER} (family_id, run_id, replaced_by_id, {KEPT})
    SELECT held.family_id, held.run_id, %(run)s, {_OURS}
    FROM {LEVELS} held JOIN asked USING (family_id) LEFT JOIN found USING (family_id)
    WHERE found.family_id IS NULL OR {_IS_NEW}
"""
FORGET_WHO_IS_NO_FAMILY = f"""
    DELETE FROM {LEVELS} held USING asked
    WHERE held.family_id = asked.family_id AND NOT EXISTS (SELECT FROM found WHERE found.family_id = held.family_id)
"""
WRITE_WHAT_IS_NEW = f"""
    INSERT INTO {LEVELS} AS held (family_id, run_id, {KEPT})
    SELECT family_id, %(run)s, {_FOUND} FROM found
    ON CONFLICT (family_id) DO UPDATE SET run_id = EXCLUDED.run_id, {", ".join(f"{c} = EXCLUDED.{c}" for c in COLUMNS)}
    WHERE {_IS_NEW.replace("found.", "EXCLUDED.")}
"""
SUM = "SELECT coalesce(sum(hashtextextended(found::text, 0)::numeric), 0) FROM found"


@dataclass(frozen=True)
class Recorded:
    """How many families were written or taken out, and the sum of the hashes of all rows, changed or not."""

    changed: int
    result_sum: Decimal


def record(run: Run, asked: Sequence[int], found: pl.DataFrame) -> Recorded:
    """Write what was found of the asked families; whoever is not in `found` is no family any more.

    Runs in the caller's transaction. The same again writes nothing. Rows that were counted by other indicators are
    written anew, because their bits mean something else.
    """
    otherwise = Run.objects.exclude(pk=run.pk).exclude(indicators=run.indicators)
    given = {"run": run.pk, "counted_otherwise": list(otherwise.values_list("pk", flat=True))}
    with connection.cursor() as cursor:
        cursor.execute(STAGE)
        copy_in(cursor, "asked (family_id)", pl.DataFrame({"family_id": asked}, schema={"family_id": pl.Int64}))
        copy_in(cursor, f"found (family_id, {KEPT})", found.select("family_id", *COLUMNS))
        cursor.execute("ANALYZE asked; ANALYZE found")  # else the whole table of levels is read for a few families
        cursor.execute(KEEP_WHAT_STOOD, given)
        cursor.execute(FORGET_WHO_IS_NO_FAMILY)
        gone = cursor.rowcount
        cursor.execute(WRITE_WHAT_IS_NEW, given)
        changed = gone + cursor.rowcount
        cursor.execute(SUM)
        return Recorded(changed, cursor.fetchone()[0])
