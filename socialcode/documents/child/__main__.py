"""Looks at one paper and draws it: `python -m socialcode.documents.child '{"type": "image/png", ...}' < paper`.

The bounds come with the type; what is said goes to the standard output (see `records`). Ended early, the process has
said as much as it came to.
"""

import json
import os
import sys
import warnings
from errno import EFBIG

from . import bounds, calls, pdf, pdf_content, pictures
from .records import Said
from .trouble import RefusedError

PDF = "application/pdf"
FORMATS = {"image/jpeg": "JPEG", "image/png": "PNG", "image/heic": "HEIF"}

TOO_HEAVY, NO_ROOM = 75, 74  # how the process ends at a bound of memory or output, and when the disk is full


def look_at(data: bytes, content_type: str, said: Said, given: dict) -> None:
    """Check the paper, then draw it page by page."""
    try:
        if content_type == PDF:
            pdf_content.check(data, given)
            opened = pdf.opened(data)
            drawn = pdf.drawn(opened, given)
        else:
            opened = pictures.opened(data, FORMATS[content_type], given)
            drawn = pictures.drawn(opened, given)
    except RefusedError as refused:
        said.record(refused=refused.trouble)
        return
    said.record(pages=opened.pages)
    for page, part in drawn:
        said.picture(page, part, pictures.encoded(part))
    said.record(done=True)


def main() -> None:
    """Look at the paper on standard input within the bounds of the first argument (JSON), and say what it is."""
    warnings.simplefilter("ignore")  # of decoders, about files that strangers made
    given = json.loads(sys.argv[1])
    bounds.keep_within(given)
    calls.refuse()
    try:
        look_at(sys.stdin.buffer.read(), given["type"], Said(sys.stdout.buffer), given)
    except MemoryError:
        os._exit(TOO_HEAVY)
    except OSError as error:
        if error.errno == EFBIG:  # all the room that pictures may take is taken
            os._exit(TOO_HEAVY)  # without another try to write what is left
        os._exit(NO_ROOM)


if __name__ == "__main__":
    main()
