"""The rows of registers about one person: a value for each of them, exact and possibly unknown."""

import operator
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from ..carriers import OfRows, One, Word
from ..exact import minus, plus, times

RECEIPT = "receipt"  # the column of every row with its register and the day it was received


def _kleene_and(mine, theirs):
    if mine is False or theirs is False:
        return False
    return None if mine is None or theirs is None else True


def _kleene_or(mine, theirs):
    if mine is True or theirs is True:
        return True
    return None if mine is None or theirs is None else False


def _strictly(work: Callable) -> Callable:
    return lambda mine, theirs: None if mine is None or theirs is None else work(mine, theirs)


class Cells(OfRows):
    """One plain value for each row; None is unknown. `sure` says of each row whether it counts, or may."""

    __slots__ = ("sure", "values")

    def __init__(self, values: Sequence, sure: Sequence[bool]):
        self.values, self.sure = values, sure

    __hash__ = None
    __bool__ = One.__bool__

    def of_each(self, word: Word, operands: Sequence) -> "Cells":
        spread = [self._spread(operand) for operand in operands]
        return Cells([word.of_value(*row) for row in zip(*spread, strict=True)], self.sure)

    def _spread(self, operand) -> Sequence:
        if type(operand) is Cells:
            return operand.values
        return [operand.it if type(operand) is One else operand] * len(self.values)

    def _with(self, other, work: Callable) -> "Cells":
        values = zip(self.values, self._spread(other), strict=True)
        return Cells([work(mine, theirs) for mine, theirs in values], self.sure)

    def __invert__(self) -> "Cells":
        return Cells([None if value is None else not value for value in self.values], self.sure)


def _sign(work: Callable, turned: bool = False) -> Callable:
    if turned:
        return lambda self, other: self._with(other, lambda mine, theirs: work(theirs, mine))
    return lambda self, other: self._with(other, work)


SIGNS = {
    **{f"__{name}__": _strictly(getattr(operator, name)) for name in ("lt", "le", "gt", "ge", "eq", "ne")},
    "__add__": _strictly(plus),
    "__sub__": _strictly(minus),
    "__mul__": _strictly(times),
    "__and__": _kleene_and,
    "__or__": _kleene_or,
}
for _name, _work in SIGNS.items():
    setattr(Cells, _name, _sign(_work))
for _name in ("add", "sub", "mul", "and", "or"):
    setattr(Cells, f"__r{_name}__", _sign(SIGNS[f"__{_name}__"], turned=True))


class Rows:
    """Some rows of one kind: `rows.since` is what each of them says. A row whose condition is unknown may count."""

    __slots__ = ("_columns", "_picked", "_sure")

    def __init__(self, columns: Mapping[str, Sequence], picked: Sequence[int], sure: Sequence[bool] | None = None):
        self._columns, self._picked = columns, picked
        self._sure = [True] * len(picked) if sure is None else sure

    def __getattr__(self, name: str) -> Cells:
        if name.startswith("__"):
            raise AttributeError(name)
        column = self._columns[name]
        return Cells([column[place] for place in self._picked], self._sure)

    def where(self, condition: Cells | One) -> "Rows":
        """Those of the rows of which a condition holds; one of which it is unknown stays and may count."""
        holds = [condition.it] * len(self._picked) if type(condition) is One else condition.values
        kept = [
            (place, was and bool(now))
            for place, was, now in zip(self._picked, self._sure, holds, strict=True)
            if now is not False
        ]
        return Rows(self._columns, [place for place, _sure in kept], [sure for _place, sure in kept])

    @property
    def sure(self) -> Sequence[bool]:
        return self._sure

    def counting(self, column: str) -> list[Any]:
        """What the rows that certainly count say."""
        return [value for value, sure in zip(getattr(self, column).values, self._sure, strict=True) if sure]
