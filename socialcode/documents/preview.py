"""Pictures of a paper's pages. Nothing in a file can act in a reader's browser when only its picture gets there."""

import io
from threading import Lock

import pillow_heif
import pypdfium2
from PIL import Image, ImageOps

PDF, JPEG = "application/pdf", "image/jpeg"
LONGEST_SIDE = 1600  # pixels
MOST_PAGES = 50
QUALITY = 82

pillow_heif.register_heif_opener()
_one_at_a_time = Lock()  # PDFium knows nothing of threads


class NoSuchPageError(Exception):
    """A paper has no page of this number."""


def pages(data: bytes, content_type: str) -> int:
    """How many pages can be shown."""
    if content_type != PDF:
        return 1
    with _one_at_a_time, pypdfium2.PdfDocument(data) as document:
        return min(len(document), MOST_PAGES)


def picture(data: bytes, content_type: str, number: int) -> bytes:
    """A page as JPEG, as it was held when photographed, at most LONGEST_SIDE on a side. Raises NoSuchPageError."""
    drawn = _page(data, number) if content_type == PDF else _photograph(data, number)
    drawn.thumbnail((LONGEST_SIDE, LONGEST_SIDE))
    written = io.BytesIO()
    drawn.convert("RGB").save(written, "JPEG", quality=QUALITY)
    return written.getvalue()


def _page(data: bytes, number: int) -> Image.Image:
    with _one_at_a_time, pypdfium2.PdfDocument(data) as document:
        if not 1 <= number <= min(len(document), MOST_PAGES):
            raise NoSuchPageError
        page = document[number - 1]
        return page.render(scale=LONGEST_SIDE / max(*page.get_size(), 1)).to_pil().copy()


def _photograph(data: bytes, number: int) -> Image.Image:
    if number != 1:
        raise NoSuchPageError
    photograph = Image.open(io.BytesIO(data))
    photograph.draft("RGB", (LONGEST_SIDE, LONGEST_SIDE))
    return ImageOps.exif_transpose(photograph)
