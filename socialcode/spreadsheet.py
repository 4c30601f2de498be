"""Comma-separated values that a spreadsheet reads rightly and takes for nothing but text."""

import csv
from collections.abc import Iterable, Iterator

BYTE_ORDER_MARK = "\ufeff"  # tells spreadsheets that it is UTF-8
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")


def harmless(text):
    """Text that a spreadsheet would take for a formula is quoted; anything else stays as it is."""
    return f"'{text}" if isinstance(text, str) and text.startswith(FORMULA_STARTS) else text


def lines(titles: Iterable, rows: Iterable[Iterable]) -> Iterator[str]:
    """The file a line at a time, however long it is."""
    written = csv.writer(_Line())
    yield BYTE_ORDER_MARK + written.writerow(titles)
    for row in rows:
        yield written.writerow([harmless(cell) for cell in row])


class _Line:
    """What csv writes to: it hands the line back."""

    def write(self, text: str) -> str:
        return text
