"""Families of an invented country: where each lives, how many they are and who they are to one another."""

import math
from collections.abc import Iterator
from functools import cache

import polars as pl

from socialcode.law.regions import districts, regions

from .draws import Draws
from .figures import figure, share

MOST_MEMBERS = 12
TWO = 2
FEW = range(1, 5)  # families smaller than those the statistics count as large households
MANY = range(5, MOST_MEMBERS + 1)
ALONE, COUPLE, LONE, WITH_GRANDPARENT, WITH_GROWN = "alone", "couple", "lone", "grandparent", "grown"
KINDS_OF_PLACE = {"urban": False, "rural": True}
MADE_OF = (ALONE, COUPLE, LONE, WITH_GRANDPARENT, WITH_GROWN)


@cache
def places(families: int) -> pl.DataFrame:
    """How the families are spread: a row a district and kind of place, with the number of the first family there.

    Persons of a region by town and village are those of 2026; districts share them as in 2023.
    """
    rows = [row for region in regions() for kind in KINDS_OF_PLACE for row in _places(region, kind)]
    made = pl.DataFrame(rows, schema=["region", "district", "is_rural", "persons"], orient="row")
    ends = (pl.col("persons").cum_sum() / pl.col("persons").sum() * families).round().cast(pl.UInt64)
    return made.with_columns(after=ends).with_columns(first=pl.col("after").shift(1, fill_value=0)).drop("persons")


def _places(region: str, kind: str) -> Iterator[tuple]:
    inside = {each.kato: getattr(each, kind) for each in districts().values() if each.region == region}
    whole = sum(inside.values())
    for kato, counted in inside.items():
        if counted:
            yield region, kato, KINDS_OF_PLACE[kind], figure(f"{kind}_population", region) * counted / whole


@cache
def sizes(families: int) -> list[int]:
    """How many families have 1, 2, ... members: so that all persons together are the country's share of this many.

    Only the mean of all families and the share of those of five and more are published, with the share of all persons
    in these. Within few and within many members each size is less likely than the one before by a steady factor.
    """
    persons = round(families * figure("persons") / figure("families"))
    mean, many = figure("persons") / figure("families"), share("percent_of_families_of_five_and_more")
    mean_of_many = mean * share("percent_of_persons_in_families_of_five_and_more") / many
    mean_of_few = (mean - many * mean_of_many) / (1 - many)
    weights = [(1 - many) * w for w in _steady(FEW, mean_of_few)] + [many * w for w in _steady(MANY, mean_of_many)]
    counts = [math.floor(weight * families) for weight in weights]
    counts[1] += families - sum(counts)
    short = persons - sum(size * count for size, count in enumerate(counts, start=1))
    step = 1 if short > 0 else -1
    for _each in range(abs(short)):  # a family more or less of two and of three settles what rounding left
        counts[1] -= step
        counts[2] += step
    return counts


def _steady(members: range, mean: float) -> list[float]:
    """Weights of sizes that fall or grow by one factor, with this mean; found by halving."""
    low, high = 1e-6, 10.0
    for _each in range(100):
        factor = (low + high) / 2
        weights = [factor**place for place in range(len(members))]
        if sum(w * size for w, size in zip(weights, members, strict=True)) / sum(weights) < mean:
            low = factor
        else:
            high = factor
    return [weight / sum(weights) for weight in weights]


def families(seed: int, total: int, first: int, after: int) -> pl.DataFrame:
    """The families numbered from `first` on and below `after` of a country of `total`.

    Columns: family, region, district, is_rural, size, made_of (of `MADE_OF`), children.
    """
    number = pl.Series("family", range(first, after), dtype=pl.UInt64)
    drawn = Draws(seed, number)
    bounds = pl.Series([sum(sizes(total)[:place]) for place in range(1, MOST_MEMBERS)], dtype=pl.UInt64)
    size = bounds.search_sorted(_shuffled(number, seed, total), side="right").cast(pl.Int32) + 1
    where = places(total)
    row = where["after"].search_sorted(number, side="right").cast(pl.UInt32)
    made_of = _made_of(drawn.even("made of"), size)
    return pl.DataFrame(
        {
            "family": number,
            **{name: where[name].gather(row) for name in ("region", "district", "is_rural")},
            "size": size,
            "made_of": made_of,
        }
    ).with_columns(children=pl.col("size") - adults())


def adults() -> pl.Expr:
    """How many members are grown up: two grown children live at home where the family is large."""
    grown = pl.when(pl.col("size") == TWO).then(2).when(pl.col("size") <= max(FEW)).then(3).otherwise(4)
    known = {ALONE: 1, COUPLE: 2, LONE: 1, WITH_GRANDPARENT: 3, WITH_GROWN: 0}
    fixed = pl.col("made_of").replace_strict(known, return_dtype=pl.Int32)
    return pl.when(pl.col("made_of") == WITH_GROWN).then(grown).otherwise(fixed)


def _shuffled(number: pl.Series, seed: int, total: int) -> pl.Series:
    """Each number below the total in the place of another one: so counts by size hold to the family."""
    step = int(total * (math.sqrt(5) - 1) / 2) or 1
    while math.gcd(step, total) > 1:
        step += 1
    return (number * step + seed % total) % total


def _made_of(drawn: pl.Series, size: pl.Series) -> pl.Series:
    two, lone = share("percent_couples_of_two"), share("percent_lone_parents_of_two")
    more, grand, grown = (
        share(f"percent_{name}") for name in ("lone_parents_of_more", "with_a_grandparent", "with_grown_children")
    )
    of_two = pl.when(pl.col("u") < two).then(pl.lit(COUPLE)).when(pl.col("u") < two + lone).then(pl.lit(LONE))
    of_more = (
        pl.when(pl.col("u") < more)
        .then(pl.lit(LONE))
        .when(pl.col("u") < more + grand)
        .then(pl.lit(WITH_GRANDPARENT))
        .when(pl.col("u") < more + grand + grown)
        .then(pl.lit(WITH_GROWN))
    )
    kind = (
        pl.when(pl.col("size") == 1)
        .then(pl.lit(ALONE))
        .when(pl.col("size") == TWO)
        .then(of_two.otherwise(pl.lit(WITH_GROWN)))
        .otherwise(of_more.otherwise(pl.lit(COUPLE)))
    )
    return pl.DataFrame({"u": drawn, "size": size}).select(made_of=kind)["made_of"]
