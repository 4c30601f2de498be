"""What the database keeps as it was written: no row of these tables is changed, deleted or emptied away."""

import pytest
from django.db import DatabaseError, connection, transaction

from socialcode.appeals.actions import filing
from socialcode.cases.actions import working

pytestmark = pytest.mark.django_db
GUARDED = {
    "audit_event": "kind = 'other'",
    "audit_link": "hash = ''",
    "cases_approval": "reason = 'other'",
    "cases_assessment": '"on" = "on" + 1',
    "cases_consent": "purpose = 'other'",
    "cases_decision": "reason = 'other'",
    "cases_note": "text = 'other'",
    "decisions_appeal": "text = 'other'",
    "law_parameterversion": "value = '\"1\"'",
}
TRUNCATES = 32  # a bit of pg_trigger.tgtype


@pytest.fixture
def written(world):
    """A row in each of the tables, at the end of its transaction."""
    assert world.review  # a decision with its approval; before them consent, assessment and events
    filing.file(decision=world.in_effect, text="The sum is too small.", by=world.by.owner)
    working.write(claim=world.taken, text="Seen on paper as well.", is_internal=True, by=world.by.officer)
    connection.check_constraints()


def refused(statement) -> bool:
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(statement)
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
    except DatabaseError:
        return True
    return False


@pytest.mark.usefixtures("written")
def test_no_row_is_changed_deleted_or_emptied_away():
    for table, change in GUARDED.items():
        with connection.cursor() as cursor:
            cursor.execute(f"SELECT count(*) FROM {table}")  # noqa: S608
            assert cursor.fetchone()[0], table
        for statement in (f"UPDATE {table} SET {change}", f"DELETE FROM {table}", f"TRUNCATE {table} CASCADE"):  # noqa: S608
            assert refused(statement), statement


def test_every_guarded_table_is_tried_above():
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT DISTINCT tgrelid::regclass::text FROM pg_trigger WHERE tgtype & %s > 0 AND NOT tgisinternal",
            [TRUNCATES],
        )
        assert {table for (table,) in cursor.fetchall()} == set(GUARDED)
