"""Chance that a seed decides: the same number and name give the same draw, whatever is drawn beside it.

A draw is SplitMix64 of a counter (Steele, Lea and Flood, "Fast splittable pseudorandom number generators", 2014), so
parts of the country can be made one by one in any order, and nobody’s luck depends on their neighbours.
"""

import hashlib
import math

import polars as pl

GAMMA, FIRST, SECOND = 0x9E3779B97F4A7C15, 0xBF58476D1CE4E5B9, 0x94D049BB133111EB
IN_ONE = 2.0**-53  # the steps between two numbers from 0 to 1


class Draws:
    """Draws for numbered things, by the name of what is drawn."""

    def __init__(self, seed: int, numbers: pl.Series):
        self.seed, self.numbers = seed, numbers.cast(pl.UInt64)

    def even(self, name: str) -> pl.Series:
        """From 0 to 1, the 1 excluded."""
        start = int.from_bytes(hashlib.blake2b(f"{self.seed} {name}".encode(), digest_size=8).digest(), "big")
        mixed = self.numbers * _number(GAMMA) + _number(start)
        mixed = (mixed ^ _shifted(mixed, 30)) * _number(FIRST)
        mixed = (mixed ^ _shifted(mixed, 27)) * _number(SECOND)
        mixed = mixed ^ _shifted(mixed, 31)
        return _shifted(mixed, 11).cast(pl.Float64) * IN_ONE

    def normal(self, name: str) -> pl.Series:
        """Around 0 with a standard deviation of 1."""
        far = (-2 * (1 - self.even(f"{name}, far")).log()).sqrt()
        return far * (self.even(f"{name}, where") * (2 * math.pi)).cos()

    def chance(self, name: str, of) -> pl.Series:
        """Whether what has this chance, a number or a column from 0 to 1, happens."""
        return self.even(name) < of

    def among(self, name: str, most) -> pl.Series:
        """A whole number from 0 on, below `most`."""
        return (self.even(name) * most).cast(pl.Int32)

    def by_weight(self, name: str, weights: list[float]) -> pl.Series:
        """The place in the list of weights."""
        total, reached, bounds = sum(weights), 0.0, []
        for weight in weights[:-1]:
            reached += weight / total
            bounds.append(reached)
        return pl.Series(bounds, dtype=pl.Float64).search_sorted(self.even(name), side="right").cast(pl.Int32)


def _number(value: int) -> pl.Series:
    return pl.Series([value], dtype=pl.UInt64)


def _shifted(numbers: pl.Series, bits: int) -> pl.Series:
    return numbers // _number(2**bits)
