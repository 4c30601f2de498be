"""Cutting a run into slices, and telling when one is due."""

import datetime

from django.db import connection, transaction
from django.utils import timezone

from family_map.models import Run, Slice
from family_map.models.run import PARTS
from socialcode.people.models import Family
from socialcode.registers.models import ChangedFamily

from .standings import indicators_on, values_hash

FAMILIES_A_SLICE = 5_000
_FAMILIES = {
    Run.Scope.COUNTRY: f"SELECT id FROM {Family._meta.db_table}",
    Run.Scope.CHANGES: f"SELECT DISTINCT family_id AS id FROM {ChangedFamily._meta.db_table}",
}


@transaction.atomic
def cut_once(run: Run) -> None:
    """Cut a run that is not cut yet. Safe to run again, and beside itself."""
    held = Run.objects.select_for_update().get(pk=run.pk)
    if held.is_open and held.sliced_at is None:
        _cut(held)


def cut_up(failed: Slice) -> None:
    """Put smaller slices in the place of one that failed, in the caller's transaction."""
    failed.delete()
    size = max(1, failed.expected // PARTS)
    _cut_into(failed.run, size, f"WHERE id BETWEEN {failed.first} AND {failed.last}", is_part=True)


def _cut(run: Run) -> None:
    _cut_into(run, FAMILIES_A_SLICE)
    run.sliced_at = timezone.now()
    run.save(update_fields=["sliced_at"])


def _cut_into(run: Run, size: int, where: str = "", *, is_part: bool = False) -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            f"""
            INSERT INTO {Slice._meta.db_table} (run_id, first, last, expected, is_part, done_by, failures, failure)
            SELECT %s, min(id), max(id), count(*), %s, '', 0, ''
            FROM (
                SELECT id, (row_number() OVER (ORDER BY id) - 1) / %s AS place FROM ({_FAMILIES[run.scope]}) f {where}
            ) placed
            GROUP BY place ORDER BY place
            """,
            [run.pk, is_part, size],
        )


def new_run(scope: str, on: datetime.date, by, code_hash: str) -> Run:
    """A run of a day with all that it is computed by, saved in the caller's transaction."""
    return Run.objects.create(
        scope=scope,
        on=on,
        asked_by=by,
        indicators=indicators_on(on),
        values_hash=values_hash(on),
        code_hash=code_hash,
    )
