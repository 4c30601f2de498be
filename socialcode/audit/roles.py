"""Two roles of the database: one owns the tables and migrates, the other serves pages and owns nothing.

Who owns a table may switch its triggers off and rewrite it. So the role that serves may read and write rows where the
portal does, but of the list of events it may only add events: the links are made by a function of the owner.
"""

from django.db import connection, transaction
from psycopg2 import sql

GRANTS = (
    "GRANT USAGE ON SCHEMA public TO {role}",
    "GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO {role}",
    "GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA public TO {role}",
    "REVOKE UPDATE, DELETE ON audit_event FROM {role}",
    "REVOKE INSERT, UPDATE, DELETE ON audit_link FROM {role}",
    "REVOKE INSERT, UPDATE, DELETE ON django_migrations FROM {role}",
)
COULD_REWRITE = """
SELECT rolsuper OR EXISTS (
    SELECT FROM pg_class
    WHERE relname IN ('audit_event', 'audit_link') AND pg_has_role(current_user, relowner, 'MEMBER')
) FROM pg_roles WHERE rolname = current_user
"""


@transaction.atomic
def let_serve(role: str) -> None:
    """Give a role what serving needs; asked of the owner after each migration. A role that is not there is made."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1 FROM pg_roles WHERE rolname = %s", [role])
        if cursor.fetchone() is None:
            cursor.execute(sql.SQL("CREATE ROLE {} LOGIN").format(sql.Identifier(role)).as_string(cursor.cursor))
        for grant in GRANTS:
            cursor.execute(sql.SQL(grant).format(role=sql.Identifier(role)).as_string(cursor.cursor))


def could_rewrite() -> bool:
    """Whether the role of this connection could rewrite the list of events."""
    with connection.cursor() as cursor:
        cursor.execute(COULD_REWRITE)
        return cursor.fetchone()[0]
