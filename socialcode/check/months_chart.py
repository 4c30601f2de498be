"""Where the bars of the months stand; the template draws them. All places are in units of the drawing's own frame."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from socialcode.law.chart import FINEST_STEPS, round_top

WIDTH, HEIGHT = 360, 220
LEFT, RIGHT, TOP, BOTTOM = 52, 4, 16, 28
GAP = 2
COLOURS = 6
MONTHS_BETWEEN_WORDS = 6


@dataclass(frozen=True)
class Bar:
    """A part of a month's bar: one payment. `colour` is a number from 1."""

    x: str
    y: str
    width: str
    height: str
    colour: int
    month: str
    name: str
    amount: int


@dataclass(frozen=True)
class Word:
    """A word of the chart and where it stands, in points of the drawing."""

    x: str
    y: str
    text: object


@dataclass(frozen=True)
class Bars:
    """`legend` has each payment's name and colour; `first` and `last` are the sums of the first and the last month."""

    bars: list[Bar]
    heights: list[Word]
    months: list[Word]
    legend: list[tuple[str, int]]
    first: tuple[str, int]
    last: tuple[str, int]
    width: int = WIDTH
    height: int = HEIGHT
    left: int = LEFT
    right: int = WIDTH - RIGHT
    bottom: int = HEIGHT - BOTTOM


def bars(layers: Sequence[tuple[str, Sequence[int]]], months: Sequence[str]) -> Bars | None:
    """Bars of amounts laid upon each other: `layers` are names with an amount for each of the `months`."""
    sums = [sum(amounts[place] for _name, amounts in layers) for place in range(len(months))]
    if not any(sums):
        return None
    top = round_top(Decimal(max(sums)))
    step = Decimal(WIDTH - LEFT - RIGHT) / len(months)
    scale = (HEIGHT - TOP - BOTTOM) / top
    drawn, floor = [], [Decimal(HEIGHT - BOTTOM)] * len(months)
    for layer, (name, amounts) in enumerate(layers):
        for place, amount in enumerate(amounts):
            if amount:
                floor[place] -= amount * scale
                sizes = (LEFT + place * step, floor[place], step - GAP, amount * scale)
                drawn.append(Bar(*(f"{size:.1f}" for size in sizes), colour(layer), months[place], name, amount))
    parts = [top * part / FINEST_STEPS for part in range(FINEST_STEPS + 1)]
    return Bars(
        bars=drawn,
        heights=[Word("0", f"{HEIGHT - BOTTOM - part * scale:.1f}", part) for part in parts],
        months=[
            Word(f"{LEFT + place * step:.1f}", "0", months[place])
            for place in range(0, len(months), MONTHS_BETWEEN_WORDS)
        ],
        legend=[(name, colour(layer)) for layer, (name, _amounts) in enumerate(layers)],
        first=(months[0], sums[0]),
        last=(months[-1], sums[-1]),
    )


def colour(layer: int) -> int:
    return layer % COLOURS + 1
