"""A database of its own for a benchmark, made like those of the tests and removed at the end."""

import os
from collections.abc import Iterator
from contextlib import contextmanager

import django
from django.conf import settings
from django.core.management import call_command
from django.db import connection

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "socialcode.settings")


@contextmanager
def own_database(name: str, *commands: str) -> Iterator[None]:
    """Set Django up with a new database of a name, in which some commands have run. Models are imported inside."""
    settings.DATABASES["default"]["TEST"] = {"NAME": name}
    django.setup()
    before = connection.settings_dict["NAME"]
    with connection.cursor() as cursor:  # a run that was killed left it, perhaps with somebody in it
        cursor.execute(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)")
    connection.close()
    connection.creation.create_test_db(verbosity=0, autoclobber=True)
    try:
        for command in commands:
            call_command(command, verbosity=0)
        yield
    finally:
        connection.creation.destroy_test_db(before, verbosity=0)
