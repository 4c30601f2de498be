"""Which counts are kept back of tables that stand in one another: a country by region, each region by district.

What is shown of one table is known in the next: a region's number is the sum of its districts, and a part of the
country's. So all of them are one net of sums, and a small count is safe if it lies on a circle of what is kept back in
the whole net (see `suppression`). Totals are counts too: a place of three families is not named with a number.
"""

from collections.abc import Hashable, Mapping

from .suppression import Sum, on_circles, small

Path = tuple[Hashable, ...]
TOTAL = object()  # stands for all columns together


def kept_back_within(counts: Mapping[tuple[Path, Hashable], int], least: int) -> set[tuple[Path, Hashable]]:
    """The cells, as (path, column), whose counts are not shown, at every depth.

    `counts` are of the innermost places, by their path such as (region, district), all of the same length, with every
    column of every place. The country is the empty path; the total of a place has the column `TOTAL`.
    """
    sums: dict[tuple[Path, Hashable], int] = {}
    for (path, column), count in counts.items():
        for depth in range(len(path) + 1):
            for of in (column, TOTAL):
                sums[path[:depth], of] = sums.get((path[:depth], of), 0) + count
    innermost = {path for path, _column in counts}
    net = {cell: Sum(*_ends(*cell, cell[0] in innermost), count) for cell, count in sums.items()}
    return on_circles(net, small(sums, least))


def _ends(path: Path, column: Hashable, is_innermost: bool) -> tuple[Hashable, Hashable]:
    """The two sums that a count stands in: down its column and along its row, or up to the place around it."""
    if column is TOTAL:
        return ("row", path), ("row", path[:-1]) if path else ("all",)
    around = ("column", path[:-1], column) if path else ("all",)
    return ("row", path) if is_innermost else ("column", path, column), around
