"""What somebody finds who has a pencil, every number that is shown, and knows which of them add up to which."""

from fractions import Fraction


def known_by_subtracting(back, lines) -> set:
    """The cells of `back` whose value follows from what is shown, by Gauss. `lines` are what is known to add up, each a
    mapping of cells to 1 or -1."""
    cells = sorted(back, key=repr)
    matrix = [[Fraction(line.get(cell, 0)) for cell in cells] for line in lines]
    found, pivots = [line for line in matrix if any(line)], []
    for column in range(len(cells)):
        pivot = next((line for line in found[len(pivots) :] if line[column]), None)
        if pivot is None:
            continue
        at = len(pivots)
        found.remove(pivot)
        pivot = [value / pivot[column] for value in pivot]
        found = [[a - line[column] * b for a, b in zip(line, pivot, strict=True)] for line in found]
        found.insert(at, pivot)
        pivots.append(column)
    return {cells[pivots[n]] for n in range(len(pivots)) if sum(map(bool, found[n])) == 1}
