"""The rows of registers about everybody: long tables, of which each person's rows are gathered into one value.

A word about rows makes an `Aggregate` and stands for it by the name of a column. All aggregates of one table that do
not rest on one another are computed in one pass.
"""

import operator
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

import polars as pl

from ..carriers import OfRows, Word, column

MADE = "~"  # begins the name of a column that an aggregate fills
ROW = "~row"


@dataclass(frozen=True)
class Aggregate:
    """What is made of the rows of one table: `found` among the rows of a person, `empty` where there are none.

    `rests_on` are the columns of the person that the rows are compared with; `depth` counts the aggregates among them.
    """

    name: str
    table: str
    found: pl.Expr
    empty: pl.Expr
    rests_on: tuple[str, ...]
    depth: int


@dataclass(frozen=True)
class OfPerson:
    """What is computed once for each person, and not for each of their rows, after the aggregates of `depth`."""

    found: pl.Expr
    depth: int


@dataclass(frozen=True)
class OfRow:
    """What is computed once for each row of a table, for all aggregates that rest on it; `rests_on` as of these."""

    found: pl.Expr
    rests_on: tuple[str, ...]


@dataclass
class Gathering:
    """The aggregates that some formulas made, and the columns of each table that they looked at.

    `mark` begins the names of the aggregates, and of what is computed before: `of_persons`, and `of_rows` of a table.
    """

    mark: str = ""
    made: dict[str, Aggregate] = field(default_factory=dict)
    looked_at: dict[str, set[str]] = field(default_factory=dict)
    of_persons: dict[str, OfPerson] = field(default_factory=dict)
    of_rows: dict[str, OfRow] = field(default_factory=dict)

    def take(self, table: str, found: pl.Expr, empty) -> pl.Expr:
        """The column of a new aggregate."""
        name = f"{MADE}{self.mark}{len(self.made)}"
        rests_on = self._roots(table, found)
        self.made[name] = Aggregate(name, table, found, column(empty), rests_on, 1 + self._depth(rests_on))
        return pl.col(name)

    def of_person(self, found: pl.Expr) -> pl.Expr:
        """The column of something that rests on the person alone."""
        for name, one in self.of_persons.items():
            if one.found.meta.eq(found):
                return pl.col(name)
        name = f"{MADE}{self.mark}of{len(self.of_persons)}"
        self.of_persons[name] = OfPerson(found, self._depth(found.meta.root_names()))
        return pl.col(name)

    def of_row(self, table: str, found: pl.Expr) -> pl.Expr:
        """The column of something that rests on a row of a table, and perhaps on its person."""
        if found.meta.is_column():
            return found
        for name, one in self.of_rows.items():
            if name.startswith(f"{table}.") and one.found.meta.eq(found):
                return pl.col(name)
        name = f"{table}.{MADE}{self.mark}{len(self.of_rows)}"
        self.of_rows[name] = OfRow(found, self._roots(table, found))
        return pl.col(name)

    def _roots(self, table: str, found: pl.Expr) -> tuple[str, ...]:
        """The columns of the person that something of rows rests on, directly or by what is made of rows before it."""
        roots = set(found.meta.root_names())
        behind = {name for root in roots & self.of_rows.keys() for name in self.of_rows[root].rests_on}
        return tuple(sorted(behind | {root for root in roots if not root.startswith(f"{table}.")}))

    def rows_behind(self, aggregates: Iterable[Aggregate]) -> dict[str, pl.Expr]:
        """What is computed of each row before some aggregates of one table, in turn."""
        wanted, found = {name for one in aggregates for name in one.found.meta.root_names()}, {}
        for name, one in reversed(self.of_rows.items()):
            if name in wanted:
                wanted.update(one.found.meta.root_names())
                found[name] = one.found
        return dict(reversed(found.items()))

    def _depth(self, names: Iterable[str]) -> int:
        known = self.made | self.of_persons
        return max((known[name].depth for name in names if name in known), default=0)


def _flat(operand):
    return operand.flat if type(operand) is TableCells else operand


class TableCells(OfRows):
    """A value for each row of a table, `flat`; `condition` says which rows count, None all of them."""

    __slots__ = ("condition", "flat", "gathering", "table")

    def __init__(self, gathering: Gathering, table: str, flat: pl.Expr, condition: pl.Expr | None):
        self.gathering, self.table, self.flat, self.condition = gathering, table, flat, condition

    __hash__ = None

    def __bool__(self):
        raise TypeError("A formula asks with choose, & and |: `if`, `and` and `or` do not know what is unknown.")

    def _same(self, flat: pl.Expr) -> "TableCells":
        return TableCells(self.gathering, self.table, flat, self.condition)

    def of_each(self, word: Word, operands: Sequence) -> "TableCells":
        return self._same(word.with_columns(*map(_flat, operands)))

    def __invert__(self) -> "TableCells":
        return self._same(~self.flat)

    def gathered(self, found: Callable[[pl.Expr], pl.Expr], empty=None, *beside: "TableCells") -> pl.Expr:
        """What `found` makes of the cells of the rows that count; unknown if one of them, or whether it counts, is."""
        certain = pl.lit(True)
        for cells in (self, *beside):
            known = cells.flat.is_not_null()
            certain &= known.all() if self.condition is None else (known | ~self.condition).all()
        if self.condition is not None:
            certain &= self.condition.is_not_null().all()
        picked = [cells.picked for cells in (self, *beside)]
        return self.gathering.take(self.table, pl.when(certain).then(found(*picked)), empty)

    def where_it(self, condition: pl.Expr) -> "TableCells":
        """The cells of the rows of which another condition holds as well."""
        both = condition if self.condition is None else self.condition & condition
        return TableCells(self.gathering, self.table, self.flat, self.gathering.of_row(self.table, both))

    def kept(self) -> "TableCells":
        """The same, computed once for each row, for many aggregates."""
        return self._same(self.gathering.of_row(self.table, self.flat))

    def largest(self) -> pl.Expr:
        """The largest known one of the rows that certainly count."""
        return self.gathering.take(self.table, self.picked.max(), None)

    @property
    def picked(self) -> pl.Expr:
        return self.flat if self.condition is None else self.flat.filter(self.condition)


def _beside(cells: TableCells, other) -> pl.Expr:
    """The other side of a sign: what rests on the person alone is computed once for each person."""
    if isinstance(other, pl.Expr) and other.meta.root_names() and not other.meta.is_column():
        return cells.gathering.of_person(other)
    return column(_flat(other))


def _sign(work: Callable) -> Callable:
    return lambda self, other: self._same(work(self.flat, _beside(self, other)))


for _name in ("lt", "le", "gt", "ge", "eq", "ne", "add", "sub", "mul", "and_", "or_"):
    setattr(TableCells, f"__{_name.rstrip('_')}__", _sign(getattr(operator, _name)))
for _name in ("add", "sub", "mul", "and_", "or_"):
    _work = getattr(operator, _name)
    setattr(
        TableCells,
        f"__r{_name.rstrip('_')}__",
        lambda self, other, work=_work: self._same(work(_beside(self, other), self.flat)),
    )


class TableRows:
    """Rows of a table under a condition, which is computed once for all aggregates that stand under it."""

    __slots__ = ("_condition", "_gathering", "_table")

    def __init__(self, gathering: Gathering, table: str, condition: pl.Expr | None = None):
        self._gathering, self._table, self._condition = gathering, table, condition
        gathering.looked_at.setdefault(table, set())

    def __getattr__(self, name: str) -> TableCells:
        if name.startswith("__"):
            raise AttributeError(name)
        self._gathering.looked_at[self._table].add(name)
        return TableCells(self._gathering, self._table, pl.col(f"{self._table}.{name}"), self._condition)

    def where(self, condition: TableCells | pl.Expr) -> "TableRows":
        both = _flat(condition) if self._condition is None else self._condition & _flat(condition)
        return TableRows(self._gathering, self._table, self._gathering.of_row(self._table, both))

    def _take(self, found: pl.Expr, empty) -> pl.Expr:
        return self._gathering.take(self._table, found, empty)

    def counted(self) -> pl.Expr:
        """How many rows there are; unknown if it is unknown of one whether it counts."""
        if self._condition is None:
            return self._take(pl.len().cast(pl.Int64), 0)
        certain = self._condition.is_not_null().all()
        return self._take(pl.when(certain).then(self._condition.sum().cast(pl.Int64)), 0)

    def any_counts(self) -> pl.Expr:
        """Whether there is a row, by Kleene's or."""
        return self._take(pl.lit(True) if self._condition is None else self._condition.any(ignore_nulls=False), False)

    def newest(self) -> pl.Expr:
        """The largest receipt of the rows that certainly count."""
        receipts = self.receipt.flat
        return self._take((receipts if self._condition is None else receipts.filter(self._condition)).max(), None)
