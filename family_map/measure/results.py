"""What is measured, in exact fractions."""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction


@dataclass(frozen=True)
class IndicatorShares:
    """Shares of everybody measured: deprived (`raw`, the uncensored headcount), poor and deprived (`censored`), and of
    whom it is `known`; `contribution` is its share of M0, None where nobody is poor."""

    raw: Fraction
    censored: Fraction
    known: Fraction
    contribution: Fraction | None


@dataclass(frozen=True)
class StandardErrors:
    """Of a sample, as binary numbers; None where it cannot be told, such as in a stratum of one cluster."""

    headcount: float | None
    intensity: float | None
    m0: float | None


@dataclass(frozen=True)
class Measures:
    """The measures of everybody or of a group.

    `people` is what the `rows` stand for, in the unit of the method. `headcount` is H, the share who are poor,
    `intensity` A, the mean score of the poor (None if nobody is), `m0` H times A. `m1` and `m2` weigh each deprivation
    of a cardinal indicator by its gap, and by the square of it; others count in full; None without cardinal indicators.
    """

    rows: int
    people: Fraction
    headcount: Fraction
    intensity: Fraction | None
    m0: Fraction
    m1: Fraction | None
    m2: Fraction | None
    indicators: Mapping[str, IndicatorShares]
    dimensions: Mapping[str, Fraction | None]
    errors: StandardErrors | None = None

    @property
    def average_gap(self) -> Fraction | None:
        """G: M1 is M0 times it."""
        return self.m1 / self.m0 if self.m1 is not None and self.m0 else None

    @property
    def average_severity(self) -> Fraction | None:
        """S: M2 is M0 times it."""
        return self.m2 / self.m0 if self.m2 is not None and self.m0 else None

    def share_of(self, whole: "Measures") -> Fraction:
        """Which part of everybody measured this group is."""
        return self.people / whole.people

    def contribution_to(self, whole: "Measures") -> Fraction | None:
        """Which part of the whole M0 this group makes."""
        return self.share_of(whole) * self.m0 / whole.m0 if whole.m0 else None


@dataclass(frozen=True)
class Measured:
    """A whole table: of the `rows` read some are `left_out` (see `Missing`). `groups` has, for each column of the
    method, the measures of each of its values; the empty one is of rows that do not say."""

    rows: int
    left_out: int
    whole: Measures
    groups: Mapping[str, Mapping[str, Measures]]
