"""The Code as a list of its articles and points, and why a point needs no rule; read from the files beside.

`chapters.yaml` names the chapters covered, `<chapter>.yaml` its articles: title, points with their sub-points, and
`because`: reasons from `reasons.yaml` with the places they hold for. `beyond.yaml` has articles of other chapters that
rules cite. Points are written as `1(1..3) 2 4..6 6-1`, an article without points as `(1..3)` or not at all.
"""

import re
from dataclasses import dataclass, field
from enum import Enum
from functools import cache
from pathlib import Path

from django.utils.translation import gettext, gettext_lazy

from socialcode import yaml_file

HERE = Path(__file__).parent
BEYOND = "beyond"
PART = re.compile(r"([^ (]*)(?:\(([^)]+)\))?")

Place = tuple[str, str]  # point and sub-point; empty for an article without points, or for the point as a whole


class State(Enum):
    """What the portal does with a place of the Code; `part` is open for a part of it, though a rule cites it."""

    DONE = "done"
    PART = "part"
    WORDS = "words"
    OPEN = "open"
    NONE = "none"

    @property
    def label(self) -> str:
        return str(_LABELS[self])

    @property
    def lacks_something(self) -> bool:
        return self in (State.PART, State.OPEN)


_LABELS = {
    State.DONE: gettext_lazy("Worked out"),
    State.PART: gettext_lazy("Worked out in part"),
    State.WORDS: gettext_lazy("Said in words"),
    State.OPEN: gettext_lazy("Not done yet"),
    State.NONE: gettext_lazy("Nothing to work out"),
}


@dataclass(frozen=True)
class Reason:
    """Why a place is not worked out; `told` is the list of a provision that says it in words."""

    name: str
    state: State
    explanation: str
    told: str = ""

    @property
    def words(self) -> str:
        return gettext(self.explanation)


@dataclass(frozen=True, eq=False)
class Article:
    """`points` are its points with their sub-points in order, `because` the names of reasons with their places."""

    number: str
    english: str
    points: dict[str, tuple[str, ...]]
    because: dict[str, tuple[Place, ...]] = field(default_factory=dict)

    @property
    def title(self) -> str:
        return gettext(self.english)

    @property
    def places(self) -> list[Place]:
        """Every point and sub-point, a point before its sub-points."""
        return [(point, item) for point, items in self.points.items() for item in ("", *items)]


@dataclass(frozen=True, eq=False)
class Chapter:
    """A chapter of the Code with its articles by number."""

    number: str
    english: str
    articles: dict[str, Article]

    @property
    def title(self) -> str:
        return gettext(self.english)


def places(text: str) -> tuple[Place, ...]:
    """The places that `1(1..3) 2` names: sub-points where they are written, the point as a whole where not."""
    found = []
    for part in text.split():
        numbers, items = PART.fullmatch(part).groups()
        for point in _numbers(numbers) or ("",):
            found += [(point, item) for item in _numbers(items or "") or ("",)]
    return tuple(found)


def _numbers(text: str) -> tuple[str, ...]:
    found = []
    for part in filter(None, text.split(",")):
        first, _dots, last = part.partition("..")
        found += [first] if not last else [str(number) for number in range(int(first), int(last) + 1)]
    return tuple(found)


def _points(text: str) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for point, item in places(text) or (("", ""),):
        found[point] = (*found.get(point, ()), item) if item else found.get(point, ())
    return found


def _read(name: str) -> dict:
    return yaml_file.read(HERE / f"{name}.yaml")


@cache
def reasons() -> dict[str, Reason]:
    """Why points have no rule, by the short name that files of chapters use."""
    return {
        name: Reason(name, State(body["state"]), body["explanation"], body.get("told", ""))
        for name, body in _read("reasons").items()
    }


@cache
def chapters() -> dict[str, Chapter]:
    """The chapters covered, in the order of the Code."""
    return {number: Chapter(number, body["title"], _articles(number)) for number, body in _read("chapters").items()}


@cache
def beyond() -> dict[str, Article]:
    return _articles(BEYOND)


def _articles(name: str) -> dict[str, Article]:
    return {
        number: Article(
            number,
            body["title"],
            _points(body.get("points", "")),
            {reason: places(text) or (("", ""),) for reason, text in body.get("because", {}).items()},
        )
        for number, body in _read(name).items()
    }
