"""What registers say of the families of a slice, as a table of facts: a row per family."""

import datetime
from collections.abc import Collection

import polars as pl
from django.db import transaction

from socialcode.detection.facts import of_persons
from socialcode.engine import Fact, full_years
from socialcode.engine.registry import registry
from socialcode.people.models import Membership
from socialcode.people.models.person import ADULT_AT
from socialcode.registers.frames import nation

METHODS = ("wellbeing", "wellbeing_points")
PLACE = {"region": pl.String, "district": pl.String, "is_rural": pl.Boolean}
SIZE = {"members": pl.Int32, "children": pl.Int32}
ABOUT = {"family_id": pl.Int64, **PLACE, **SIZE}
BORN, NUMBER = "~born", "~number"  # of who may be the head (see `heads.head_of`)
HOME = {"home_region": "place", "home_district": "district", "home_is_rural": "is_rural"}


def asked() -> dict[str, Fact]:
    """The facts that the methods ask for, by name."""
    return {name: fact for method in METHODS for name, fact in registry.levels[method].facts.items()}


@transaction.atomic
def read(families: Collection[int], on: datetime.date) -> tuple[pl.DataFrame, pl.DataFrame]:
    """Everybody of the families on a day, and what registers know of each: for the methods, and for rights."""
    persons = nation.members_of(families, on)
    facts = asked() | of_persons(on)
    return persons, nation.facts_of(facts.values(), persons, on, registry.values(on), HOME)


def facts_of(persons: pl.DataFrame, found: pl.DataFrame, on: datetime.date) -> pl.DataFrame:
    """A row for each of the families that has members on the day: the columns of `ABOUT` (the region as `place`), then
    the facts as the engine takes them; null where the registers do not say."""
    facts = asked()
    sizes = persons.group_by("family").agg(
        members=pl.len(), children=(full_years(pl.col("birth_date"), pl.lit(on)) < ADULT_AT).sum()
    )
    heads = (
        found.with_columns(persons["birth_date"].alias(BORN), persons["iin"].alias(NUMBER))
        .sort("family", pl.col("kin") != Membership.Kin.HEAD.value, BORN, NUMBER)
        .unique("family", keep="first", maintain_order=True)
        .join(sizes, on="family", maintain_order="left")
        .rename(HOME)
    )
    about = [
        pl.col("family").alias("family_id"),
        pl.col("district").fill_null(""),
        pl.col("is_rural"),
        *(pl.col(name).cast(kind) for name, kind in SIZE.items()),
        pl.col("place").fill_null(""),
    ]
    known = set(heads.columns)
    return heads.select(
        *about,
        *(
            (pl.col(name) if name in known else pl.lit(None)).cast(fact.column).alias(name)
            for name, fact in facts.items()
        ),
    )
