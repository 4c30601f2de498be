"""Copies of a row in the portal's own tables, made by one statement a table."""

from collections.abc import Mapping

from django.db import connection

COLUMNS = "SELECT column_name FROM information_schema.columns WHERE table_name = %s AND table_schema = 'public'"
COPY = "INSERT INTO {table} ({names}) SELECT {columns} FROM {table}, generate_series(1, %s) n WHERE id = %s"
NEXT = "SELECT setval(pg_get_serial_sequence('{table}', 'id'), max(id)) FROM {table}"


def make(table: str, key: int, copies: int, changed: Mapping[str, str]) -> None:
    """As many copies of the row `key` as are asked for: the key of copy `n` is `n` more, the columns in `changed` are
    what their SQL makes of `n`, and a column `key` is another one in each."""
    with connection.cursor() as cursor:
        cursor.execute(COLUMNS, [table])
        names = [name for (name,) in cursor.fetchall()]
        made = {"id": "id + n", **({"key": "gen_random_uuid()"} if "key" in names else {}), **changed}
        said = {"table": table, "names": ", ".join(f'"{name}"' for name in names)}
        columns = ", ".join(made.get(name, f'"{name}"') for name in names)
        cursor.execute("SET session_replication_role = replica")  # rows fit by construction
        cursor.execute(COPY.format(columns=columns, **said), [copies, key])
        cursor.execute("SET session_replication_role = origin")
        cursor.execute(NEXT.format(**said))
        cursor.execute(f"ANALYZE {table}")
