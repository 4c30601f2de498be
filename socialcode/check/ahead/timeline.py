"""The life of each payment as a picture: when it begins and ends, days on the way, and the sum of every month.

Across, all places are in per cent of the drawing, so that one serves every screen; downwards they are in pixels.
"""

import datetime
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from socialcode.engine.days import end_of_month, month_number

LANE = 28  # px between two rows of marks
NEAREST = 9  # per cent: nearer marks would cover each other on a phone
WIDE = 24  # per cent: from here on a sum fits into its step on a phone
HIGHEST = 64  # px of the largest sum
OPEN = 16  # px of months of which no amount is known yet


@dataclass(frozen=True)
class Span:
    """A time in which a payment is paid: `kind` is now, later, once or unknown (its amount)."""

    x: str
    width: str
    kind: str


@dataclass(frozen=True)
class Line:
    """One payment: its amounts one after the other, and when they are paid."""

    name: str
    pays: str
    amounts: list[int]
    spans: list[Span]


@dataclass(frozen=True)
class Mark:
    """A day to remember; `number` is its place in the list of days, `is_last` says that something ends on it."""

    number: int
    x: str
    y: int
    is_last: bool


@dataclass(frozen=True)
class Step:
    """The sum of months that come to the same, from the top of the drawing down. An open one is at least that much."""

    x: str
    width: str
    middle: str
    y: int
    height: int
    amount: int
    is_wide: bool
    is_open: bool = False


@dataclass(frozen=True)
class Timeline:
    """The whole picture: years that begin, days, payments and sums."""

    years: list[tuple[str, int]]
    marks: list[Mark]
    lines: list[Line]
    steps: list[Step]

    @property
    def has_unknown(self) -> bool:
        """Whether the amount of some payment is not known for some time."""
        return any(span.kind == "unknown" for line in self.lines for span in line.spans)

    @property
    def marks_height(self) -> int:
        return max((mark.y for mark in self.marks), default=0) + LANE


def line(name: str, pays: str, paid: Mapping[int, int | None], months: int) -> Line:
    """A payment of which `paid` has the amount by the place of the month."""
    amounts = [amount for amount, _same in groupby(paid[place] for place in sorted(paid)) if amount is not None]
    return Line(name, pays, amounts, [*_spans(pays, paid, months)])


def _spans(pays: str, paid: Mapping[int, int | None], months: int) -> Iterator[Span]:
    runs = groupby(enumerate(sorted(paid)), key=lambda each: (each[1] - each[0], paid[each[1]] is None))
    for (_start, is_unknown), run in runs:
        places = [place for _number, place in run]
        begun = "unknown" if is_unknown else "later" if places[0] else "now"
        yield Span(_share(places[0], months), _share(len(places), months), "once" if pays == "once" else begun)


def marks(days: Sequence[tuple[datetime.date, bool]], first: datetime.date, months: int) -> list[Mark]:
    """A mark for each day, in the order of the list; two that would cover each other stand below each other."""
    found: list[Mark] = []
    ends: list[float] = []
    for number, (day, is_last) in enumerate(days, start=1):
        gone = month_number(day) - month_number(first) + (day.day - 1) / end_of_month(day).day
        x = 100 * gone / months
        lane = next((lane for lane, end in enumerate(ends) if x - end >= NEAREST), len(ends))
        ends[lane : lane + 1] = [x]
        found.append(Mark(number, f"{x:.1f}%", lane * LANE, is_last))
    return found


def steps(sums: Sequence[int], unknown: Collection[int] = ()) -> list[Step]:
    """The sums of the months, those that follow each other and are the same as one step.

    `unknown` are the places of months in which the amount of a payment is not known: they are never nothing.
    """
    highest, place, found = max(sums, default=0), 0, []
    for (amount, is_open), run in groupby((amount, place in unknown) for place, amount in enumerate(sums)):
        length = len([*run])
        if amount or is_open:
            height, share = round(HIGHEST * amount / highest) if amount else OPEN, 100 * length / len(sums)
            middle = f"{100 * (place + length / 2) / len(sums):.1f}%"
            at, wide = _share(place, len(sums)), _share(length, len(sums))
            found.append(Step(at, wide, middle, HIGHEST - height, height, amount, share >= WIDE, is_open))
        place += length
    return found


def years(days: Sequence[datetime.date]) -> list[tuple[str, int]]:
    """Where each new year begins."""
    return [(_share(place, len(days)), day.year) for place, day in enumerate(days) if day.month == 1]


def _share(place: int, months: int) -> str:
    return f"{100 * place / months:.2f}%"
