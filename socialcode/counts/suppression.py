"""Which cells of a table of counts are kept back, so that nobody finds a family by reading or by subtracting.

A count from 1 up to less than `least` is kept back. Its row and its column have totals, so others are kept back with it
until each stands on a circle of cells that are kept back: then moving one family around the circle changes no total,
and nobody can tell how many there are. Source of the condition: D. Gusfield, "A graph theoretic approach to statistical
data security", SIAM Journal on Computing 17(3), 1988.
"""

import heapq
from collections.abc import Hashable, Iterable, Mapping

Cell = tuple[Hashable, Hashable]
OF_NOBODY = 10**9  # as if a cell without a family were large: it tells less than any other


def kept_back(counts: Mapping[Cell, int], least: int, hidden_totals: Iterable[Hashable] = ()) -> set[Cell]:
    """The cells, as (row, column), whose counts are not shown; totals of rows, of columns and of all are shown, but
    those of the columns `hidden_totals`, which must not be found by adding what is shown either."""
    back = {cell for cell, count in counts.items() if 0 < count < least}
    for cell in sorted(back, key=repr):
        back |= _circle(cell, counts, back)
    for column in hidden_totals:
        back |= _two_of(counts, column, back)
    return back


def _two_of(counts: Mapping[Cell, int], column: Hashable, back: set[Cell]) -> set[Cell]:
    """Cells of a column whose total is kept back, so that two of it are: the smallest ones that count somebody."""
    of_column = sorted((many, row) for (row, at), many in counts.items() if at == column and many)
    missing = max(0, 2 - sum((row, column) in back for _many, row in of_column))
    return {(row, column) for _many, row in [each for each in of_column if (each[1], column) not in back][:missing]}


def _circle(cell: Cell, counts: Mapping[Cell, int], back: set[Cell]) -> set[Cell]:
    """The cells to keep back besides, so that a circle of them leads from the cell's row to its column without it: of
    all such circles the one that costs the fewest families."""
    row, column = cell
    start, goal = ("row", row), ("column", column)
    waiting, done = [(0, 0, start, frozenset())], set()
    tick = 0
    while waiting:
        cost, _tick, place, path = heapq.heappop(waiting)
        if place == goal:
            return set(path)
        if place in done:
            continue
        done.add(place)
        for other in _beside(place, counts):
            if other == cell:
                continue
            tick += 1
            price = 0 if other in back else counts[other] or OF_NOBODY
            there = ("column", other[1]) if place[0] == "row" else ("row", other[0])
            heapq.heappush(waiting, (cost + price, tick, there, path | {other}))
    return set(counts)  # a table of one row or one column: nothing of it can be shown beside its totals


def _beside(place: tuple, counts: Mapping[Cell, int]):
    which = 0 if place[0] == "row" else 1
    return [cell for cell in counts if cell[which] == place[1]]
