"""Files of counts that have their room on the disk before anybody writes into them.

The library writes into a file as into memory. Where the disk was full, the kernel killed whoever did (SIGBUS): now
there is room from the beginning, or an OSError, and nothing is counted.
"""

import os
from pathlib import Path

from prometheus_client import values
from prometheus_client.mmap_dict import MmapedDict

AT_FIRST = 1 << 16  # bytes; doubled as more is counted
LONGEST_ENTRY = 4096  # bytes of a name with its labels, and its value


class CountsWithRoom(MmapedDict):
    """A file of counts. Raises OSError where the disk has no room for it, or for more of it."""

    def __init__(self, filename: str, read_mode: bool = False):
        if not read_mode:
            _reserve(Path(filename))
        super().__init__(filename, read_mode)

    def _init_value(self, key: str) -> None:
        if self._used + LONGEST_ENTRY > self._capacity:
            os.posix_fallocate(self._f.fileno(), self._capacity, self._capacity)
        super()._init_value(key)


def _reserve(path: Path) -> None:
    """The first bytes of a new file; where they do not fit, no file is left that others would read."""
    with path.open("ab") as file:
        if file.tell():
            return
        try:
            os.posix_fallocate(file.fileno(), 0, AT_FIRST)
        except OSError:
            path.unlink()
            raise


def use() -> None:
    """From now on, counts of this process are kept in such files, where the system can reserve room."""
    if hasattr(os, "posix_fallocate"):
        values.MmapedDict = CountsWithRoom
