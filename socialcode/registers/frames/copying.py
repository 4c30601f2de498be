"""Tables of Polars, and plain rows, into tables of PostgreSQL by COPY, in the transaction of who calls."""

import io
from collections.abc import Iterable, Sequence

import polars as pl
from django.db import connection

ESCAPED = str.maketrans({"\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r"})
NOTHING = "\\N"


def copy_in(cursor, into: str, rows: pl.DataFrame) -> None:
    """COPY rows into a table that is named with its columns.

    Polars quotes an empty text and leaves null empty, which is how COPY tells them apart.
    """
    written = io.BytesIO()
    rows.write_csv(written, include_header=False)
    written.seek(0)
    copy(cursor, f"COPY {into} FROM STDIN (FORMAT csv)", written)


def copy_rows(table: str, columns: Sequence[str], rows: Iterable[Sequence]) -> None:
    """Every row in the order of the columns; None is NULL."""
    lines = ("\t".join(NOTHING if cell is None else _escaped(str(cell)) for cell in row) for row in rows)
    written = io.StringIO("".join(f"{line}\n" for line in lines))
    with connection.cursor() as cursor:
        copy(cursor, f"COPY {table} ({', '.join(map(connection.ops.quote_name, columns))}) FROM STDIN", written)


def copy(cursor, statement: str, file) -> None:
    """COPY to or from a file. What goes wrong is raised as Django's errors, as everybody expects who tells a database
    that went away from rows that do not fit."""
    with connection.wrap_database_errors:
        cursor.copy_expert(statement, file)


def _escaped(cell: str) -> str:
    """What COPY reads as the text; nearly no cell has anything to escape, and to see that is quick."""
    return cell if cell.isprintable() and "\\" not in cell else cell.translate(ESCAPED)
