"""The folder of papers: outside everything a web server shows, each file named by its key alone."""

import os
from pathlib import Path
from uuid import UUID

from django.conf import settings


def put(key: UUID, data: bytes) -> None:
    """Write a file whole or not at all; only the portal's own account of the system can read it."""
    place = _place(key)
    place.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    half = place.with_suffix(".half")
    with open(os.open(half, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    half.rename(place)


def get(key: UUID) -> bytes:
    return _place(key).read_bytes()


def remove(key: UUID) -> None:
    _place(key).unlink(missing_ok=True)


def _place(key: UUID) -> Path:
    return settings.EVIDENCE_FOLDER / key.hex[:2] / key.hex
