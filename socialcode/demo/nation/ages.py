"""How old the members of invented families are.

Children are born one after another to a mother of the published age at marriage; who has no child at home is as old as
adults are, without those who have.
"""

from functools import cache

import polars as pl

from .draws import Draws
from .families import WITH_GROWN
from .figures import figure, share_aged

HEAD, SPOUSE, CHILD, PARENT, GROWN = "head", "spouse", "child", "parent", "other"
ADULT, OLDEST, JUST_BEFORE = 18, 99.0, 0.01  # years, as all that follows
FERTILE = (17.5, 45.0)
SPREAD_OF_FIRST_BIRTH, SPREAD_OF_COUPLES, SPREAD_OF_PARENTS, BETWEEN_BIRTHS = 4.0, 3.0, 4.0, 2.8
LEAST_WITH_GROWN, MOST_GROWN = 38.0, 20.0
YEARS_IN_BAND, LAST_BAND = 5, 95
YOUNG, WITH_CHILDREN, OLDER = 0.35, 0.15, 0.95  # assumed: who leads a home without children, before, while and after


def ages(rows: pl.DataFrame, own: Draws, of_family: Draws) -> pl.Series:
    """The age of each member in exact years."""
    lucks = {
        "own_luck": own.even("age"),
        "own_bell": own.normal("age"),
        "luck": of_family.even("age of the youngest"),
        "bell": of_family.normal("age of the mother"),
        "adult_age": _of_the_childless(of_family, rows["made_of"]),
    }
    with_lucks = rows.with_columns(**lucks).with_columns(head_age=_of_head(), gap=_gap())
    age = (
        pl.when(pl.col("kin") == CHILD)
        .then(_of_child())
        .when(pl.col("kin") == PARENT)
        .then(pl.col("head_age") + mother_at_first() + pl.col("own_bell") * SPREAD_OF_PARENTS)
        .when(pl.col("kin") == GROWN)
        .then(ADULT + pl.col("own_luck") * (pl.col("head_age") - ADULT - FERTILE[0]).clip(1, MOST_GROWN))
        .when(pl.col("kin") == SPOUSE)
        .then(pl.col("head_age") + pl.col("own_bell") * SPREAD_OF_COUPLES + pl.col("gap"))
        .otherwise(pl.col("head_age"))
    )
    return with_lucks.select(age=pl.when(pl.col("kin") == CHILD).then(age).otherwise(_grown_up(age)))["age"]


def _grown_up(age: pl.Expr) -> pl.Expr:
    """An age an adult can have; who would be too young or too old is spread over the years beside the bound."""
    aside = pl.col("own_luck") * YEARS_IN_BAND
    return pl.when(age < ADULT).then(ADULT + aside).when(age > OLDEST).then(OLDEST - aside).otherwise(age)


def mother_at_first() -> float:
    """The mean age of a mother at her first child."""
    return figure("mean_age_at_marriage_women") + figure("first_birth_after_marriage")


def _gap() -> pl.Expr:
    """How many years a husband is older than his wife."""
    older = figure("mean_age_at_marriage_men") - figure("mean_age_at_marriage_women")
    return pl.when(pl.col("is_male")).then(older).otherwise(-older)


def _span() -> pl.Expr:
    """Years between the youngest and the oldest child at home."""
    return ((pl.col("children") - 1) * BETWEEN_BIRTHS).clip(0, ADULT - 2)


def _of_child() -> pl.Expr:
    place = pl.col("place") - (pl.col("size") - pl.col("children"))  # the oldest stands first
    step = _span() / (pl.col("children") - 1).clip(1)
    age = pl.col("luck") * (ADULT - _span()) + (pl.col("children") - 1 - place) * step
    shaken = (age + (pl.col("own_luck") - 0.5) * step.clip(0, 1)).abs()
    return ADULT - (ADULT - shaken).abs().clip(JUST_BEFORE)  # who would be over 18 is as much under it


def _of_head() -> pl.Expr:
    oldest = pl.col("luck") * (ADULT - _span()) + _span()
    mother = oldest + (mother_at_first() + pl.col("bell") * SPREAD_OF_FIRST_BIRTH).clip(*FERTILE)
    return pl.when(pl.col("children") > 0).then(mother).otherwise(pl.col("adult_age"))


def _of_the_childless(of_family: Draws, made_of: pl.Series) -> pl.Series:
    band = of_family.by_weight("band of the head", _weights_of_bands())
    age = ADULT + (band + of_family.even("year of the head")) * YEARS_IN_BAND
    older = LEAST_WITH_GROWN + (age - ADULT) % MOST_GROWN
    too_young = (made_of == WITH_GROWN) & (age < LEAST_WITH_GROWN)
    return age.zip_with(~too_young, older)


@cache
def _weights_of_bands() -> list[float]:
    """Adults in bands of five years by the projection of 2025, without those who likely have children at home."""
    return [
        share_aged(start, start + YEARS_IN_BAND - 1) * _without_children(start + YEARS_IN_BAND / 2)
        for start in range(ADULT, LAST_BAND, YEARS_IN_BAND)
    ]


def _without_children(age: float) -> float:
    """The share of adults of an age who lead a home without children."""
    if age < mother_at_first():
        return YOUNG
    return WITH_CHILDREN if age < figure("mean_age_of_mothers") + ADULT else OLDER
