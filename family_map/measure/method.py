"""What is measured: indicators with cut-offs and weights, the score from which one is poor, what a row stands for."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction

PLACES = 6  # numbers of a table are read to so many places after the point
MOST_PARTS = 10**9  # of a weight: scores of a row then stay within 64 bits


class MeasureError(ValueError):
    """A method or a table that cannot be measured: a sentence for who wrote it."""


class Missing(StrEnum):
    """What becomes of a row of which an indicator is not known."""

    EXCLUDED = "excluded"  # the row is left out
    REWEIGHTED = "reweighted"  # the weights of what is known of the row are scaled up to one
    DEPRIVED = "deprived"  # what is not known counts as a deprivation


@dataclass(frozen=True)
class Indicator:
    """Deprived where the number in `column` is `below` a cut-off, or `above` one; with neither, where it says 1 or yes.

    One with `below` is cardinal: it has a gap, the part of the cut-off that lacks. `weight` is its share of the whole.
    """

    name: str
    dimension: str
    weight: Fraction
    column: str = ""
    below: Decimal | None = None
    above: Decimal | None = None

    def __post_init__(self):
        if self.below is not None and self.above is not None:
            raise MeasureError(f"The indicator '{self.name}' has two cut-offs: give `below` or `above`, not both.")
        if self.below is not None and self.below <= 0:
            raise MeasureError(f"The cut-off of '{self.name}' has to be above 0: nothing is less than nothing.")
        if self.weight <= 0:
            raise MeasureError(f"The weight of '{self.name}' has to be above 0.")

    @property
    def stands_in(self) -> str:
        return self.column or self.name

    @property
    def is_cardinal(self) -> bool:
        return self.below is not None


@dataclass(frozen=True)
class Sampling:
    """How rows were drawn: the columns of their weights, clusters and strata, each empty where there is none."""

    weight: str = ""
    cluster: str = ""
    stratum: str = ""


@dataclass(frozen=True)
class Method:
    """`poor_from` is k: poor is whose deprivation score reaches it. `people` is the column that says how many persons a
    row stands for; without it families count alike. `groups` are columns to decompose by. Raises MeasureError."""

    indicators: tuple[Indicator, ...]
    poor_from: Fraction
    missing: Missing = Missing.EXCLUDED
    people: str = ""
    groups: tuple[str, ...] = ()
    sampling: Sampling | None = None

    def __post_init__(self):
        names = [indicator.name for indicator in self.indicators]
        twice = next((name for name in names if names.count(name) > 1), None)
        if not names:
            raise MeasureError("A method needs at least one indicator.")
        if twice:
            raise MeasureError(f"Two indicators are called '{twice}'.")
        if (whole := sum(indicator.weight for indicator in self.indicators)) != 1:
            raise MeasureError(f"The weights have to sum up to 1, not to {whole}.")
        if not 0 < self.poor_from <= 1:
            raise MeasureError(f"Somebody is poor from a score above 0 and up to 1, not from {self.poor_from}.")
        if self.parts > MOST_PARTS:
            raise MeasureError(
                "The weights have no common denominator of at most nine digits: write simpler fractions."
            )

    @property
    def parts(self) -> int:
        """The common denominator of the weights: scores are counted in such parts."""
        return math.lcm(*(indicator.weight.denominator for indicator in self.indicators))

    @property
    def whole_weights(self) -> list[int]:
        """The weights in parts, in the order of the indicators."""
        return [int(indicator.weight * self.parts) for indicator in self.indicators]

    @property
    def dimensions(self) -> dict[str, list[Indicator]]:
        """The indicators by the name of their dimension, both in the order of the method."""
        found: dict[str, list[Indicator]] = {}
        for indicator in self.indicators:
            found.setdefault(indicator.dimension, []).append(indicator)
        return found

    @property
    def has_gaps(self) -> bool:
        return any(indicator.is_cardinal for indicator in self.indicators)


def nested_weights(
    dimensions: Mapping[str, Sequence[str]], shares: Mapping[str, Fraction] | None = None
) -> dict[str, Fraction]:
    """The weight of each indicator where those of a dimension weigh alike, and the dimensions too unless `shares` says
    otherwise."""
    shares = shares or {name: Fraction(1, len(dimensions)) for name in dimensions}
    return {
        indicator: shares[dimension] / len(indicators)
        for dimension, indicators in dimensions.items()
        for indicator in indicators
    }
