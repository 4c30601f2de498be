"""Several processes that bring the database up to date at the same moment do so one after the other."""

import io

import pytest
from django.core.management import call_command
from django.db import connection

from socialcode.management.commands.migrate import LOCK, Command


@pytest.mark.django_db(transaction=True)
def test_migrating_is_done_by_one_at_a_time(monkeypatch):
    other, said = connection.copy(), io.StringIO()
    with other.cursor() as cursor:
        cursor.execute(LOCK)
    has_lock = Command._has_lock

    def other_ends_after_the_first_look(command, cursor):
        found = has_lock(command, cursor)
        other.close()
        return found

    monkeypatch.setattr(Command, "_has_lock", other_ends_after_the_first_look)
    call_command("migrate", verbosity=0, stdout=said)
    assert "Another process brings the database up to date" in said.getvalue()
