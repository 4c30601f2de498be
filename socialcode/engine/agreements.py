"""What must be true between facts, whatever the law says: what contradicts itself is asked back and never computed.

They stand as data beside the facts of a department, in a list `AGREE` of its `facts.py` or of a file there.
"""

import datetime
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from .days import MONTHS_OF_YEAR, month_number
from .text import _

IN_ORDER = _("“%(later)s” cannot lie before “%(earlier)s”.")
AT_MOST = _("“%(small)s” cannot be more than “%(large)s”.")
FEWER = _("“%(small)s” has to be less than “%(large)s”.")
IN_A_LIFE = _("“%(small)s” cannot be more than the time since “%(large)s”.")


@dataclass(frozen=True)
class Agreement:
    """`holds` gets what is known of `facts`, in their order, and the day; it is asked once all of them are known.

    `sentence` says what has to be, with the labels of the facts under the names in `named`. It may not begin to be
    broken by time alone: what holds on a day holds on every later one.
    """

    facts: tuple[str, ...]
    holds: Callable[..., bool]
    sentence: str
    named: tuple[str, ...]

    def is_broken(self, known: Mapping[str, Any], on: datetime.date) -> bool:
        values = [known.get(name) for name in self.facts]
        return None not in values and not self.holds(*values, on)


def in_order(earlier: str, later: str) -> Agreement:
    """Two days, the second not before the first."""
    return Agreement((earlier, later), lambda first, second, _on: first <= second, IN_ORDER, ("earlier", "later"))


def at_most(small: str, large: str) -> Agreement:
    return Agreement((small, large), lambda less, more, _on: less <= more, AT_MOST, ("small", "large"))


def fewer(small: str, large: str) -> Agreement:
    """A part of people among whom somebody else is as well, such as the one who asks."""
    return Agreement((small, large), lambda less, more, _on: less < more, FEWER, ("small", "large"))


def in_a_life(count: str, since: str, *, months: int = 1) -> Agreement:
    """Not more months (or years of 12 `months`) than there have been since a day."""

    def holds(counted, begun, on):
        return counted * months <= month_number(on) - month_number(begun) + 1

    return Agreement((count, since), holds, IN_A_LIFE, ("small", "large"))


def years_in_a_life(count: str, since: str) -> Agreement:
    return in_a_life(count, since, months=MONTHS_OF_YEAR)
