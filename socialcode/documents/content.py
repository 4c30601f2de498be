"""What an uploaded file really is, whatever its name says; and whether it is safe to keep and to hand out."""

import io
import unicodedata
import warnings
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

import pillow_heif
import puremagic
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from PIL import Image
from pypdf import PdfReader
from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject

MOST_BYTES = 10 * 1024 * 1024
MOST_PIXELS = 64_000_000  # the largest photographs of phones; more is a picture made to fill the memory
MOST_PDF_OBJECTS = 20_000
LONGEST_NAME = 120
ACTIVE = {"/JS", "/JavaScript", "/Launch", "/EmbeddedFile", "/EmbeddedFiles", "/RichMedia", "/XFA", "/SubmitForm"}
JPEG, PNG, HEIC, PDF = "image/jpeg", "image/png", "image/heic", "application/pdf"
FORMATS = {JPEG: "JPEG", PNG: "PNG", HEIC: "HEIF"}
ALSO_CALLED = {"image/heif": HEIC, "image/heic-sequence": HEIC, "image/heif-sequence": HEIC, "image/apng": PNG}

pillow_heif.register_heif_opener()


@dataclass(frozen=True)
class Paper:
    """A file that may be kept. `name` is for reading only; `content_type` is that of the content."""

    name: str
    content_type: str
    data: bytes


def read(name: str, data: bytes) -> Paper:
    """The file as a paper. Raises ValidationError with a sentence for one that cannot be kept."""
    if len(data) > MOST_BYTES:
        raise ValidationError(_("This file is larger than 10 MB. Take the photograph with a lower resolution."))
    if len(name) > LONGEST_NAME:
        raise ValidationError(_("The name of this file is too long. Give it a shorter name and add it again."))
    content_type = _type_of(data)
    CHECKS[content_type](data, content_type)
    return Paper(readable(name), content_type, data)


def _type_of(data: bytes) -> str:
    try:
        found = [match.mime_type for match in puremagic.magic_string(data)]
    except (puremagic.PureError, ValueError):
        found = []
    kept = (ALSO_CALLED.get(mime, mime) for mime in found)
    known = next((mime for mime in kept if mime in CHECKS), None)
    if known is None:
        raise ValidationError(_("This is no photograph and no PDF. Add a JPEG, PNG, HEIC or PDF file."))
    return known


def _check_picture(data: bytes, content_type: str) -> None:
    """Decode the picture by the one decoder of its type, after its size was looked at."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            picture = Image.open(io.BytesIO(data), formats=[FORMATS[content_type]])
            if picture.width * picture.height > MOST_PIXELS:
                raise ValidationError(_too_large())
            picture.draft("RGB", (1, 1))  # a JPEG need not be unfolded in full to see that it can be read
            picture.load()
    except (Image.DecompressionBombError, Image.DecompressionBombWarning):
        raise ValidationError(_too_large()) from None
    except (OSError, SyntaxError, ValueError, EOFError, RuntimeError):
        raise ValidationError(_("This picture is damaged. Take the photograph again.")) from None


def _too_large() -> str:
    return _("This picture has too many points. Take the photograph with a lower resolution.")


def _check_pdf(data: bytes, _content_type: str) -> None:
    unreadable = ValidationError(_("This PDF is damaged. Save it again, or take a photograph of the paper."))
    if not data.startswith(b"%PDF-"):
        raise unreadable
    try:
        reader = PdfReader(io.BytesIO(data))
        if reader.is_encrypted:
            raise ValidationError(_("This PDF has a password. Save it without one and add it again."))
        is_active = any(ACTIVE & keys for keys in _names(reader))
        has_pages = len(reader.pages) > 0
    except ValidationError:
        raise
    except Exception as error:  # the reader of a hostile file may fail in any way; each means that it is no good PDF
        raise unreadable from error
    if is_active:
        raise ValidationError(
            _("This PDF contains a program or another file. Print it anew as a PDF, or take a photograph of it.")
        )
    if not has_pages:
        raise unreadable


def _names(reader: PdfReader) -> Iterator[set[str]]:
    """The keys and the names of every dictionary in the file, also of those no page leads to."""
    places = {number for table in reader.xref.values() for number in table} | set(reader.xref_objStm)
    if len(places) > MOST_PDF_OBJECTS:
        raise ValueError("more objects than any paper has")
    for number in sorted(places):
        generation = next((gen for gen, table in reader.xref.items() if number in table), 0)
        waiting = [reader.get_object(IndirectObject(number, generation, reader))]
        while waiting:
            found: Any = waiting.pop()
            if isinstance(found, DictionaryObject):
                entries = [found.raw_get(key) for key in found]
                yield {str(key) for key in found} | {str(entry) for entry in entries if isinstance(entry, str)}
                waiting += entries
            elif isinstance(found, ArrayObject):
                waiting += list(found)


def readable(name: str) -> str:
    """The name's last part without anything that could mislead a reader: no folders, controls or turned writing."""
    last = name.replace("\\", "/").rsplit("/", 1)[-1]
    shown = "".join(letter for letter in unicodedata.normalize("NFC", last) if unicodedata.category(letter)[0] != "C")
    return shown.strip() or _("Paper")


CHECKS: dict[str, Callable[[bytes, str], None]] = {
    **dict.fromkeys(FORMATS, _check_picture),
    PDF: _check_pdf,
}
