"""The database of the tests: one for each process, with the law in it from the beginning, as in every portal.

Tables are made once for a state of the migrations and copied for each process; the original stays for the next run.
"""

import hashlib
import os
from contextlib import contextmanager
from pathlib import Path

import pytest
from django.apps import apps
from django.db import connection, connections
from django.test import TransactionTestCase

from socialcode.management.migrating import few_models_made

BEGINNING = """
CREATE SCHEMA beginning;

CREATE FUNCTION beginning.filled() RETURNS SETOF name LANGUAGE plpgsql AS $$
DECLARE
    found name;
    has_rows boolean;
BEGIN
    FOR found IN SELECT tablename FROM pg_tables WHERE schemaname = 'public' AND tablename <> 'django_migrations' LOOP
        EXECUTE format('SELECT EXISTS (SELECT FROM public.%I)', found) INTO has_rows;
        IF has_rows THEN
            RETURN NEXT found;
        END IF;
    END LOOP;
END $$;

CREATE PROCEDURE beginning.return_to() LANGUAGE plpgsql AS $$
DECLARE
    found name;
    filled name[] := ARRAY(SELECT beginning.filled());
BEGIN
    FOREACH found IN ARRAY filled LOOP  -- also those whose triggers forbid it
        EXECUTE format('ALTER TABLE public.%I DISABLE TRIGGER USER', found);
    END LOOP;
    FOREACH found IN ARRAY filled LOOP
        EXECUTE format('DELETE FROM public.%I', found);
    END LOOP;
    SET CONSTRAINTS ALL IMMEDIATE;
    SET CONSTRAINTS ALL DEFERRED;  -- tables come in any order
    FOR found IN SELECT tablename FROM pg_tables WHERE schemaname = 'beginning' LOOP
        EXECUTE format('INSERT INTO public.%I SELECT * FROM beginning.%I', found, found);
    END LOOP;
    SET CONSTRAINTS ALL IMMEDIATE;  -- a table with a check that waits cannot be altered
    FOREACH found IN ARRAY filled LOOP
        EXECUTE format('ALTER TABLE public.%I ENABLE TRIGGER USER', found);
    END LOOP;
END $$;

DO $$
DECLARE
    found name;
BEGIN
    FOR found IN SELECT beginning.filled() LOOP
        EXECUTE format('CREATE TABLE beginning.%I AS TABLE public.%I', found, found);
    END LOOP;
END $$;
"""


# A thread that answered a browser may still hold its connection when the last test is over
OTHERS_LEAVE = """
SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()
"""

ORIGINAL = "original_of_tests_"
ONE_AT_A_TIME = "SELECT pg_advisory_lock(hashtext('original_of_tests'))"  # until the connection is closed


@pytest.fixture(scope="session")
def django_db_modify_db_settings(django_db_blocker):
    """Two test runs at once do not meet; nothing of a test has to outlive a power cut."""
    database = connections["default"].settings_dict
    database["OPTIONS"]["options"] = "-c synchronous_commit=off"
    with django_db_blocker.unblock():
        database["TEST"]["TEMPLATE"] = _original()
    database["TEST"]["NAME"] = f"test_socialcode_{os.getpid()}"


def _original() -> str:
    """The name of the database that has all tables as they are in the migrations; made if it is not there."""
    name = ORIGINAL + _state_of_migrations()
    connection.close()
    with connection._nodb_cursor() as cursor:
        cursor.execute(ONE_AT_A_TIME)
        cursor.execute("SELECT datname FROM pg_database WHERE starts_with(datname, %s)", [ORIGINAL])
        there = {row[0] for row in cursor}
        if name not in there:
            for past in there:  # also a half of this one, left by a run that was killed
                cursor.execute(f"DROP DATABASE {past}")
            _make(f"{name}_half")
            cursor.execute(f"ALTER DATABASE {name}_half RENAME TO {name}")
    return name


def _state_of_migrations() -> str:
    folders = [Path(app.path, "migrations") for app in apps.get_app_configs()]
    digest = hashlib.sha256()
    for file in sorted(file for folder in folders for file in folder.glob("*.py")):
        digest.update(f"{file.parent.parent.name}/{file.name}".encode() + file.read_bytes())
    return digest.hexdigest()[:20]


def _make(name: str) -> None:
    database = connections["default"].settings_dict
    usual, database["TEST"]["NAME"] = database["NAME"], name
    try:
        with few_models_made():
            connection.creation.create_test_db(verbosity=0, autoclobber=True, serialize=False)
    finally:
        connection.close()
        database["NAME"] = usual


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup, django_db_blocker):
    """The law as shipped is in the table before the first test, as in every portal."""
    from socialcode.law import baseline  # noqa: PLC0415 - needs Django set up

    database = connection.settings_dict
    if database["NAME"] != database["TEST"]["NAME"]:
        yield  # no test that was chosen asks for a database, so none was made
        return

    with django_db_blocker.unblock():
        baseline.load()
        with connection.cursor() as cursor:
            cursor.execute(BEGINNING)
    yield
    with django_db_blocker.unblock(), connection.cursor() as cursor:
        cursor.execute(OTHERS_LEAVE)


@pytest.fixture(scope="session", autouse=True)
def _back_to_the_beginning():
    """What a test has committed is gone after it: instead of emptying every table, also those that had no row."""
    empty = TransactionTestCase._fixture_teardown

    def return_to_the_beginning(_case):
        with connection.cursor() as cursor:
            cursor.execute("CALL beginning.return_to()")

    TransactionTestCase._fixture_teardown = return_to_the_beginning
    yield
    TransactionTestCase._fixture_teardown = empty


@contextmanager
def database_of_its_own(name: str):
    """An empty database beside that of the tests, for what cannot be undone in a transaction; removed at the end."""
    usual = connection.settings_dict["NAME"]
    own = f"{usual}_{name}"
    connection.close()
    with connection._nodb_cursor() as cursor:
        cursor.execute(f"CREATE DATABASE {own}")
    connection.settings_dict["NAME"] = own
    try:
        with few_models_made():
            yield
    finally:
        connection.close()
        connection.settings_dict["NAME"] = usual
        with connection._nodb_cursor() as cursor:
            cursor.execute(f"DROP DATABASE {own} WITH (FORCE)")
