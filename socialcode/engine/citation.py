"""Where a rule or a value stands in the Code, as text that people write and programs read.

`187.1` is point 1 of article 187, `177.2(1)` its sub-point, `205(1)` a sub-point of an article without points,
`101-1` an article of its own, `81..83` the articles from 81 to 83, `APPC 76` an article of another act; several stand
with commas between.
"""

import re
from dataclasses import dataclass
from functools import cache

NUMBER = r"\d+(?:-\d+)?"
RANGE = rf"\.\.(?P<last>{NUMBER})"
PLACE = rf"(?:\.(?P<point>{NUMBER}))?(?:\((?P<item>{NUMBER})\))?"
WRITTEN = re.compile(rf"(?:(?P<act>[A-Z]+) )?(?P<article>{NUMBER})(?:{RANGE}|{PLACE})")


@dataclass(frozen=True)
class Citation:
    """One place of an act: empty `act` is the Social Code, `last` the last article of a range, `item` a sub-point."""

    article: str
    point: str = ""
    item: str = ""
    last: str = ""
    act: str = ""

    def __str__(self):
        if self.last:
            return f"{self.article}..{self.last}"
        act, point, item = f"{self.act} " * bool(self.act), f".{self.point}" * bool(self.point), f"({self.item})"
        return f"{act}{self.article}{point}{item * bool(self.item)}"

    @property
    def order(self) -> tuple[tuple[int, ...], ...]:
        """Its place among others, in the order of the Code."""
        parts = (self.article, self.point, self.item)
        return tuple(tuple(int(number) for number in part.split("-")) if part else () for part in parts)

    @property
    def is_whole_article(self) -> bool:
        return not (self.point or self.item)


@cache
def citations(text: str) -> tuple[Citation, ...]:
    """The places a text names, none for an empty one. Raises ValueError with the part that cannot be read."""
    return tuple(_read(part) for part in text.split(", ")) if text else ()


def _read(part: str) -> Citation:
    found = WRITTEN.fullmatch(part)
    if not found:
        raise ValueError(f"'{part}' is no citation such as 187.1, 177.2(1), 81..83 or APPC 76")
    return Citation(**found.groupdict(default=""))
