"""Django's migrate, by one process at a time: several hosts may be upgraded at the same moment."""

import time
from contextlib import closing

from django.core.management.commands import migrate
from django.db import connection

from socialcode.management.migrating import few_models_made

LOCK = "SELECT pg_try_advisory_lock(hashtext('migrate'))"  # ends with its connection, whatever kills the process
LOOK_AGAIN = 1  # seconds; a statement that waited would hold up an index that is built concurrently


class Command(migrate.Command):
    def handle(self, *args, **options):
        with closing(connection.copy()) as beside, beside.cursor() as cursor:
            while not self._has_lock(cursor):
                self.stdout.write("Another process brings the database up to date: waiting for it ...")
                self.stdout.flush()
                time.sleep(LOOK_AGAIN)
            with few_models_made():
                return super().handle(*args, **options)

    def _has_lock(self, cursor) -> bool:
        cursor.execute(LOCK)
        return cursor.fetchone()[0]
