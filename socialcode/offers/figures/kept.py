"""Which counts of offers are kept back, so that nobody finds a few people by reading or by subtracting from a sum."""

from collections import defaultdict
from collections.abc import Hashable, Mapping

from socialcode.counts.suppression import small

from .funnel import COLUMNS, STEPS, Chosen, by

Place = tuple[Hashable, ...]


def kept_back(counts: Mapping[Place, int], least: int) -> set[Place]:
    """The places of a table of any number of columns whose counts are not shown: those from 1 up to less than `least`,
    and, wherever only one of a line is not shown, the smallest other one of that line."""
    back = small(counts, least)
    lines = _lines(counts)
    waiting = set(back)
    while waiting:
        place = waiting.pop()
        for line in _of(place):
            shown = [
                (counts[other], repr(other), other) for other in lines[line] if other not in back and counts[other]
            ]
            if shown and sum(other in back for other in lines[line]) == 1:
                other = min(shown)[2]
                back.add(other)
                waiting.add(other)
    return back


def kept_back_of(rows: list[dict], columns: tuple[str, ...], least: int) -> set[tuple[Place, str]]:
    """The same of rows of the funnel: (values of the columns, step)."""
    found = set()
    for step in STEPS:
        counts = {tuple(row[name] for name in columns): row[step] for row in rows}
        found |= {(place, step) for place in kept_back(counts, least)}
    return found


def may_be_told(chosen: Chosen, least: int) -> bool:
    """Whether the steps of what was chosen say nothing of a few people: neither by themselves nor taken from the sums
    of all months, payments, regions or languages, which are told. A query for each that was chosen."""
    return not any(_is_kept_back(chosen, column, least) for column in COLUMNS if getattr(chosen, column))


def _is_kept_back(chosen: Chosen, column: str, least: int) -> bool:
    rows = by(column, chosen.without(column))
    if column == "month":
        rows = [row | {"month": row["month"].date()} for row in rows]
    value = getattr(chosen, column)
    return any(place == (value,) for place, _step in kept_back_of(rows, (column,), least))


def _lines(counts: Mapping[Place, int]) -> Mapping[tuple, list[Place]]:
    lines = defaultdict(list)
    for place in counts:
        for line in _of(place):
            lines[line].append(place)
    return lines


def _of(place: Place) -> list[tuple]:
    """The lines on which a place lies: all else being the same, whatever one column says."""
    return [(number, *place[:number], *place[number + 1 :]) for number in range(len(place))]
