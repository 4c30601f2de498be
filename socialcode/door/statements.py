"""A query that a page waits for is given up by PostgreSQL. Commands, migrations and tasks have no such limit."""

from django.conf import settings


def limit_statements(sender, connection, **_named) -> None:
    """Give the connection of a web server's thread the limit of seconds."""
    with connection.cursor() as cursor:
        cursor.execute("SET statement_timeout = %s", [f"{settings.STATEMENT_TIMEOUT}s"])
