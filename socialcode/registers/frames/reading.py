"""Rows of many registers about a few people, read by one query."""

import datetime
import json
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from decimal import Decimal
from functools import lru_cache
from typing import Any

from django.db import connection, models

from socialcode.engine.derived.one_rows import RECEIPT

from .sources import Source, sources

SOME, ONE_OF = -1, " IN (%s)"  # no person has this number
Table = tuple[Mapping[str, Sequence], Mapping[int, list[int]]]
READS: dict[type[models.Field], Callable[[Any], Any]] = {
    models.DateField: datetime.date.fromisoformat,
    models.DecimalField: Decimal,
}


def read(wanted: Iterable[Source], persons: Collection[int]) -> dict[str, Table]:
    """By the source's name: its columns, the receipt among them, and the places of each person's rows in them."""
    found = {}
    parts, params, kinds = [], [], {}
    for source in wanted:
        sql, own, kinds[source.name] = _query(source.name)
        parts.append(sql)
        params += [list(persons) if value == SOME else value for value in own]
        found[source.name] = source
    if not parts:
        return {}
    with connection.cursor() as cursor:
        cursor.execute(" UNION ALL ".join(parts), params)
        rows = {name: json.loads(text, parse_float=Decimal) if text else [] for name, text in cursor}
    return {name: _table(found[name], rows[name], kinds[name]) for name in found}


@lru_cache(maxsize=256)
def _query(name: str) -> tuple[str, list, list[type[models.Field]]]:
    """The query of one source with SOME for whose rows are read, and the kinds of its columns; made once, because to
    make it takes longer than to run it."""
    source = sources.known[name]
    compiler = source.read(source.columns, **{"in": [SOME]}).query.get_compiler(connection=connection)
    sql, params = compiler.as_sql()
    if sql.count(ONE_OF) != 1:
        raise ValueError(f"Whose rows of {name} are read cannot be told from its query.")
    kinds = [type(expression.output_field) for expression, _sql, _alias in compiler.select]
    columns = ", ".join(f"c{place}" for place in range(len(kinds)))
    sql = (
        f"SELECT '{name}', json_agg(json_build_array({columns}))::text"  # noqa: S608 - names of ours
        f" FROM ({sql.replace(ONE_OF, ' = ANY(%s)')}) AS r({columns})"
    )
    return sql, [SOME if value == SOME else value for value in params], kinds


def _table(source: Source, rows: list[list], kinds: list[type[models.Field]]) -> Table:
    names = [*source.columns, RECEIPT]
    places = defaultdict(list)
    for place, row in enumerate(rows):
        places[row[0]].append(place)
    columns = list(zip(*rows, strict=True))[1:] if rows else [()] * len(names)
    return {
        name: _typed(column, READS.get(kind)) for name, column, kind in zip(names, columns, kinds[1:], strict=True)
    }, places


def _typed(column: Sequence, read_one: Callable | None) -> Sequence:
    if read_one is None:
        return column
    return [None if value is None else read_one(value) for value in column]
