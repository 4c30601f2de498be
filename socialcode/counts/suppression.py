"""Which cells of a table of counts are kept back, so that nobody finds a family by reading or by subtracting.

A count from 1 up to less than `least` is kept back. Its row and its column have totals, so others are kept back with it
until each stands on a circle of cells that are kept back: then moving one family around the circle changes no total,
and nobody can tell how many there are. Source of the condition: D. Gusfield, "A graph theoretic approach to statistical
data security", SIAM Journal on Computing 17(3), 1988.
"""

import heapq
from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping
from itertools import count as counter
from typing import NamedTuple

Cell = tuple[Hashable, Hashable]
OF_NOBODY = 10**9  # as if a cell without a family were large: it tells less than any other


class Sum(NamedTuple):
    """A count, and the two sums it stands in: with its row and its column, as a road between two places."""

    one: Hashable
    other: Hashable
    count: int

    def beyond(self, place: Hashable) -> Hashable:
        return self.other if place == self.one else self.one


def kept_back(counts: Mapping[Cell, int], least: int, hidden_totals: Iterable[Hashable] = ()) -> set[Cell]:
    """The cells, as (row, column), whose counts are not shown; totals of rows, of columns and of all are shown, but
    those of the columns `hidden_totals`, which must not be found either: one alone always is, so there are several.
    Of a table of one row or one column nothing can be shown beside its totals."""
    net = {(row, column): Sum(("row", row), ("column", column), many) for (row, column), many in counts.items()}
    totals = {("total", column): Sum(("column", column), ("totals",), 0) for column in hidden_totals}
    return on_circles(net | totals, small(counts, least) | totals.keys()) & counts.keys()


def small(counts: Mapping[Hashable, int], least: int) -> set:
    """The cells of somebody, but of fewer than `least`."""
    return {cell for cell, count in counts.items() if 0 < count < least}


def on_circles(net: Mapping[Hashable, Sum], back: set) -> set:
    """`back` and what has to be kept back with it, so that each of it lies on a circle; everything where that cannot
    be."""
    back, roads = set(back), _roads(net, net)
    while bridges := _bridges(net, back):
        circle = _circle(min(bridges, key=repr), net, roads, back)
        if circle is None:
            return set(net)
        back |= circle
    return back


def _roads(net: Mapping[Hashable, Sum], cells: Iterable[Hashable]) -> Mapping[Hashable, list]:
    roads = defaultdict(list)
    for cell in cells:
        roads[net[cell].one].append(cell)
        roads[net[cell].other].append(cell)
    return roads


def _circle(cell: Hashable, net: Mapping[Hashable, Sum], roads: Mapping[Hashable, list], back: set) -> set | None:
    """The cells to keep back besides, so that a way of them joins the cell's two sums without it: of all such ways the
    one that costs the fewest families."""
    tick = counter()
    waiting, done = [(0, next(tick), net[cell].one, frozenset())], set()
    while waiting:
        cost, _tick, place, path = heapq.heappop(waiting)
        if place == net[cell].other:
            return set(path)
        if place in done:
            continue
        done.add(place)
        for road in roads[place]:
            there = net[road].beyond(place)
            if road != cell and there not in done:
                price = 0 if road in back else net[road].count or OF_NOBODY
                heapq.heappush(waiting, (cost + price, next(tick), there, path if road in back else path | {road}))
    return None


def _bridges(net: Mapping[Hashable, Sum], back: set) -> set:
    """Those of `back` on no circle of `back`: without one of them its two sums fall apart (Tarjan, depth first)."""
    roads, order, lowest, found = _roads(net, back), {}, {}, set()
    for start in roads:
        if start in order:
            continue
        order[start] = lowest[start] = len(order)
        stack = [(start, None, iter(roads[start]))]
        while stack:
            place, by, left = stack[-1]
            road = next(left, None)
            if road is None:
                stack.pop()
                if stack:
                    before = stack[-1][0]
                    lowest[before] = min(lowest[before], lowest[place])
                    if lowest[place] > order[before]:
                        found.add(by)
                continue
            there = net[road].beyond(place)
            if there not in order:
                order[there] = lowest[there] = len(order)
                stack.append((there, road, iter(roads[there])))
            elif road != by:
                lowest[place] = min(lowest[place], order[there])
    return found
