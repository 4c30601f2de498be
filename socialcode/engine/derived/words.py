"""Words about rows of registers, each for one person's rows and for the tables of everybody.

A row counts where its condition holds. Where it is unknown of a row whether it counts, or what it says, the word is
unknown; where there is no row at all it is none, zero or false.
"""

import datetime
from collections.abc import Callable, Iterator
from decimal import Decimal
from functools import update_wrapper

import polars as pl

from .. import days as calendar
from ..carriers import FALSE, TRUE, UNKNOWN, One, column
from ..exact import EXACT, WIDE, settled
from .many_rows import TableCells, TableRows
from .one_rows import RECEIPT, Cells, Rows
from .receipts import REGISTERS, day_of
from .said import SILENT, Said, SaidColumns

ROW_WORDS: dict[str, Callable] = {}
A_DAY = datetime.timedelta(days=1)


class RowWord:
    """A word told for a table; `one` tells it for one person."""

    def __init__(self, of_table: Callable):
        update_wrapper(self, of_table)
        self._of_table, self._of_one = of_table, None
        ROW_WORDS[of_table.__name__] = self

    def one(self, work: Callable) -> Callable:
        self._of_one = work
        return work

    def __call__(self, *operands):
        of_one = any(isinstance(operand, Rows | Cells | One) for operand in operands)
        return (self._of_one if of_one else self._of_table)(*operands)


@RowWord
def where(rows: TableRows, condition) -> TableRows:
    """The rows of which the condition holds."""
    return rows.where(condition)


@where.one
def _(rows: Rows, condition) -> Rows:
    return rows.where(condition)


@RowWord
def count(rows: TableRows) -> pl.Expr:
    """How many rows there are."""
    return rows.counted()


@count.one
def _(rows: Rows) -> One:
    return One(len(rows.sure)) if all(rows.sure) else UNKNOWN


@RowWord
def some(rows: TableRows) -> pl.Expr:
    """Whether there is a row; known as soon as one certainly counts."""
    return rows.any_counts()


@some.one
def _(rows: Rows) -> One:
    return TRUE if any(rows.sure) else UNKNOWN if rows.sure else FALSE


def _certain(*many: Cells) -> bool:
    return all(all(cells.sure) and None not in cells.values for cells in many)


@RowWord
def sum_of(amounts: TableCells) -> pl.Expr:
    """The sum of what the rows say; zero where there are none."""
    return amounts.gathered(lambda picked: picked.cast(EXACT).sum(), Decimal(0))


@sum_of.one
def _(amounts: Cells) -> One:
    if not _certain(amounts):
        return UNKNOWN
    found = Decimal(0)
    for amount in amounts.values:
        found = WIDE.add(found, amount)
    return One(settled(found))


@RowWord
def distinct(cells: TableCells) -> pl.Expr:
    """How many different values the rows say."""
    return cells.gathered(lambda picked: picked.n_unique().cast(pl.Int64), 0)


@distinct.one
def _(cells: Cells) -> One:
    return One(len(set(cells.values))) if _certain(cells) else UNKNOWN


@RowWord
def latest(cells: TableCells) -> pl.Expr:
    """The last day, or the largest number, that a row says; unknown where there is none."""
    return cells.gathered(lambda picked: picked.max())


@latest.one
def _(cells: Cells) -> One:
    return One(max(cells.values)) if cells.values and _certain(cells) else UNKNOWN


@RowWord
def earliest(cells: TableCells) -> pl.Expr:
    """The first day, or the smallest number, that a row says; unknown where there is none."""
    return cells.gathered(lambda picked: picked.min())


@earliest.one
def _(cells: Cells) -> One:
    return One(min(cells.values)) if cells.values and _certain(cells) else UNKNOWN


@RowWord
def of_latest(cells: TableCells, by: TableCells) -> pl.Expr:
    """What the row says whose `by` is the latest; of several the first."""
    own = cells.picked
    return by.gathered(lambda days: own.get(days.arg_max(), null_on_oob=True))


@of_latest.one
def _(cells: Cells, by: Cells) -> One:
    if not by.values or not _certain(by):
        return UNKNOWN
    return One(cells.values[by.values.index(max(by.values))])


@RowWord
def unbroken_since(since: TableCells, until: TableCells) -> pl.Expr:
    """The first day of the periods that go over into the newest one without a day between them."""

    def begun(firsts: pl.Expr, lasts: pl.Expr) -> pl.Expr:
        in_order = firsts.sort()
        before = lasts.sort_by(firsts).cum_max().shift(1)
        is_new = (in_order > before.dt.offset_by("1d")).fill_null(True)
        return in_order.filter(is_new).last()

    return since.gathered(begun, None, until)


@unbroken_since.one
def _(since: Cells, until: Cells) -> One:
    if not since.values or not _certain(since, until):
        return UNKNOWN
    begun = reached = None
    for first, last in sorted(zip(since.values, until.values, strict=True)):
        if reached is None or first - reached > A_DAY:
            begun = first
        reached = last if reached is None else max(reached, last)
    return One(begun)


@RowWord
def by_month(months: TableCells, amounts: TableCells, ends_before, length: int) -> pl.Expr:
    """The sum of each of so many full months before a day, the oldest first; zero for a month without a row."""
    months, amounts = months.kept(), amounts.kept()
    first = months.gathering.of_person(column(ends_before).dt.month_start())

    def of_month(back: int) -> pl.Expr:
        month = months.gathering.of_person(first.dt.offset_by(f"-{back}mo"))
        return amounts.where_it(months.flat == month).gathered(lambda picked: picked.cast(EXACT).sum(), Decimal(0))

    certain = amounts.gathered(lambda *_known: pl.lit(True), True, months)
    return pl.when(certain & column(ends_before).is_not_null()).then(
        pl.concat_list([of_month(back).cast(EXACT) for back in range(length, 0, -1)])
    )


@by_month.one
def _(months: Cells, amounts: Cells, ends_before: One, length: int) -> One:
    if ends_before.it is None or not _certain(months, amounts):
        return UNKNOWN
    found = dict.fromkeys(calendar.months_before(ends_before.it, length), Decimal(0))
    for month, amount in zip(months.values, amounts.values, strict=True):
        if month in found:
            found[month] = WIDE.add(found[month], amount)
    return One([settled(amount) for amount in found.values()])


@RowWord
def newest_receipt(rows: TableRows) -> pl.Expr:
    """By which register and when the newest of the rows was received; unknown where none certainly counts."""
    return rows.newest()


@newest_receipt.one
def _(rows: Rows) -> One:
    return One(max(rows.counting(RECEIPT), default=None))


@RowWord
def received_on(receipt: pl.Expr) -> pl.Expr:
    """The day of a receipt."""
    return (receipt // REGISTERS).cast(pl.Int32).cast(pl.Date)


@received_on.one
def _(receipt: One) -> One:
    return UNKNOWN if receipt.it is None else One(day_of(receipt.it))


@RowWord
def said(value, *by) -> SaidColumns:
    """A value that registers say by some rows, or by receipts of rows; nothing is said where there are none of them.

    Of members of a family it is enough that some have a receipt.
    """
    receipt = pl.max_horizontal([_receipt(one) for one in by])
    return SaidColumns(pl.when(receipt.is_not_null()).then(column(value)), receipt)


def _receipt(by) -> pl.Expr:
    if isinstance(by, TableRows):
        return by.newest()
    if isinstance(by, TableCells):
        return by.largest()
    return by


@said.one
def _(value, *by) -> Said:
    receipt = max(_receipts(by), default=None)
    return SILENT if receipt is None else Said(value.it if type(value) is One else value, receipt)


def _receipts(many) -> Iterator[int]:
    for by in many:
        if type(by) is Rows:
            yield from by.counting(RECEIPT)
        elif type(by) is Cells:
            yield from (value for value, sure in zip(by.values, by.sure, strict=True) if sure and value is not None)
        elif by.it is not None:
            yield by.it
