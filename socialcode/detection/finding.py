"""Which rights members of some families have or may have, by what registers know: all claimable provisions at once.

A situation of which no register knows (somebody died, a job is looked for) is taken not to be there: what nothing
points to is not offered. Of whoever is not refused by that, the facts that are left to ask are named. A right for a
child is looked at for those who act for it and live in its family; a right of the family for its head. What rights
exclude one another is not settled here.
"""

import datetime
from collections.abc import Collection, Iterator, Mapping
from functools import cache

import polars as pl

from socialcode.engine import Fact, Provision
from socialcode.engine.fingerprint import fingerprint
from socialcode.engine.nation.columns import columns_of
from socialcode.engine.nation.evaluate import evaluate, trace
from socialcode.engine.nation.missing import missing
from socialcode.engine.parameters import Values
from socialcode.engine.plan import plan_for
from socialcode.people.models import Membership
from socialcode.registers.frames import nation

from . import children
from .facts import claimable, of_persons
from .same_law import ValuesOf, by_law

GOALS = ("eligible", "amount")
FOUND: Mapping[str, type[pl.DataType]] = {
    "family": pl.Int64,
    "provision": pl.String,
    "person": pl.Int64,
    "subject": pl.Int64,
    "is_certain": pl.Boolean,
    "amount": pl.Decimal(14, 2),
    "net": pl.Decimal(14, 2),
    "missing": pl.List(pl.String),
}
PROVEN = FOUND | {"facts": pl.String, "law_version": pl.String}
NO_FAMILY = 0  # has no number
NOBODY = pl.DataFrame(schema=FOUND)
NOBODY_PROVEN = pl.DataFrame(schema=PROVEN)


def rights_of(persons: pl.DataFrame, known: pl.DataFrame, on: datetime.date, values_of: ValuesOf) -> pl.DataFrame:
    """The rows of `FOUND`. `persons` as `nation.members_of` gives them; `known` has the facts `of_persons` and the
    step `home_region`, a row for each of them. Call it in the transaction in which these were read."""
    found = [
        _of_provision(one, part, on, values).select(*FOUND)
        for one, part, values in _asked(claimable(on), persons, known, on, values_of)
    ]
    return pl.concat([NOBODY, *found]).sort("family", "provision", "subject")


def proof_of(provisions: Collection[Provision], families: Collection[int], on: datetime.date, values_of: ValuesOf):
    """What is found today of some provisions among some families, with what it stands on: the rows of `PROVEN`.

    `facts` are the facts that registers know, as JSON (name to value; a day as ISO text, an amount as exact text);
    `law_version` names the law of the day. Call it in a transaction.
    """
    persons = nation.members_of(families, on)
    known = nation.facts_of(of_persons(on).values(), persons, on, values_of(""), ("home_region",))
    found = [
        _of_provision(one, part, on, values, proves=True).with_columns(law_version=pl.lit(fingerprint(one, on, values)))
        for one, part, values in _asked(provisions, persons, known, on, values_of)
    ]
    return pl.concat([NOBODY_PROVEN, *(rows.select(*PROVEN) for rows in found)]).sort("family", "provision", "subject")


def _asked(
    provisions: Collection[Provision],
    persons: pl.DataFrame,
    known: pl.DataFrame,
    on: datetime.date,
    values_of: ValuesOf,
) -> Iterator[tuple[Provision, pl.DataFrame, Values]]:
    """For each provision those who may ask for it, in parts with the law of their regions."""
    values_of = cache(values_of)  # the database is asked for each region once, not for each provision again
    is_alive = ~persons["subject"].is_in(_dead(persons, on))
    persons, known = persons.filter(is_alive), known.filter(is_alive)
    each = known.with_columns(persons["asker"])
    rows = {
        "person": each,
        "family": each[_heads(persons)],
        "child": children.with_askers(persons, known, on, values_of),
    }
    for one in provisions:
        for part, values in by_law([one], rows.get(one.unit, each), "home_region", on, values_of):
            yield one, part, values


def _dead(persons: pl.DataFrame, on: datetime.date) -> list[int]:
    """Those who are members of a family still, and died."""
    of_families = Membership.objects.filter(family__in=persons["family"].unique().to_list() or [NO_FAMILY])
    return list(of_families.filter(person__died_on__lte=on).values_list("person_id", flat=True))


def _heads(persons: pl.DataFrame) -> pl.Series:
    """The places of those who stand for a family: its head, or else the oldest member."""
    first = ("family", pl.col("kin") != Membership.Kin.HEAD.value, "birth_date", "iin")
    return persons.with_row_index("place").sort(*first).unique("family", keep="first", maintain_order=True)["place"]


def _of_provision(
    provision: Provision, table: pl.DataFrame, on: datetime.date, values: Values, *, proves: bool = False
) -> pl.DataFrame:
    """The rows of `PROVEN` but for the law; `facts` are null unless it `proves`, which costs more than finding."""
    plan, columns = plan_for(provision, on), columns_of(provision, on, values)
    asked_for = columns.given(_as_nothing_points_to(plan.facts, table)).collect()
    if not columns.ask_the_family:
        outcomes = evaluate(provision, asked_for, on, values)
        asked_for = asked_for.filter(outcomes["eligible"].ne_missing(other=False))
    if asked_for.is_empty():
        return NOBODY_PROVEN.drop("law_version")
    rules = trace(provision, asked_for, on, values)
    traced = pl.concat([asked_for.select(*plan.facts), rules], how="horizontal")
    amount = pl.col("amount") if "amount" in rules.columns else pl.lit(None)
    net = pl.col("net_amount") if "net_amount" in rules.columns else amount
    facts = pl.struct(*plan.facts).struct.json_encode() if proves and plan.facts else pl.lit(None, pl.String)
    keys = asked_for.select("family", "subject", pl.col("asker").alias("person"), facts.alias("facts"))
    said = pl.concat([keys, rules, missing(plan, traced, GOALS).to_frame()], how="horizontal").select(
        "family",
        pl.lit(provision.name).alias("provision"),
        "person",
        "subject",
        pl.col("eligible").alias("is_certain"),
        amount.cast(FOUND["amount"]).alias("amount"),
        net.cast(FOUND["net"]).alias("net"),
        "missing",
        "facts",
    )
    possible = said.filter(pl.col("is_certain").ne_missing(other=False))
    return (
        possible.with_columns(pl.col("is_certain").fill_null(value=False))
        .sort("family", "subject", "is_certain", "person", descending=[False, False, True, False])
        .unique(["family", "subject"], keep="first", maintain_order=True)
    )


def _as_nothing_points_to(facts: Mapping[str, Fact], table: pl.DataFrame) -> pl.DataFrame:
    """The rows with what holds of whoever names no situation, where no register says otherwise."""
    silent = {name: fact for name, fact in facts.items() if fact.situation and fact.without is not None}
    return table.with_columns(
        (pl.col(name).fill_null(fact.without) if name in table.columns else pl.lit(fact.without)).alias(name)
        for name, fact in silent.items()
    )
