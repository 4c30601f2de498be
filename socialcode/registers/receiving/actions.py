"""Bringing in a file of a register: looked at once, read into a table of its own, then merged part by part.

The delivery knows how far it is, in the same transaction as the rows: whoever is killed goes on where they were, and
a file that is in already changes nothing.
"""

from collections.abc import Callable
from pathlib import Path

from django.db import connection, transaction
from django.utils import timezone

from socialcode.registers.models import Delivery

from . import staging
from .checking import check
from .files import FileRefusedError, Opened, digest, opened
from .layouts import Layout, layouts
from .merging import merge

ROWS_AT_A_TIME = 250_000
MOST_WRONG = 0.5  # of the rows: more than that is another register, or another way of writing
ENOUGH_TO_JUDGE = 20  # rows
COUNTED = ("rejected", "new", "changed", "same", "older", "held")
LOCK = "SELECT pg_try_advisory_lock(hashtext(%s))"
UNLOCK = "SELECT pg_advisory_unlock(hashtext(%s))"
CALLS_NO_FAMILY = "SET LOCAL socialcode.calls_no_family = 'on'"
Told = Callable[[str, int, int], None]  # what is being done, how much of it, of how much


class BusyError(Exception):
    """Another process brings in files of this register now."""


def receive(
    kind: str, path: Path, *, told: Told, calls_families: bool = True, layout: Layout | None = None
) -> Delivery:
    """Bring in a file; returns its delivery, which is refused where the file cannot be one of this register.

    `told` hears how far it is; `layout` is that of files which are sent to a department, else that of the register.
    Raises BusyError, and OSError for a file that is not there.
    """
    layout = layout or layouts()[kind]
    content = digest(path)
    with _alone(kind):
        delivery = _delivery(kind, path, content)
        if delivery.state == Delivery.State.DONE:
            return delivery
        try:
            if delivery.state == Delivery.State.READING or not _still_waits(delivery):
                _read(delivery, layout, path, told)
            _merge(delivery, layout, told, calls_families)
        except FileRefusedError as error:
            _refuse(delivery, error)
    return delivery


class _alone:  # noqa: N801 - used as a function
    """One process at a time works on a register."""

    def __init__(self, kind: str):
        self.name = f"receiving {kind}"

    def __enter__(self):
        with connection.cursor() as cursor:
            cursor.execute(LOCK, [self.name])
            if not cursor.fetchone()[0]:
                raise BusyError(self.name)

    def __exit__(self, *_error):
        with connection.cursor() as cursor:
            cursor.execute(UNLOCK, [self.name])


def _delivery(kind: str, path: Path, content: str) -> Delivery:
    known = Delivery.objects.exclude(state=Delivery.State.REFUSED).filter(kind=kind, digest=content).first()
    return known or Delivery.objects.create(
        kind=kind, digest=content, file_name=path.name[-200:], size=path.stat().st_size
    )


def _still_waits(delivery: Delivery) -> bool:
    """Whether the rows that are to be merged are all there; after a crash of the database they are not."""
    if staging.is_whole(delivery, None):
        return True
    _begin_anew(delivery)
    return False


def _begin_anew(delivery: Delivery) -> None:
    with transaction.atomic():
        staging.end(delivery)
        delivery.rejected_rows.all().delete()
        for name in ("read", *COUNTED):
            setattr(delivery, name, 0)
        delivery.state = Delivery.State.READING
        delivery.save()


def _read(delivery: Delivery, layout: Layout, path: Path, told: Told) -> None:
    if delivery.read == 0 or not staging.is_whole(delivery, delivery.read - delivery.rejected):
        _begin_anew(delivery)
        staging.begin(delivery, layout)
    with opened(path, delivery.read) as file:
        _refuse_columns(layout, file)
        delivery.rows = max(file.rows, delivery.read)
        told("read", delivery.read, delivery.rows)
        today = timezone.localdate()
        for first_row, batch in file.batches:
            checked = check(layout, batch, first_row, today)
            with transaction.atomic():
                staging.add(delivery, checked.rows)
                staging.add_rejected(delivery, checked.wrong)
                delivery.read += batch.height
                delivery.rejected += batch.height - checked.rows.height
                delivery.save(update_fields=["rows", "read", "rejected"])
            told("read", delivery.read, max(delivery.rows, delivery.read))
    if delivery.read > ENOUGH_TO_JUDGE and delivery.rejected > delivery.read * MOST_WRONG:
        raise FileRefusedError("mostly_wrong", rejected=delivery.rejected, rows=delivery.read)
    with transaction.atomic():
        delivery.rejected += staging.reject_doubles(delivery, layout)
        delivery.rows, delivery.sent_on, delivery.state = (
            delivery.read,
            staging.sent_on(delivery),
            Delivery.State.MERGING,
        )
        delivery.save()


def _refuse_columns(layout: Layout, file: Opened) -> None:
    missing = [name for name in layout.required if name not in file.columns]
    if missing:
        raise FileRefusedError("columns_missing", missing=", ".join(missing), found=", ".join(file.columns)[:500])


def _merge(delivery: Delivery, layout: Layout, told: Told, calls_families: bool) -> None:
    told("merged", delivery.merged, delivery.rows)
    while delivery.merged < delivery.rows:
        last = min(delivery.merged + ROWS_AT_A_TIME, delivery.rows)
        with transaction.atomic():
            if not calls_families:
                with connection.cursor() as cursor:
                    cursor.execute(CALLS_NO_FAMILY)
            counts = merge(delivery, layout, last)
            delivery.merged = last
            for name in COUNTED:
                setattr(delivery, name, getattr(delivery, name) + counts[name])
            delivery.save(update_fields=["merged", *COUNTED])
            with connection.cursor() as cursor:
                cursor.execute("DROP TABLE IF EXISTS part, met, apart")
        told("merged", delivery.merged, delivery.rows)
    with transaction.atomic():
        staging.end(delivery)
        delivery.state, delivery.finished_at = Delivery.State.DONE, timezone.now()
        delivery.save(update_fields=["state", "finished_at"])


def _refuse(delivery: Delivery, error: FileRefusedError) -> None:
    """Nothing of the file stays but why it was refused."""
    with transaction.atomic():
        staging.end(delivery)
        delivery.rejected_rows.all().delete()
        delivery.state, delivery.finished_at = Delivery.State.REFUSED, timezone.now()
        delivery.why_refused = {"why": error.why, **error.about}
        delivery.save()
