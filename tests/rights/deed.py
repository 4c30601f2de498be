"""One line of the table of actions."""

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True)
class Deed:
    """`given` makes what the action takes besides `by`, from the world."""

    allowed: frozenset
    given: Callable
