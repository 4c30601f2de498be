"""Between tables of Polars, or plain rows, and PostgreSQL by COPY, in the transaction of who calls."""

import io
from collections.abc import Iterable, Sequence

import polars as pl
from django.db import connection, models

ESCAPED = str.maketrans({"\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r"})
NOTHING = "\\N"
TYPES = {
    models.DateField: pl.Date,
    models.DecimalField: pl.Decimal(14, 2),
    models.BooleanField: pl.Boolean,
    models.IntegerField: pl.Int64,
    models.BigAutoField: pl.Int64,
    models.ForeignKey: pl.Int64,
    models.PositiveIntegerField: pl.Int64,
    models.PositiveSmallIntegerField: pl.Int64,
}


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


def copied(rows: models.QuerySet, names: Sequence[str]) -> pl.DataFrame:
    """The rows of a query by COPY; the types are those of the query's columns."""
    compiler = rows.query.get_compiler(connection=connection)
    sql, params = compiler.as_sql()
    schema = {
        name: TYPES.get(type(expression.output_field), pl.String)
        for name, (expression, _sql, _alias) in zip(names, compiler.select, strict=True)
    }
    with connection.cursor() as cursor:
        text = io.BytesIO()
        copy(cursor, f"COPY ({cursor.mogrify(sql, params).decode()}) TO STDOUT (FORMAT csv)", text)
    text.seek(0)
    if not text.getbuffer().nbytes:
        return pl.DataFrame(schema=schema)
    booleans = [name for name, kind in schema.items() if kind == pl.Boolean]
    read = pl.read_csv(
        text, has_header=False, new_columns=list(names), schema_overrides=schema | dict.fromkeys(booleans, pl.String)
    )
    return read.with_columns((pl.col(name) == "t").alias(name) for name in booleans)
