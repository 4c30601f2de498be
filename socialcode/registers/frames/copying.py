"""Tables of Polars into tables of PostgreSQL."""

import io

import polars as pl


def copy_in(cursor, into: str, rows: pl.DataFrame) -> None:
    """COPY rows into a table that is named with its columns.

    Polars quotes an empty text and leaves null empty, which is how COPY tells them apart.
    """
    written = io.BytesIO()
    rows.write_csv(written, include_header=False)
    written.seek(0)
    cursor.copy_expert(f"COPY {into} FROM STDIN (FORMAT csv)", written)
