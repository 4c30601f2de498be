"""How somebody looks at a paper: which picture, how large, turned which way. All of it stands in the address."""

from dataclasses import dataclass, replace
from urllib.parse import urlencode

from .models import Document

WHOLE = 0
ZOOMS = (WHOLE, 100, 150, 200, 300)  # per cent of the width there is; 0 shows the whole sheet
TURNS = (0, 90, 180, 270)  # degrees, by the clock


@dataclass(frozen=True)
class View:
    """One picture of a paper as it is looked at. `number` counts its pictures from 1."""

    document: Document
    number: int = 1
    zoom: int = WHOLE
    turn: int = 0

    @classmethod
    def asked_for(cls, document: Document, asked) -> "View":
        """What an address asks for; what cannot be is the nearest that can."""
        number = min(max(_whole_number(asked.get("picture"), 1), 1), max(len(document.pictures), 1))
        zoom, turn = _whole_number(asked.get("zoom"), WHOLE), _whole_number(asked.get("turn"), 0)
        return cls(document, number, zoom if zoom in ZOOMS else WHOLE, turn if turn in TURNS else 0)

    @property
    def address(self) -> str:
        return "?" + urlencode({"picture": self.number, "zoom": self.zoom, "turn": self.turn}) + "#paper"

    @property
    def page(self) -> int:
        return self.document.pictures[self.number - 1][0]

    @property
    def part(self) -> int:
        """Which part of its page this is, from 1; 0 where a page is one picture."""
        parts = self._parts
        return parts.index(self.number) + 1 if len(parts) > 1 else 0

    @property
    def parts(self) -> int:
        return len(self._parts)

    @property
    def _parts(self) -> list[int]:
        pages = [page for page, _width, _height in self.document.pictures]
        return [number for number, page in enumerate(pages, start=1) if page == self.page]

    @property
    def count(self) -> int:
        return len(self.document.pictures)

    @property
    def width(self) -> int:
        return self.document.pictures[self.number - 1][1]

    @property
    def height(self) -> int:
        return self.document.pictures[self.number - 1][2]

    @property
    def frame(self) -> str:
        """The box around the turned picture, as SVG has it."""
        width, height = (self.height, self.width) if self.turn in (90, 270) else (self.width, self.height)
        return f"0 0 {width} {height}"

    @property
    def turned(self) -> str:
        """What brings the picture into its box, as SVG has it."""
        moved = {0: (0, 0), 90: (0, -self.height), 180: (-self.width, -self.height), 270: (-self.width, 0)}[self.turn]
        return f"rotate({self.turn}) translate({moved[0]} {moved[1]})"

    @property
    def previous(self) -> "View | None":
        return replace(self, number=self.number - 1) if self.number > 1 else None

    @property
    def following(self) -> "View | None":
        return replace(self, number=self.number + 1) if self.number < self.count else None

    @property
    def smaller(self) -> "View | None":
        place = ZOOMS.index(self.zoom)
        return replace(self, zoom=ZOOMS[place - 1]) if place else None

    @property
    def larger(self) -> "View | None":
        place = ZOOMS.index(self.zoom)
        return replace(self, zoom=ZOOMS[place + 1]) if place + 1 < len(ZOOMS) else None

    @property
    def to_the_left(self) -> "View":
        return replace(self, turn=(self.turn - 90) % 360)

    @property
    def to_the_right(self) -> "View":
        return replace(self, turn=(self.turn + 90) % 360)


def _whole_number(text: str | None, otherwise: int) -> int:
    return int(text) if text and text.isascii() and text.isdecimal() and len(text) < 7 else otherwise  # noqa: PLR2004
