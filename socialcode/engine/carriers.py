"""What carries a formula: a column of a table (the nation), one exact value (a citizen), or each value of a family.

A formula does not know its carrier: operators and words mean the same on all of them. Unknown is null in a column and
None in a value; it spreads, except where logic already knows the answer (false and unknown is false).
"""

import operator
from collections.abc import Callable, Sequence
from decimal import Decimal
from functools import update_wrapper
from typing import Any

import polars as pl

from .exact import EXACT, minus, plus, remainder, times

Column = pl.Expr


class OfRows:
    """What carries one value for each of many rows: operators and words ask each of them, whatever carries the row."""

    __slots__ = ()

    def of_each(self, word: "Word", operands: Sequence):
        """The word for every row, where some operands are of rows and the others the same for all."""
        raise NotImplementedError


def column(value) -> Column:
    """Any operand as a column; numbers become exact, text stays text (never a column's name)."""
    if isinstance(value, pl.Expr):
        return value
    if isinstance(value, Decimal):
        return pl.lit(value, dtype=EXACT)
    return pl.lit(value)


def _strictly(work: Callable) -> Callable:
    """An operator that is unknown if one side is."""

    def operate(self: "One", other) -> "One":
        if type(other) is One:
            theirs = other.it
        elif isinstance(other, OfRows):
            return NotImplemented  # each row is asked
        else:
            theirs = other
        return UNKNOWN if self.it is None or theirs is None else One(work(self.it, theirs))

    return operate


def _comparing(work: Callable) -> Callable:
    def compare(self: "One", other) -> "One":
        if type(other) is One:
            theirs = other.it
        elif isinstance(other, OfRows):
            return NotImplemented
        else:
            theirs = other
        if self.it is None or theirs is None:
            return UNKNOWN
        return TRUE if work(self.it, theirs) else FALSE

    return compare


class One:
    """One exact value, `it`: a truth, a number, a day, a word, a series; or unknown, which is None."""

    __slots__ = ("it",)

    def __init__(self, it: Any):
        self.it = it

    __add__ = __radd__ = _strictly(plus)
    __sub__ = _strictly(minus)
    __rsub__ = _strictly(lambda mine, theirs: minus(theirs, mine))
    __mul__ = __rmul__ = _strictly(times)
    __mod__ = _strictly(remainder)
    __lt__, __le__ = _comparing(operator.lt), _comparing(operator.le)
    __gt__, __ge__ = _comparing(operator.gt), _comparing(operator.ge)
    __eq__, __ne__ = _comparing(operator.eq), _comparing(operator.ne)
    __hash__ = None

    def __and__(self, other: "One") -> "One":
        if type(other) is not One:
            return NotImplemented
        if self.it is False or other.it is False:
            return FALSE
        return UNKNOWN if self.it is None or other.it is None else TRUE

    def __or__(self, other: "One") -> "One":
        if type(other) is not One:
            return NotImplemented
        if self.it is True or other.it is True:
            return TRUE
        return UNKNOWN if self.it is None or other.it is None else FALSE

    def __invert__(self) -> "One":
        return UNKNOWN if self.it is None else FALSE if self.it else TRUE

    def __bool__(self):
        raise TypeError("A formula asks with choose, & and |: `if`, `and` and `or` do not know what is unknown.")

    def __repr__(self) -> str:
        return f"One({self.it!r})"


UNKNOWN, TRUE, FALSE = One(None), One(True), One(False)


def _side_by_side(operate: Callable) -> Callable:
    def operate_each(self: "Each", *other) -> "Each":
        return Each([operate(*row) for row in _rows((self, *other), len(self.rows))])

    return operate_each


class Each:
    """One value for each row of a family, so that words about the family see all of them."""

    __slots__ = ("rows",)

    def __init__(self, rows: Sequence[One]):
        self.rows = rows

    __hash__ = None
    __bool__ = One.__bool__


SIGNS = ("add", "radd", "sub", "rsub", "mul", "rmul", "mod", "lt", "le", "gt", "ge", "eq", "ne", "and", "or", "invert")
for _sign in SIGNS:
    setattr(Each, f"__{_sign}__", _side_by_side(getattr(One, f"__{_sign}__")))


def _rows(operands: Sequence, count: int) -> list[list]:
    """What each row of a family is handed: its own of what there is for each, and what is the same for all."""
    return [[o.rows[place] if type(o) is Each else o for o in operands] for place in range(count)]


class Word:
    """A word of the law, told once for each carrier, side by side.

    Made from what it does with columns. What it does with one value is told by `known` (asked only when every operand
    is known; otherwise the word is unknown), by `unknown_too` (handed None for what is unknown), or, of a word about a
    family, by `family` (handed the values of all rows). These are handed plain values, and tables as they are.
    """

    def __init__(self, with_columns: Callable):
        update_wrapper(self, with_columns)
        self.with_columns = with_columns
        self._value: Callable | None = None
        self._family: Callable | None = None
        self._is_strict = True

    def known(self, work: Callable) -> Callable:
        self._value = work
        return work

    def unknown_too(self, work: Callable) -> Callable:
        self._value, self._is_strict = work, False
        return work

    def family(self, work: Callable) -> Callable:
        self._family = work
        return self.unknown_too(lambda alone: work([alone]))

    def of_value(self, *operands) -> Any:
        """The word for plain values, of which None is unknown."""
        return None if self._is_strict and any(one is None for one in operands) else self._value(*operands)

    @property
    def has_both_carriers(self) -> bool:
        return self._value is not None

    def __call__(self, *operands):
        for operand in operands:
            if type(operand) is One:
                return self._of_one(operands)
            if type(operand) is Each:
                return self._of_each(operands, len(operand.rows))
            if isinstance(operand, OfRows):
                return operand.of_each(self, operands)
            if isinstance(operand, pl.Expr):
                return self._of_columns(operands)
        raise TypeError(f"The word '{self.__name__}' is about a fact, a value of the law or a step: none was given.")

    def _of_columns(self, operands: Sequence):
        of_rows = next((operand for operand in operands if isinstance(operand, OfRows)), None)
        return self.with_columns(*operands) if of_rows is None else of_rows.of_each(self, operands)

    def _of_one(self, operands: Sequence) -> One:
        plain = []
        for operand in operands:
            if type(operand) is One:
                if operand.it is None and self._is_strict:
                    return self._unknown(operands)
                plain.append(operand.it)
            elif isinstance(operand, OfRows):
                return operand.of_each(self, operands)
            else:
                plain.append(operand)
        return One(self._value(*plain))

    def _unknown(self, operands: Sequence):
        """Unknown for every row where there are rows."""
        of_rows = next((operand for operand in operands if isinstance(operand, OfRows)), None)
        return UNKNOWN if of_rows is None else of_rows.of_each(self, operands)

    def _of_each(self, operands: Sequence, count: int) -> Each:
        if self._family:
            return Each([One(self._family([one.it for one in operands[0].rows]))] * count)
        return Each([self._of_one(row) for row in _rows(operands, count)])


WORDS: dict[str, Word] = {}


def word(with_columns: Callable) -> Word:
    """A word for rules, from what it does with columns; it is known by its name."""
    made = Word(with_columns)
    WORDS[made.__name__] = made
    return made
