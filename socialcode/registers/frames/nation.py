"""What registers hold of many families, as the tables that derivations read: streamed out by COPY, column by column."""

import datetime
from collections.abc import Collection, Iterable
from functools import lru_cache

import polars as pl
from django.db import connection, models
from django.db.models import F
from django.db.models.expressions import RawSQL

from socialcode.engine import Fact
from socialcode.engine.derived import Nation, derivations
from socialcode.engine.derived.derivation import ASKER
from socialcode.engine.derived.nation import FAMILY, PERSON, SUBJECT
from socialcode.engine.derived.one_rows import RECEIPT
from socialcode.engine.parameters import Values
from socialcode.people.models import Membership, Register
from socialcode.people.models.family import in_force

from .copying import copied, copy_in
from .months import is_by_month, read_months
from .sources import Receipt, Source, sources

NO_FAMILY = 0  # the database would not be asked at all of none, and says the types of the columns
SLICE = "registers_slice"  # a table of this session: who is looked at


def facts_of(
    facts: Iterable[Fact],
    persons: pl.DataFrame,
    on: datetime.date,
    values: Values,
    steps: Collection[str] = (),
) -> pl.DataFrame:
    """Every fact that registers know of some persons on a day, each with its receipt (`<fact>.receipt`), and steps.

    `persons` are whole families as `members_of` gives them, and stay in order; they may have columns of told facts.
    Where no fact is about the family, they may be any persons. Call it in a transaction.
    """
    whole = _derived(tuple(facts), on, values, tuple(steps))
    told = [name for name in persons.columns if derivations.is_told(name)]
    _look_at(pl.concat([persons[SUBJECT], persons[ASKER]]).unique().sort())
    tables = {name: _table(sources.known[name], columns) for name, columns in whole.tables.items()}
    return pl.concat([persons.select(SUBJECT, FAMILY, "kin"), whole.facts(persons, tables, told)], how="horizontal")


@lru_cache(maxsize=16)
def _derived(facts: tuple[Fact, ...], on: datetime.date, values: Values, steps: tuple[str, ...]) -> Nation:
    """Made once for all slices of a run: to write the formulas takes as long as to work them out for a few families."""
    return Nation(derivations, {fact.name: fact for fact in facts}, on, values, steps)


def members_of(families: Collection[int], on: datetime.date) -> pl.DataFrame:
    """The persons of the families with these numbers on a day, a row each, with what registers give of each: `subject`
    and `asker` are the person, `family` is the number."""
    names = ("iin", "birth_date", "sex", "legal_status")
    found = Membership.objects.filter(in_force(on), family__in=list(families) or [NO_FAMILY])
    columns = {
        SUBJECT: F("person_id"),
        FAMILY: F("family_id"),
        "kin": F("kin"),
        **{name: F(f"person__{name}") for name in names},
        "population": _receipt(Register.POPULATION),
        "civil_status": _receipt(Register.CIVIL_STATUS),
    }
    rows = copied(found.order_by("family_id", "pk").values_list(*columns.values()), list(columns))
    return rows.with_columns(pl.col(SUBJECT).alias(ASKER))


def _receipt(register: Register) -> Receipt:
    return Receipt(models.Value(register, output_field=models.TextField()), "person__received_at")


def _look_at(persons: pl.Series) -> None:
    """Put the persons of a slice into a table of the session, so that each register is read by a join."""
    with connection.cursor() as cursor:
        cursor.execute(f"CREATE TEMP TABLE IF NOT EXISTS {SLICE} (id bigint PRIMARY KEY) ON COMMIT DROP")
        cursor.execute(f"TRUNCATE {SLICE}")
        copy_in(cursor, f"{SLICE} (id)", persons.to_frame())
        cursor.execute(f"ANALYZE {SLICE}")


def _table(source: Source, columns: Iterable[str]) -> pl.DataFrame:
    names = sorted(columns)
    slice_ = RawSQL(f"SELECT id FROM {SLICE}", ())  # noqa: S608, S611 - a name of ours
    if is_by_month(source):
        return read_months(source, names, slice_)
    return copied(source.read(names, **{"in": slice_}), [PERSON, *names, RECEIPT])
