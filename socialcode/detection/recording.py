"""Writing what was found of some families: only where it is something else than before."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

import polars as pl
from django.db import connection

from socialcode.registers.frames.copying import copy_in

from .models import Entitled

TABLE = Entitled._meta.db_table
KEY = ("family", "provision", "subject")
KEPT = ("person", "is_certain", "amount", "net", "missing")
COLUMNS = ", ".join((*KEY, *KEPT))
STAGE = f"""
    DROP TABLE IF EXISTS pg_temp.found_rights, pg_temp.looked_at, pg_temp.held_rights;
    CREATE TEMPORARY TABLE found_rights ON COMMIT DROP AS SELECT {COLUMNS} FROM {TABLE} WITH NO DATA;
    CREATE TEMPORARY TABLE looked_at (family bigint PRIMARY KEY) ON COMMIT DROP;
"""
HOLD = f"""
    ANALYZE looked_at;
    CREATE TEMPORARY TABLE held_rights ON COMMIT DROP AS
    SELECT id, {COLUMNS} FROM {TABLE} JOIN looked_at USING (family) WHERE until_run IS NULL;
    ANALYZE found_rights;
    ANALYZE held_rights;
"""
_SAME = f"""
    ({", ".join(f"held.{name}" for name in KEY)}) = ({", ".join(f"found.{name}" for name in KEY)})
    AND ROW({", ".join(f"held.{name}" for name in KEPT)})
        IS NOT DISTINCT FROM ROW({", ".join(f"found.{name}" for name in KEPT)})
"""
END_OLD = f"""
    UPDATE {TABLE} SET until_run = %(run)s FROM held_rights held
    WHERE {TABLE}.id = held.id AND NOT EXISTS (SELECT FROM found_rights found WHERE {_SAME})
"""
WRITE_NEW = f"""
    INSERT INTO {TABLE} ({COLUMNS}, since, run)
    SELECT {COLUMNS}, %(on)s, %(run)s FROM found_rights found
    WHERE NOT EXISTS (SELECT FROM held_rights held WHERE {_SAME})
"""
SUM = "SELECT coalesce(sum(hashtextextended(found::text, 0)::numeric), 0) FROM found_rights found"


@dataclass(frozen=True)
class Recorded:
    """How many rights were found otherwise than before or no more, and the sum of the hashes of all that were found."""

    changed: int
    result_sum: Decimal


def record(run: int, on, families: Sequence[int], found: pl.DataFrame) -> Recorded:
    """Write the rights found of these families (see `finding.FOUND`), in the caller's transaction. The same again
    writes nothing."""
    with connection.cursor() as cursor:
        cursor.execute(STAGE)
        copy_in(cursor, "looked_at (family)", pl.DataFrame({"family": families}, schema={"family": pl.Int64}))
        listed = pl.concat_str(pl.lit("{"), pl.col("missing").list.join(","), pl.lit("}")).alias("missing")
        copy_in(cursor, f"found_rights ({COLUMNS})", found.select(*KEY, *KEPT).with_columns(listed))
        cursor.execute(HOLD)
        given = {"run": run, "on": on}
        cursor.execute(END_OLD, given)
        ended = cursor.rowcount
        cursor.execute(WRITE_NEW, given)
        changed = ended + cursor.rowcount
        cursor.execute(SUM)
        return Recorded(changed, cursor.fetchone()[0])
