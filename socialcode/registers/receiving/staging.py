"""Where the rows of a file wait until all of them are looked at: a table of its own, and what doubles in it."""

from collections.abc import Iterable

import polars as pl
from django.db import connection
from psycopg2 import sql

from socialcode.registers.frames.copying import copy_in
from socialcode.registers.models import Delivery, RejectedRow
from socialcode.registers.schemas import Kind

from .checking import COLUMN, REASON, ROW, VALUE
from .layouts import FAMILY, Layout

TYPES = {
    Kind.TEXT: "text",
    Kind.WORD: "text",
    Kind.NUMBER: "bigint",
    Kind.MONEY: "numeric(14, 2)",
    Kind.DAY: "date",
    Kind.TRUTH: "boolean",
}


def begin(delivery: Delivery, layout: Layout) -> None:
    """An empty table for the rows. After a crash of the database it is empty, too, and the file is read anew."""
    columns = [
        sql.SQL("{} {}").format(sql.Identifier(name), sql.SQL("uuid" if name == FAMILY.name else TYPES[column.kind]))
        for name, column in layout.columns.items()
    ]
    made = sql.SQL("CREATE UNLOGGED TABLE {} ({} bigint, {})").format(
        sql.Identifier(delivery.staging), sql.Identifier(ROW), sql.SQL(", ").join(columns)
    )
    with connection.cursor() as cursor:
        cursor.execute(made)


def end(delivery: Delivery) -> None:
    """The table is no more."""
    with connection.cursor() as cursor:
        cursor.execute(sql.SQL("DROP TABLE IF EXISTS {}").format(sql.Identifier(delivery.staging)))


def is_whole(delivery: Delivery, staged: int | None) -> bool:
    """Whether the table is there with as many rows as were put into it; with any at all where None is said."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT to_regclass(%s)", [delivery.staging])
        if cursor.fetchone()[0] is None:
            return False
        cursor.execute(sql.SQL("SELECT count(*) FROM {}").format(sql.Identifier(delivery.staging)))
        found = cursor.fetchone()[0]
        return found > 0 if staged is None else found == staged


def add(delivery: Delivery, rows: pl.DataFrame) -> None:
    """Put rows, named as the table's columns, into it."""
    _copy(sql.Identifier(delivery.staging), rows)


def add_rejected(delivery: Delivery, wrong: pl.DataFrame) -> None:
    """Put into quarantine: row, column, value and reason."""
    if not wrong.is_empty():
        rows = wrong.select(pl.lit(delivery.pk).alias("delivery_id"), ROW, COLUMN, VALUE, REASON)
        _copy(sql.Identifier(RejectedRow._meta.db_table), rows)


def _copy(table: sql.Identifier, rows: pl.DataFrame) -> None:
    into = sql.SQL("{} ({})").format(table, _names(rows.columns))
    with connection.cursor() as cursor:
        copy_in(cursor, into.as_string(cursor.connection), rows)


REJECT_DOUBLES = """
WITH doubled AS (
    SELECT {key} FROM {staged} GROUP BY {key} HAVING count(*) > 1
), ranked AS (
    SELECT s.row, row_number() OVER w AS place, first_value(s.row) OVER w AS kept,
           row({values})::text <> first_value(row({values})::text) OVER w AS differs
    FROM {staged} s JOIN doubled USING ({key})
    WINDOW w AS (PARTITION BY {key} ORDER BY s.received_on DESC, s.row)
), gone AS (
    DELETE FROM {staged} s USING ranked r WHERE s.row = r.row AND r.place > 1 RETURNING s.row, r.differs, r.kept
)
INSERT INTO registers_rejectedrow (delivery_id, row, "column", value, reason)
SELECT %s, row, 'iin', kept::text, CASE WHEN differs THEN 'contradicts' ELSE 'twice' END FROM gone
"""


def reject_doubles(delivery: Delivery, layout: Layout) -> int:
    """Of rows that speak of the same keep the one sent last, and of these the first; returns how many go. Into
    quarantine goes the number of the row that is kept."""
    key = ("iin", *layout.key)
    values = [name for name in layout.columns if name not in {*key, "received_on"}]
    query = sql.SQL(REJECT_DOUBLES).format(
        key=_names(key), values=_names(values), staged=sql.Identifier(delivery.staging)
    )
    with connection.cursor() as cursor:
        cursor.execute(query, [delivery.pk])
        return cursor.rowcount


def _names(names: Iterable[str]) -> sql.Composed:
    return sql.SQL(", ").join(map(sql.Identifier, names))


def sent_on(delivery: Delivery):
    """The newest day on which the register sent a row; None where no row waits."""
    with connection.cursor() as cursor:
        cursor.execute(sql.SQL("SELECT max(received_on) FROM {}").format(sql.Identifier(delivery.staging)))
        return cursor.fetchone()[0]
