"""The folders through which messages go to banks and come back: `out` is theirs to take from, `in` ours."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from django.conf import settings

WRITTEN, OUT, IN, READ = "written", "out", "in", "read"


def folder(name: str) -> Path:
    """One of the folders, made where it is missing."""
    found = settings.PAYMENTS_FOLDER / name
    found.mkdir(parents=True, exist_ok=True)
    return found


@contextmanager
def whole(path: Path) -> Iterator[BinaryIO]:
    """Write a file beside its place and put it there once it is whole and on the disk."""
    beside = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        with beside.open("wb") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        beside.replace(path)
    finally:
        beside.unlink(missing_ok=True)


def came() -> list[Path]:
    """The files that banks have sent and nobody has read yet, the oldest name first."""
    return sorted(path for path in folder(IN).iterdir() if path.is_file() and not path.name.startswith("."))
