"""A file that a register sent: what is in it, and its rows a batch at a time, read by a process of its own."""

import hashlib
import io
import json
import struct
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import polars as pl

READER = Path(__file__).parent / "reader.py"
BLOCK = 2**22


class FileRefusedError(Exception):
    """A file that is not brought in: a word that `words.py` knows, and what it speaks of. Nothing of it was taken."""

    def __init__(self, why: str, **about):
        self.why, self.about = why, about
        super().__init__(why)


@dataclass(frozen=True)
class Opened:
    """`rows` is how many there are; `batches` yields them from the row asked for on, each with its first row's number.

    Rows are counted from 1 and the header of a CSV file is none.
    """

    columns: list[str]
    rows: int
    batches: Iterator[tuple[int, pl.DataFrame]] = field(compare=False)


@contextmanager
def opened(path: Path, first_row: int = 0):
    """Yields the file as `Opened`, with `first_row` rows passed over. Raises FileRefusedError, also while reading."""
    command = [sys.executable, str(READER), str(path), str(first_row)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as reader:  # noqa: S603
        try:
            about = reader.stdout.readline()
            if not about:
                raise _refused(reader)
            read = json.loads(about)
            yield Opened(read["columns"], read["rows"], _batches(reader, first_row))
        finally:
            reader.kill()
            reader.wait()


def _batches(reader: subprocess.Popen, first_row: int) -> Iterator[tuple[int, pl.DataFrame]]:
    row = first_row + 1
    while True:
        length = reader.stdout.read(8)
        if len(length) < 8:  # noqa: PLR2004 - the eight bytes of a length
            raise _refused(reader)
        (size,) = struct.unpack(">Q", length)
        if not size:
            return
        batch = pl.DataFrame.deserialize(io.BytesIO(reader.stdout.read(size)))
        yield row, batch
        row += batch.height


def _refused(reader: subprocess.Popen) -> FileRefusedError:
    said = reader.stderr.read().decode(errors="replace")
    reader.wait()
    try:
        about = json.loads(said.splitlines()[-1]) if said else {}
    except ValueError:
        about = {}
    return FileRefusedError(about.pop("why", "ended_reader"), **about)


def digest(path: Path) -> str:
    """SHA-256 of the file, in hexadecimal digits."""
    counted = hashlib.sha256()
    with path.open("rb") as file:
        while block := file.read(BLOCK):
            counted.update(block)
    return counted.hexdigest()
