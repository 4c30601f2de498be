"""What registers hold of many families, as the tables that derivations read: streamed out by COPY, column by column."""

import datetime
import io
from collections.abc import Collection, Iterable, Sequence

import polars as pl
from django.db import connection, models
from django.db.models import F, QuerySet
from django.db.models.expressions import RawSQL

from socialcode.engine import Fact
from socialcode.engine.derived import Nation, derivations
from socialcode.engine.derived.derivation import ASKER
from socialcode.engine.derived.nation import FAMILY, PERSON, SUBJECT
from socialcode.engine.derived.one_rows import RECEIPT
from socialcode.engine.parameters import Values
from socialcode.people.models import Membership, Register
from socialcode.people.models.family import in_force

from .copying import copy, copy_in
from .sources import Receipt, Source, sources

NO_FAMILY = 0  # the database would not be asked at all of none, and says the types of the columns
SLICE = "registers_slice"  # a table of this session: who is looked at
TYPES = {
    models.DateField: pl.Date,
    models.DecimalField: pl.Decimal(14, 2),
    models.BooleanField: pl.Boolean,
    models.IntegerField: pl.Int64,
    models.BigAutoField: pl.Int64,
    models.ForeignKey: pl.Int64,
    models.PositiveIntegerField: pl.Int64,
    models.PositiveSmallIntegerField: pl.Int64,
}


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
    whole = Nation(derivations, {fact.name: fact for fact in facts}, on, values, steps)
    told = [name for name in persons.columns if derivations.is_told(name)]
    _look_at(pl.concat([persons[SUBJECT], persons[ASKER]]).unique().sort())
    tables = {name: _table(sources.known[name], columns) for name, columns in whole.tables.items()}
    return pl.concat([persons.select(SUBJECT, FAMILY, "kin"), whole.facts(persons, tables, told)], how="horizontal")


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
    return copied(source.read(names, **{"in": slice_}), [PERSON, *names, RECEIPT])


def copied(rows: QuerySet, names: Sequence[str]) -> pl.DataFrame:
    """The rows of a query by COPY; the types are those of the query's columns."""
    compiler = rows.query.get_compiler(connection=connection)
    sql, params = compiler.as_sql()
    schema = {
        name: TYPES.get(type(expression.output_field), pl.String)
        for name, (expression, _sql, _alias) in zip(names, compiler.select, strict=True)
    }
    with connection.cursor() as cursor:
        text = io.BytesIO()
        copy(cursor, f"COPY ({cursor.mogrify(sql, params).decode()}) TO STDOUT (FORMAT csv)", text)
    text.seek(0)
    if not text.getbuffer().nbytes:
        return pl.DataFrame(schema=schema)
    booleans = [name for name, kind in schema.items() if kind == pl.Boolean]
    read = pl.read_csv(
        text, has_header=False, new_columns=list(names), schema_overrides=schema | dict.fromkeys(booleans, pl.String)
    )
    return read.with_columns((pl.col(name) == "t").alias(name) for name in booleans)
