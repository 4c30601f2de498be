"""Tables as files: for programs with commas, for people as their Excel opens them, and as a file of Excel itself. A
spreadsheet reads each rightly and takes no text for a formula."""

import csv
import datetime
from collections.abc import Iterable, Iterator
from decimal import Decimal
from tempfile import TemporaryFile
from typing import IO

from django.utils import translation
from django.utils.translation import get_language
from xlsxwriter import Workbook

BYTE_ORDER_MARK = "\ufeff"  # tells spreadsheets that it is UTF-8
EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
WIDTH = 22  # letters of a column
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


def lines_for_people(titles: Iterable, rows: Iterable[Iterable]) -> Iterator[str]:
    """The file a line at a time, as Excel opens it in columns where the reader's language is at home: in Kazakh and
    Russian with semicolons between, a comma before the fraction and days as 31.01.2027.

    The language is that of now, also where lines are asked for once the page is over.
    """
    return _lines_in(get_language(), list(titles), iter(rows))


def _lines_in(language: str, titles: list, rows: Iterator[Iterable]) -> Iterator[str]:
    is_english = language == "en"
    written = csv.writer(_Line(), delimiter="," if is_english else ";")
    yield BYTE_ORDER_MARK + written.writerow(titles)
    while True:
        with translation.override(language):
            row = next(rows, None)
        if row is None:
            return
        yield written.writerow([harmless(cell) if is_english else _at_home(cell) for cell in row])


def _at_home(cell):
    """A cell as Russian and Kazakh Excel read it."""
    if isinstance(cell, datetime.date):
        return f"{cell:%d.%m.%Y}"
    if isinstance(cell, Decimal):
        return f"{cell:f}".replace(".", ",")
    return harmless(cell)


def workbook(titles: Iterable, rows: Iterable[Iterable]) -> IO[bytes]:
    """An open file of Excel from its beginning: days are days, numbers are numbers, texts are texts. Rows are written
    as they come, so that memory does not grow with them."""
    file = TemporaryFile()  # noqa: SIM115 - whoever asked closes it
    book = Workbook(file, {"constant_memory": True, "default_date_format": "dd.mm.yyyy", "remove_timezone": True})
    sheet, bold = book.add_worksheet(), book.add_format({"bold": True})
    sheet.freeze_panes(1, 0)
    for place, title in enumerate(titles):
        sheet.write_string(0, place, str(title), bold)
        sheet.set_column(place, place, WIDTH)
    for number, row in enumerate(rows, 1):
        for place, cell in enumerate(row):
            _write(sheet, number, place, cell)
    book.close()
    file.seek(0)
    return file


def _write(sheet, number: int, place: int, cell) -> None:
    if isinstance(cell, datetime.date):
        sheet.write_datetime(number, place, cell)
    elif isinstance(cell, int | Decimal) and not isinstance(cell, bool):
        sheet.write_number(number, place, cell)
    elif cell not in (None, ""):
        sheet.write_string(number, place, str(cell))


class _Line:
    """What csv writes to: it hands the line back."""

    def write(self, text: str) -> str:
        return text
