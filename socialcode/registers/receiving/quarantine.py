"""The rows of a delivery that were left out, as a file for whoever sent it."""

import datetime
from collections.abc import Iterator
from pathlib import Path

from django.conf import settings
from django.utils import translation

from socialcode import spreadsheet
from socialcode.registers.models import Delivery

from . import words

TITLES = ("row", "column", "value", "reason", *(f"reason_{language}" for language, _name in settings.LANGUAGES))
FOLDER = "rejected"


def write(delivery: Delivery) -> Path | None:
    """Write them as CSV into the portal's folder; None where every row was right."""
    if not delivery.rejected_rows.exists():
        return None
    folder = settings.STATE_FOLDER / FOLDER
    folder.mkdir(parents=True, exist_ok=True)
    folder.chmod(0o700)  # wrong rows speak of people, too
    path = folder / f"{delivery.kind}-{delivery.key}.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        file.writelines(spreadsheet.lines(TITLES, _rows(delivery)))
    return path


def _rows(delivery: Delivery) -> Iterator[tuple]:
    said = {reason: _in_all_languages(reason) for reason in words.REASONS}
    for rejected in delivery.rejected_rows.order_by("row", "pk").iterator(chunk_size=10_000):
        yield rejected.row, rejected.column, rejected.value, rejected.reason, *said[rejected.reason]


def _in_all_languages(reason: str) -> list[str]:
    found = []
    for language, _name in settings.LANGUAGES:
        with translation.override(language):
            found.append(words.of_row(reason))
    return found


def erase(before: datetime.datetime) -> int:
    """Erase the files that were written before a moment; returns how many."""
    folder = settings.STATE_FOLDER / FOLDER
    old = [path for path in folder.glob("*.csv") if path.stat().st_mtime < before.timestamp()]
    for path in old:
        path.unlink(missing_ok=True)
    return len(old)
