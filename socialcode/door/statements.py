"""What the connections of a web server's threads are told. Commands, migrations and tasks have no such limits."""

import os

from django.conf import settings

# Of so many tables PostgreSQL tries every order in which they can be joined; with the usual eight this took four
# milliseconds of a page that finds one row by its key
PLANNED_TOGETHER = 5
TELL = """
SELECT set_config('statement_timeout', %s, false), set_config('join_collapse_limit', %s, false),
       set_config('application_name', %s, false)
"""


def limit_statements(sender, connection, **_named) -> None:
    """A query that a page waits for is given up after STATEMENT_TIMEOUT; PostgreSQL's lists name the process."""
    with connection.cursor() as cursor:
        cursor.execute(TELL, [f"{settings.STATEMENT_TIMEOUT}s", str(PLANNED_TOGETHER), name_of(os.getpid())])


def name_of(process: int) -> str:
    """How PostgreSQL names a process of the web server among those who are connected (pg_stat_activity)."""
    return f"web {process}"
