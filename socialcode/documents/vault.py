"""The folder of papers: outside everything a web server shows, each file named by its key alone.

The pictures drawn of a paper lie beside it, named by its key and their number.
"""

import logging
import os
import time
from collections.abc import Iterable
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO
from uuid import UUID

from django.conf import settings
from django.utils.translation import gettext as _

from socialcode.refusal import NotAllowedError

HALF = ".half"  # of a file that is being written
HALF_LASTS = 60 * 60  # seconds; who writes longer than this was killed

log = logging.getLogger(__name__)


class MissingError(NotAllowedError):
    """The file of a paper is not there: a page says so."""

    def __init__(self):
        super().__init__(_("The file of this paper cannot be found now. Those who run the portal are told."))


class NoRoomError(NotAllowedError):
    """The disk does not take a file: nothing of it is kept."""

    def __init__(self):
        super().__init__(_("The portal cannot keep files at the moment. Nothing was changed; please try again later."))


def put(key: UUID, data: bytes, picture: int = 0) -> None:
    """Write a paper, or the picture of it with a number from 1, whole or not at all. Raises NoRoomError.

    Only the portal's own account of the system can read it.
    """
    place = _place(key, picture)
    half = place.with_name(place.name + HALF)
    with _room(half):
        place.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        with open(os.open(half, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        half.rename(place)


@contextmanager
def _room(half: Path):
    try:
        yield
    except OSError as error:
        log.exception("A paper could not be written")
        with suppress(OSError):
            half.unlink()
        raise NoRoomError from error


def get(key: UUID, picture: int = 0) -> bytes:
    """A paper, or a picture of it. Raises MissingError."""
    with opened(key, picture) as file:
        return file.read()


def opened(key: UUID, picture: int = 0) -> BinaryIO:
    """The same as an open file, read from its beginning."""
    try:
        return _place(key, picture).open("rb")
    except FileNotFoundError as error:
        log.error("The file %s is missing", _place(key, picture).name)
        raise MissingError from error


def remove(key: UUID) -> None:
    """Erase a paper and its pictures. One that is not there is erased already."""
    for place in _place(key).parent.glob(f"{key.hex}*"):
        place.unlink(missing_ok=True)


def clear_halves() -> int:
    """Erase what writers that were killed left behind. Returns how many files that were."""
    oldest = time.time() - HALF_LASTS
    left = [place for place in settings.EVIDENCE_FOLDER.glob(f"*/*{HALF}") if _written(place) < oldest]
    for place in left:
        place.unlink(missing_ok=True)
    return len(left)


def keys_before(moment: float) -> Iterable[UUID]:
    """The keys of all papers that were written before a moment (seconds since 1970)."""
    for place in settings.EVIDENCE_FOLDER.glob("*/" + "[0-9a-f]" * 32):
        if _written(place) < moment:
            yield UUID(place.name)


def _written(place: Path) -> float:
    try:
        return place.stat().st_mtime
    except FileNotFoundError:
        return time.time()


def _place(key: UUID, picture: int = 0) -> Path:
    name = f"{key.hex}.{picture}" if picture else key.hex
    return settings.EVIDENCE_FOLDER / key.hex[:2] / name
