"""The statements that write months: what is said is added to the year's row, what is not so any more leaves it."""

ADD = """
INSERT INTO {table} AS y (person_id, year, kind, source, received_on, {arrays}) {given}
ON CONFLICT (person_id, year, kind, source, ended_at) DO UPDATE SET {merged}, received_each = months_unusual(
    y.received_on, months_either(
        months_days(y.received_on, y.received_each, y.amounts),
        months_days(EXCLUDED.received_on, NULL, EXCLUDED.amounts)
    )
) WHERE NOT months_meet(y.amounts, EXCLUDED.amounts)
RETURNING id, person_id, year, kind, source
"""
END = """
WITH given (id, places) AS ({given}), ended AS (
    INSERT INTO {table} (person_id, year, kind, source, received_on, received_each, ended_at, {arrays})
    SELECT y.person_id, y.year, y.kind, y.source, y.received_on, months_unusual(y.received_on, months_days(
        y.received_on, y.received_each, months_picked(y.amounts, given.places)
    )), %(now)s, {picked} FROM given JOIN {table} y USING (id) RETURNING id
), remains AS (
    UPDATE {table} y SET {remaining}, received_each = months_unusual(
        y.received_on, months_days(y.received_on, y.received_each, months_picked(y.amounts, ~given.places))
    ) FROM given WHERE y.id = given.id
)
SELECT id FROM ended
"""
FORGET_EMPTY = "DELETE FROM {table} WHERE id IN ({given}) AND amounts = array_fill(NULL::numeric, ARRAY[12])"


def words_for(table: str, arrays: list[str]) -> dict[str, str]:
    """What stands in the places of the statements but for `given`, for a table with these arrays of amounts."""
    return {
        "table": table,
        "arrays": ", ".join(arrays),
        "merged": ", ".join(f"{name} = months_either(y.{name}, EXCLUDED.{name})" for name in arrays),
        "picked": ", ".join(f"months_picked(y.{name}, given.places)" for name in arrays),
        "remaining": ", ".join(f"{name} = months_picked(y.{name}, ~given.places)" for name in arrays),
    }
