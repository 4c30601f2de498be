"""What registers say of the families of a slice, as a table of facts: a row per family."""

import datetime
from collections.abc import Iterable

import polars as pl

from family_map.heads import head_of
from socialcode.engine import Fact
from socialcode.engine.days import full_years
from socialcode.engine.evaluate import frame_of
from socialcode.engine.registry import registry
from socialcode.people.models import Membership, Person
from socialcode.people.models.family import in_force
from socialcode.people.models.person import ADULT_AT
from socialcode.registers.known import look_up, values_of
from socialcode.registers.records import Records, RegisterRows

METHODS = ("wellbeing", "wellbeing_points")
PLACE = {"region": pl.String, "district": pl.String, "is_rural": pl.Boolean}
SIZE = {"members": pl.Int32, "children": pl.Int32}
ABOUT = {"family_id": pl.Int64, **PLACE, **SIZE}


def asked() -> dict[str, Fact]:
    """The facts that the methods ask for, by name."""
    return {name: fact for method in METHODS for name, fact in registry.levels[method].facts.items()}


def facts_of(families: Iterable[int], on: datetime.date) -> pl.DataFrame:
    """A row for each of the families that has members on the day: the columns of `ABOUT`, then the facts as the engine
    takes them; null where the registers do not say."""
    members: dict[int, list[Membership]] = {}
    rows = Membership.objects.filter(in_force(on), family__in=list(families)).select_related("person")
    for membership in rows.order_by("family_id", "pk"):
        members.setdefault(membership.family_id, []).append(membership)
    heads = {family: head_of(found) for family, found in members.items()}
    together, facts = RegisterRows(heads.values(), on), asked()
    known = [values_of(look_up(facts.values(), together, head, None)) for head in heads.values()]
    about = [_about(family, head, together, members[family], on) for family, head in heads.items()]
    named = pl.DataFrame(about, schema=ABOUT, orient="row")
    return pl.concat([named.drop("region"), named.select(place="region"), frame_of(facts, known, on)], how="horizontal")


def _about(family: int, head: Person, together: RegisterRows, members: list[Membership], on: datetime.date) -> tuple:
    home = Records(together, head).address
    children = sum(full_years(one.person.birth_date, on) < ADULT_AT for one in members)
    place = (home.region, home.district, home.is_rural) if home else ("", "", None)
    return (family, *place, len(members), children)
