"""Files of registers about the mother of the cast, as operators get them."""

import csv
from pathlib import Path

import pytest

from socialcode.registers.receiving.actions import receive


def quiet(what: str, done: int, total: int) -> None:
    """Nobody watches."""


@pytest.fixture
def loans(mother, tmp_path):
    """Writes a file of the credit bureau with these rows, each on top of the usual one."""
    usual = {
        "iin": mother.iin,
        "received_on": "2026-11-01",
        "lender": "Үлгі банкі",
        "overdue": "0",
        "since": "2025-03-01",
    }
    usual |= {"overdue_since": "", "until": ""}
    return Writer(tmp_path, usual)


class Writer:
    def __init__(self, folder: Path, usual: dict):
        self.folder, self.usual, self.written = folder, usual, 0

    def __call__(self, *rows: dict, columns=None, delimiter=",", encoding="utf-8") -> Path:
        self.written += 1
        path = self.folder / f"{self.written}.csv"
        columns = columns or list(self.usual)
        with path.open("w", newline="", encoding=encoding) as file:
            writer = csv.DictWriter(file, columns, delimiter=delimiter, extrasaction="ignore")
            writer.writeheader()
            writer.writerows(self.usual | row for row in rows)
        return path


@pytest.fixture
def bring_in():
    """Bring in a file; gives its delivery."""
    return lambda kind, path, told=quiet: receive(kind, path, told=told)
