"""What a page of one family shows: indicators with what they rest on, dimensions, a standing."""

import datetime
from dataclasses import dataclass
from decimal import Decimal
from typing import NamedTuple

GAP = 1  # between two indicators of a row, per cent of its width


@dataclass(frozen=True)
class Figure:
    """What an indicator rests on: what registers say, with register and day, or a limit, with the act it comes from."""

    label: str
    value: str
    source: str = ""
    received_on: datetime.date | None = None
    because: str = ""


@dataclass(frozen=True)
class Indicator:
    """`state` is met, unmet, unknown or private (nobody is told it of another member); `weight` in points of 100;
    `entries` are the parts of "My data" (name, title) that the registers' values were derived from."""

    name: str
    sentence: str
    article: str
    change: str
    dimension: str
    state: str
    weight: Decimal
    values: list[Figure]
    cut_offs: list[Figure]
    entries: list[tuple[str, str]]


class Segment(NamedTuple):
    """An indicator in the row of its dimension, in per cent of its width as SVG takes them."""

    state: str
    x: str
    width: str
    middle: str


@dataclass(frozen=True)
class DimensionShown:
    """A dimension with its indicators in force, as a page shows it."""

    name: str
    title: str
    indicators: list[Indicator]

    @property
    def met(self) -> int:
        return sum(indicator.state == "met" for indicator in self.indicators)

    @property
    def segments(self) -> list[Segment]:
        """Equal parts of a bar, one an indicator, in percent of its length."""
        step = Decimal(100) / len(self.indicators)
        width = step - GAP
        return [
            Segment(indicator.state, *(f"{size:.2f}%" for size in (place * step, width, place * step + width / 2)))
            for place, indicator in enumerate(self.indicators)
        ]


class Standing(NamedTuple):
    """The level and the points of 100, or the first and the last that they can be."""

    levels: str
    points: str


@dataclass(frozen=True)
class Raise:
    """What would follow if one more indicator were met."""

    indicator: Indicator
    standing: Standing
