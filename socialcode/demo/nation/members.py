"""The members of invented families: who each is and how old."""

import datetime

import polars as pl

from .ages import CHILD, GROWN, HEAD, PARENT, SPOUSE, ages
from .draws import Draws
from .families import ALONE, COUPLE, FEW, LONE, MADE_OF, MOST_MEMBERS, TWO, WITH_GRANDPARENT
from .figures import figure, figures, share

FEMALE, MALE = "female", "male"
DAYS_IN_YEAR = 365.25
EVEN = 0.5
OLD = 65


def members(seed: int, made: pl.DataFrame, on: datetime.date) -> pl.DataFrame:
    """The members of these families, a row each, by family and place in it.

    Adds to the family's columns: place, kin, is_male, age (years, exact), birth_date.
    """
    rows = made.join(_kin_by_place(), on=["made_of", "size"], how="left", maintain_order="left").explode("place", "kin")
    own = draws_of(seed, rows)
    of_family = Draws(seed, rows["family"])
    rows = rows.with_columns(own_luck=own.even("sex"), family_luck=of_family.even("sex of the head"))
    rows = rows.with_columns(is_male=_is_male()).drop("own_luck", "family_luck")
    rows = rows.with_columns(age=ages(rows, own, of_family))
    days = (pl.col("age") * DAYS_IN_YEAR).cast(pl.Int32)
    return rows.with_columns(birth_date=(pl.lit(on) - pl.duration(days=days)).cast(pl.Date))


def draws_of(seed: int, persons: pl.DataFrame) -> Draws:
    """The luck of each person, by family and place in it."""
    return Draws(seed, persons["family"] * MOST_MEMBERS + persons["place"].cast(pl.UInt64))


def _kin_by_place() -> pl.DataFrame:
    rows = [
        (made_of, size, list(range(size)), _kin(made_of, size))
        for made_of in MADE_OF
        for size in range(1, MOST_MEMBERS + 1)
    ]
    kinds = {"made_of": pl.String, "size": pl.Int32, "place": pl.List(pl.Int32), "kin": pl.List(pl.String)}
    return pl.DataFrame(rows, schema=kinds, orient="row")


def _kin(made_of: str, size: int) -> list[str]:
    if made_of in {ALONE, LONE}:
        adults = [HEAD]
    elif made_of == COUPLE:
        adults = [HEAD, SPOUSE]
    elif made_of == WITH_GRANDPARENT:
        adults = [HEAD, SPOUSE, PARENT]
    elif size == TWO:
        adults = [HEAD, GROWN]
    else:
        adults = [HEAD, SPOUSE, *[GROWN] * (1 if size <= max(FEW) else 2)]
    return (adults + [CHILD] * size)[:size]


def _is_male() -> pl.Expr:
    lone_father = figure("lone_fathers") / figure("lone_parent_families")
    man_leads = pl.col("family_luck") < pl.when(pl.col("made_of") == LONE).then(lone_father).otherwise(EVEN)
    return (
        pl.when(pl.col("kin") == HEAD)
        .then(man_leads)
        .when(pl.col("kin") == SPOUSE)
        .then(~man_leads)
        .when(pl.col("kin") == PARENT)
        .then(pl.col("own_luck") < _men_among_old())
        .otherwise(pl.col("own_luck") < share("percent_boys_at_birth"))
    )


def _men_among_old() -> float:
    men, women = (_projected_old(sex) for sex in ("men", "women"))
    return men / (men + women)


def _projected_old(sex: str) -> float:
    start = f"projected_{sex}_"
    bands = {each.name.removeprefix(start): each.value for each in figures().values() if each.name.startswith(start)}
    return sum(persons for band, persons in bands.items() if int(band.split("-")[0]) >= OLD)
