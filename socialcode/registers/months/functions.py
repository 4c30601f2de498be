"""What PostgreSQL has to know of twelve months: functions over arrays, and the views with a row for each month.

Arrays have twelve places, January first; `places` are bits, that of January lowest. Steps of migrations are made of
these texts: what is changed here needs a migration of its own.
"""

from django.db.migrations.operations import RunSQL

MONTHS = range(1, 13)


def _each(expression: str) -> str:
    """An array in which the expression stands once for each month; `{m}` in it is the month, `{bit}` its bit."""
    return f"ARRAY[{', '.join(expression.format(m=m, bit=1 << (m - 1)) for m in MONTHS)}]"


def _function(signature: str, result: str, body: str) -> str:
    return f"CREATE FUNCTION {signature} RETURNS {result} LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$ SELECT {body} $$;"


FUNCTIONS = "\n".join(
    (
        # What the first says, and where it is silent the second
        _function(
            "months_either(first anyarray, second anyarray)", "anyarray", _each("coalesce(first[{m}], second[{m}])")
        ),
        _function(
            "months_picked(kept anyarray, places integer)",
            "anyarray",
            _each("CASE WHEN places & {bit} <> 0 THEN kept[{m}] END"),
        ),
        # Whether both say something of one month
        _function(
            "months_meet(first anyarray, second anyarray)",
            "boolean",
            " OR ".join(f"(first[{m}] IS NOT NULL AND second[{m}] IS NOT NULL)" for m in MONTHS),
        ),
        # The day on which each month that is said was received, and back: the days that are not the usual one
        _function(
            "months_days(usual date, each date[], amounts numeric[])",
            "date[]",
            _each("CASE WHEN amounts[{m}] IS NOT NULL THEN coalesce(each[{m}], usual) END"),
        ),
        _function(
            "months_unusual(usual date, days date[])",
            "date[]",
            f"nullif({_each('nullif(days[{m}], usual)')}, array_fill(NULL::date, ARRAY[12]))",
        ),
    )
)
NO_FUNCTIONS = """
DROP FUNCTION months_either(anyarray, anyarray), months_picked(anyarray, integer), months_meet(anyarray, anyarray),
    months_days(date, date[], numeric[]), months_unusual(date, date[]);
"""


def shown_by_month(view: str, table: str, columns: dict[str, str]) -> RunSQL:
    """A step of a migration: a view with a row for each month of a year's table of which something is said.

    `columns` are arrays of the table by the names that they have in the view.
    """
    said = ", ".join(f"y.{array}[m.place] AS {name}" for name, array in columns.items())
    made = f"""
        CREATE VIEW {view} AS
        SELECT y.id * 12 + m.place - 1 AS id, y.person_id, y.source,
            coalesce(y.received_each[m.place], y.received_on) AS received_on, y.ended_at,
            make_date(y.year, m.place, 1) AS month, y.kind, {said}
        FROM {table} y CROSS JOIN generate_series(1, 12) AS m(place) WHERE y.amounts[m.place] IS NOT NULL;
    """  # noqa: S608 - names of ours
    return RunSQL(made, f"DROP VIEW {view};")
