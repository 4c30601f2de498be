"""Whether the tables of the database are those that this program was written for."""

from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor


def is_behind() -> bool:
    """Whether migrations wait to be made, so that a command may miss a table or a column."""
    try:
        executor = MigrationExecutor(connection)
        return bool(executor.migration_plan(executor.loader.graph.leaf_nodes()))
    except DatabaseError:  # it does not even answer that: the reason is another one
        return False
