"""Exact numbers, the same on every carrier: whole ones of 64 bits, and decimals of 38 digits, twelve after the point.

A product or quotient is rounded once, at the twelfth place, half to even. A number beyond these bounds is an
ArithmeticError on one value and an error of the column engine in a table, never another number; only whole numbers are
not watched there, and stay within bounds because facts do.
"""

from decimal import ROUND_HALF_EVEN, Context, Decimal, InvalidOperation

import polars as pl

EXACT = pl.Decimal(38, 12)
LAST_PLACE = Decimal("1E-12")
WIDE = Context(prec=80)  # holds a product of two exact numbers, and a quotient so far that it is rounded only once
_NARROW = Context(prec=38, rounding=ROUND_HALF_EVEN, traps=[InvalidOperation])
_BITS = 63

Number = int | Decimal


def settled(number: Decimal) -> Decimal:
    """Rounded to the twelfth place. Raises decimal.InvalidOperation beyond 38 digits."""
    return _NARROW.quantize(number, LAST_PLACE)


def whole(number: int) -> int:
    """The same number. Raises OverflowError beyond 64 bits."""
    if -(1 << _BITS) <= number < 1 << _BITS:
        return number
    raise OverflowError(number)


def plus(a: Number, b: Number) -> Number:
    return whole(a + b) if type(a) is type(b) is int else settled(WIDE.add(a, b))


def minus(a: Number, b: Number) -> Number:
    return whole(a - b) if type(a) is type(b) is int else settled(WIDE.subtract(a, b))


def times(a: Number, b: Number) -> Number:
    return whole(a * b) if type(a) is type(b) is int else settled(WIDE.multiply(a, b))


def divided(a: Number, b: Number) -> Decimal:
    return settled(WIDE.divide(a, b))


def remainder(a: Number, b: Number) -> Number:
    """What is left after whole parts of b, with the sign of b."""
    if type(a) is type(b) is int:
        return a % b
    left = WIDE.remainder(a, b)
    return settled(WIDE.add(left, b) if left and (left < 0) != (b < 0) else left)
