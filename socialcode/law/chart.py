"""Where the lines and words of a chart of one value over the years stand; the template draws them.

A value holds until the next one begins, so the line goes in steps. All places are in units of the drawing's own frame.
"""

import datetime
from dataclasses import dataclass
from decimal import Decimal

from socialcode.engine.days import end_of_year, start_of_year
from socialcode.engine.parameters import Values

from .names import label

WIDTH, HEIGHT = 360, 220
LEFT, RIGHT, TOP, BOTTOM = 48, 12, 16, 28
MOST_YEAR_WORDS = 10
FINEST_STEPS = 4


@dataclass(frozen=True)
class Mark:
    """A point, or a word beside an axis."""

    x: str
    y: str
    value: object
    since: datetime.date | None = None


@dataclass(frozen=True)
class Chart:
    """A value of the law over the years as a line, placed in points of the drawing."""

    name: str
    title: str
    unit: str
    line: str
    points: list[Mark]
    heights: list[Mark]
    years: list[Mark]
    width: int = WIDTH
    height: int = HEIGHT
    left: int = LEFT
    right: int = WIDTH - RIGHT
    bottom: int = HEIGHT - BOTTOM

    @property
    def first(self) -> Mark:
        return self.points[0]

    @property
    def last(self) -> Mark:
        return self.points[-1]


def chart(values: Values, name: str) -> Chart | None:
    """The steps of one number up to the end of the year asked about; None if nothing had begun by then."""
    end = end_of_year(values.on)
    steps = [version for version in values.history(name) if version.since <= end]
    if not steps:
        return None
    start = start_of_year(steps[0].since)
    top = round_top(max(version.value for version in steps))

    def across(day):
        return _place(LEFT + (WIDTH - LEFT - RIGHT) * Decimal((day - start).days) / Decimal((end - start).days))

    def up(value):
        return _place(HEIGHT - BOTTOM - (HEIGHT - TOP - BOTTOM) * value / top)

    points = [Mark(across(version.since), up(version.value), version.value, version.since) for version in steps]
    every = 1 + (end.year - start.year) // MOST_YEAR_WORDS
    parameter = values.parameters[name]
    return Chart(
        name=name,
        title=label(parameter),
        unit=parameter.unit,
        line=_steps(points, across(end)),
        points=points,
        heights=[
            Mark("0", up(top * part / FINEST_STEPS), top * part / FINEST_STEPS) for part in range(FINEST_STEPS + 1)
        ],
        years=[Mark(across(datetime.date(year, 1, 1)), "0", year) for year in range(start.year, end.year + 1, every)],
    )


def round_top(largest: Decimal) -> Decimal:
    """The end of the upright axis: 4, 6, 8 or 10 of the largest's own size, so that its quarters are round too."""
    size = Decimal(10) ** largest.adjusted()
    return next(size * times for times in (2, 4, 6, 8, 10) if size * times >= largest)


def _place(number: Decimal) -> str:
    return f"{number:.1f}"


def _steps(points: list[Mark], end: str) -> str:
    path = f"M{points[0].x} {points[0].y}"
    for point in points[1:]:
        path += f"H{point.x}V{point.y}"
    return f"{path}H{end}"
