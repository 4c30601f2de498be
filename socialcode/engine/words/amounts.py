"""Words about amounts: which one, what part of one, and how it is rounded."""

from decimal import ROUND_HALF_EVEN, ROUND_HALF_UP, Decimal

import polars as pl

from ..carriers import Column, column, word
from ..exact import EXACT, LAST_PLACE, WIDE, Number, divided, plus, settled, whole

SETTLED = 9
SPECK = Decimal("0.0000000005")  # half of the last settled place
NEARLY_ONE = 1 - SPECK - LAST_PLACE
HALF = Decimal("0.5")
TIYN = Decimal("0.01")


@word
def choose(condition: Column, then, otherwise) -> Column:
    """`then` where the condition holds, `otherwise` where it does not, unknown where nobody knows."""
    return pl.when(condition.is_null()).then(None).when(condition).then(column(then)).otherwise(column(otherwise))


@choose.unknown_too
def _(condition, then, otherwise):
    return None if condition is None else then if condition else otherwise


@word
def least(*values) -> Column:
    """The smallest; unknown if any is unknown."""
    return _strictly(pl.min_horizontal, values)


@least.known
def _(*values):
    return min(values)


@word
def greatest(*values) -> Column:
    """The largest; unknown if any is unknown."""
    return _strictly(pl.max_horizontal, values)


@greatest.known
def _(*values):
    return max(values)


def _strictly(choice, values) -> Column:
    columns = [column(value) for value in values]
    return pl.when(pl.all_horizontal(c.is_not_null() for c in columns)).then(choice(*columns))


@word
def first_known(*values) -> Column:
    """The first value that is known; unknown only if none is."""
    return pl.coalesce(column(value) for value in values)


@first_known.unknown_too
def _(*values):
    return next((value for value in values if value is not None), None)


@word
def ratio(part, whole) -> Column:
    """part / whole; unknown where the whole is zero."""
    divisor = column(whole).cast(EXACT)
    return column(part).cast(EXACT) / pl.when(divisor != 0).then(divisor)


@ratio.known
def _(part, whole):
    return divided(part, whole) if whole else None


@word
def up_to_tenge(amount: Column) -> Column:
    """Rounded up to a whole tenge."""
    return _cut(amount, -SPECK, NEARLY_ONE)


@up_to_tenge.known
def _(amount):
    return _cut_one(amount, -SPECK, NEARLY_ONE)


@word
def down_to_tenge(amount: Column) -> Column:
    """Rounded down to a whole tenge."""
    return _cut(amount, -NEARLY_ONE, SPECK)


@down_to_tenge.known
def _(amount):
    return _cut_one(amount, -NEARLY_ONE, SPECK)


@word
def nearest_tenge(amount: Column) -> Column:
    """Rounded to the nearest whole tenge, a half up."""
    return _cut(amount, -HALF - SPECK, HALF + SPECK)


@nearest_tenge.known
def _(amount):
    return _cut_one(amount, -HALF - SPECK, HALF + SPECK)


def _cut(amount: Column, below_zero: Decimal, from_zero: Decimal) -> Column:
    """Settled and rounded at once: what is added depends on the sign, and what then stands after the point is cut off.

    The same as rounding at nine places, then to a whole number, then changing the type, at a third of their cost.
    """
    exact = amount.cast(EXACT)
    return (exact + pl.when(exact < 0).then(column(below_zero)).otherwise(column(from_zero))).cast(pl.Int64)


def _cut_one(amount: Number, below_zero: Decimal, from_zero: Decimal) -> int:
    return whole(int(WIDE.add(amount, below_zero if amount < 0 else from_zero)))


@word
def to_tiyn(amount: Column) -> Column:
    """Rounded to the nearest tiyn (hundredth of a tenge), a half up; still in tenge."""
    return amount.cast(EXACT).round(SETTLED).round(2, mode="half_away_from_zero")


@to_tiyn.known
def _(amount):
    nine_places = Decimal(amount).quantize(Decimal(1).scaleb(-SETTLED), ROUND_HALF_EVEN, WIDE)
    return settled(nine_places.quantize(TIYN, ROUND_HALF_UP, WIDE))


@word
def raised(amount: Column, granted: Column, on: Column, history) -> Column:
    """A whole amount, not below zero, after each raise (a share) since the day it was granted, each rounded up.

    Each step names the amount once, so that the formula grows with the number of raises and not with its power.
    """
    for start in sorted(history):
        due = (granted < column(start)) & (column(start) <= on)
        factor = None if history[start] is None else 1 + history[start]
        amount = ((amount * choose(due, factor, Decimal(1))).cast(EXACT) + column(NEARLY_ONE)).cast(pl.Int64)
    return amount


@raised.unknown_too
def _(amount, granted, on, history):
    for start in sorted(history):
        if start > on:
            break
        if amount is None or granted is None or (granted < start and history[start] is None):
            return None
        if granted < start:
            amount = whole(int(plus(settled(WIDE.multiply(amount, 1 + history[start])), NEARLY_ONE)))
    return amount
