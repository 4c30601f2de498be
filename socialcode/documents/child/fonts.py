"""Letters for a PDF that names a font and does not bring it: the portal's own, which has all of Cyrillic.

PDFium has Latin letters only of its own and leaves a gap for each other one; which fonts lie on a machine is chance.
"""

import ctypes
import struct
from importlib.util import find_spec
from pathlib import Path

import pypdfium2.raw as pdfium

NAME, RUSSIAN = b"Inter\0", 204  # how the font is called, and the number of a set of letters by which Windows knew it
WITH_LETTERS = {
    0,
    1,
    161,
    162,
    163,
    177,
    178,
    186,
    204,
    238,
}  # such sets that it has, or may have; no signs, no Chinese
FOUND, NOT_FOUND = 1, None
FILE, PACKAGE = "files/Inter[opsz,wght].ttf", "fontpkg_inter"


class Letters:
    """The font as PDFium asks for it. Keep it as long as anything is drawn."""

    def __init__(self, data: bytes):
        self._data, self._tables = data, dict(_tables(data))
        kinds = dict(pdfium.FPDF_SYSFONTINFO._fields_)
        answers = {
            "Release": lambda _this: None,
            "EnumFonts": lambda _this, _mapper: None,
            "MapFont": self._map,
            "GetFont": lambda _this, _name: NOT_FOUND,
            "GetFontData": self._read,
            "GetFaceName": lambda _this, _font, buffer, size: _given(NAME, buffer, size),
            "GetFontCharset": lambda _this, _font: RUSSIAN,
            "DeleteFont": lambda _this, _font: None,
        }
        self.info = pdfium.FPDF_SYSFONTINFO(version=1, **{name: kinds[name](answers[name]) for name in answers})

    @staticmethod
    def _map(_this, _weight, _italic, letters, *_how):  # as PDFium calls it
        return FOUND if letters in WITH_LETTERS else NOT_FOUND

    def _read(self, _this, _font, table, buffer, size):
        start, length = self._tables.get(table, (0, 0)) if table else (0, len(self._data))
        return _given(self._data[start : start + length], buffer, size)


def _given(data: bytes, buffer, size: int) -> int:
    """Hand over what fits; how long it is in any case."""
    if buffer and size >= len(data):
        ctypes.memmove(buffer, data, len(data))
    return len(data)


def _tables(data: bytes):
    """Of a TrueType file: each table's tag as a number, its place and its length."""
    for entry in range(int.from_bytes(data[4:6], "big")):
        tag, _sum, start, length = struct.unpack_from(">4I", data, 12 + 16 * entry)
        yield tag, (start, length)


def use() -> Letters:
    """From now on PDFium draws with this font what a file does not bring."""
    letters = Letters((Path(find_spec(PACKAGE).origin).parent / FILE).read_bytes())
    pdfium.FPDF_SetSystemFontInfo(ctypes.byref(letters.info))
    return letters
