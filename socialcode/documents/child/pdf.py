"""Pages of a PDF as pictures."""

from collections.abc import Iterator

import pypdfium2
from PIL import Image

from . import fonts, shape
from .trouble import RefusedError

LETTERS = fonts.use()


class Opened:
    """A PDF with `pages` pages; the values that people wrote into the fields of a form are drawn with it."""

    def __init__(self, data: bytes):
        try:
            self.document = pypdfium2.PdfDocument(data)
            self.document.init_forms()
        except pypdfium2.PdfiumError as error:
            raise RefusedError("damaged") from error
        self.pages = len(self.document)


def opened(data: bytes) -> Opened:
    """A PDF with at least one page. Raises RefusedError."""
    found = Opened(data)
    if not found.pages:
        raise RefusedError("damaged")
    return found


def drawn(paper: Opened, bounds: dict) -> Iterator[tuple[int, Image.Image]]:
    """Number of a page (from 1) and its picture, or one after the other the parts of a very long page.

    A page that cannot be drawn is left out: the reader is told which ones are there.
    """
    for number in range(1, min(paper.pages, bounds["pages"]) + 1):
        try:
            page = paper.document[number - 1]
            width, height = page.get_size()
            scale = shape.scale(width, height, bounds["side"], most_pixels=bounds["page_pixels"])
            whole = page.render(scale=scale, rev_byteorder=True).to_pil()
            page.close()
        except pypdfium2.PdfiumError:
            continue
        for part in shape.parts(whole, bounds["side"]):
            yield number, part
