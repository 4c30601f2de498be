"""Children with those who act for them: a row for each two, with what registers know of both."""

import datetime
from collections.abc import Callable

import polars as pl

from socialcode.engine import full_years
from socialcode.engine.parameters import Values
from socialcode.people.models import LegalRepresentation
from socialcode.people.models.family import in_force
from socialcode.people.models.person import ADULT_AT
from socialcode.registers.frames import nation
from socialcode.registers.frames.copying import copied

from .facts import of_askers, of_children, of_persons

NOBODY = 0  # no person has this number


def with_askers(
    persons: pl.DataFrame, known: pl.DataFrame, on: datetime.date, values_of: Callable[[str], Values]
) -> pl.DataFrame:
    """A row for each child and each grown-up of its family who acts for it: `subject`, `asker`, `family`, all facts and
    the asker's `home_region`."""
    law, pairs = values_of(""), _pairs(persons, on)
    said = nation.facts_of(of_children(on).values(), pairs, on, law).select("subject", "family", *of_children(on))
    beside = [name for name in of_persons(on) if name not in of_askers(on)]
    askers = known.select(pl.col("subject").alias("asker"), "home_region", *beside)
    rows = said.with_columns(pairs["asker"]).join(askers, on="asker", how="left", maintain_order="left")
    told = [*of_children(on), *beside]
    own = persons.drop("asker", "family")
    late = rows.select(pl.col("asker").alias("subject"), "asker", "family", *(name for name in told if name not in own))
    late = late.join(own, on="subject", how="left", maintain_order="left")
    found = nation.facts_of(of_askers(on).values(), late, on, law)
    return pl.concat([rows, found.select(*of_askers(on))], how="horizontal")


def _pairs(persons: pl.DataFrame, on: datetime.date) -> pl.DataFrame:
    """The children as `persons` has them, once for each who acts for them, who is the `asker`."""
    is_adult = full_years(pl.col("birth_date"), pl.lit(on)) >= ADULT_AT
    children = persons.filter(~is_adult).drop("asker")
    ties = LegalRepresentation.objects.filter(in_force(on), represented__in=children["subject"].to_list() or [NOBODY])
    named = ties.order_by("pk").values_list("represented_id", "representative_id")
    adults = persons.filter(is_adult).select(pl.col("subject").alias("asker"), "family")
    return (
        children.join(copied(named, ["subject", "asker"]).unique(), on="subject", maintain_order="left")
        .join(adults, on=["asker", "family"], maintain_order="left")
        .select(persons.columns)
    )
