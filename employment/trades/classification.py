"""The trades of the International Standard Classification of Occupations, ISCO-08 (README.md beside says whose names).

A code has four digits: the first is the major group, the first two the sub-major, the first three the minor group, all
four the trade itself (unit group). How many digits two trades share is how near they are.
"""

import csv
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from django.utils.translation import get_language

SHIPPED = Path(__file__).parent / "trades.csv"
DIGITS = 4


@dataclass(frozen=True)
class Trade:
    """A unit group of the classification, with its name in each language."""

    code: str
    kk: str
    ru: str
    en: str

    def __str__(self) -> str:
        return self.name

    @property
    def name(self) -> str:
        """The name in the language of the page."""
        return getattr(self, get_language() or "kk", self.en) or self.en


@cache
def all_trades() -> dict[str, Trade]:
    """Every trade by its code, in the order of the classification."""
    with SHIPPED.open(encoding="utf-8", newline="") as file:
        return {row["code"]: Trade(**row) for row in csv.DictReader(file)}


def trade(code: str) -> Trade | None:
    """The trade of a code; None for a code that the classification does not have."""
    return all_trades().get(code)


def shared_digits(one: str, other: str) -> int:
    """How near two trades are: 4 the same, 3 of one minor group, 2 of one sub-major group, 1 of one major group, 0."""
    return next((at for at, (a, b) in enumerate(zip(one, other, strict=True)) if a != b), DIGITS)
