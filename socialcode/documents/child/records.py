"""What the child says, one record after the other: a line of JSON, behind a picture its bytes.

{"pages": 3}                                            the paper may be kept; it has so many pages
{"refused": "program"}                                  it may not: a Trouble of `socialcode.documents.models`
{"page": 1, "width": 1700, "height": 2400, "bytes": 9}  a picture of a page, or of a part of it, from the top or left
{"done": true}                                          everything that the bounds allow was drawn
"""

import json
from typing import BinaryIO

from PIL import Image

QUALITY = 80


class Said:
    """Writes records, whole or not at all: a picture that the bound of the output cuts off is left out when read."""

    def __init__(self, output: BinaryIO):
        self.output = output

    def record(self, data: bytes = b"", **named) -> None:
        """Say one line of JSON, then as many bytes of data as it names."""
        if data:
            named["bytes"] = len(data)
        self.output.write(json.dumps(named).encode() + b"\n" + data)
        self.output.flush()

    def picture(self, page: int, drawn: Image.Image, encoded: bytes) -> None:
        self.record(encoded, page=page, width=drawn.width, height=drawn.height)
