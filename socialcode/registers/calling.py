"""The triggers by which a register's table calls the families that a change concerns."""

from django.db.migrations.operations import RunSQL

FUNCTION = """
CREATE FUNCTION registers_call_families() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF current_setting('socialcode.calls_no_family', true) = 'on' THEN
        RETURN NULL;
    END IF;
    EXECUTE format(
        'INSERT INTO registers_changedfamily (family_id)
         SELECT DISTINCT m.family_id FROM changed c JOIN people_membership m ON m.%I = c.%I', TG_ARGV[1], TG_ARGV[0]
    );
    RETURN NULL;
END;
$$;
"""
NO_FUNCTION = "DROP FUNCTION registers_call_families();"
EVENTS = {"INSERT": "NEW", "UPDATE": "NEW", "DELETE": "OLD"}


def name_of(event: str, table: str) -> str:
    """The name of the trigger that calls families when rows of a table are inserted, updated or deleted."""
    return f"{table}_{event.lower()}_calls_families"


def calls_families(table: str, column: str = "person_id", by: str = "person_id") -> RunSQL:
    """A step of a migration: from now on a change of the table calls the families of whoever `column` names.

    `by` is the column of memberships that it is compared with. A statement calls each family once, however many rows it
    changes. Whoever fills an empty register for the whole country, which is worked out afresh then, sets
    `socialcode.calls_no_family` to `on` for the transaction.
    """
    made = [
        f"""CREATE TRIGGER {name_of(event, table)} AFTER {event} ON {table}
            REFERENCING {kept} TABLE AS changed FOR EACH STATEMENT
            EXECUTE FUNCTION registers_call_families('{column}', '{by}');"""
        for event, kept in EVENTS.items()
    ]
    return RunSQL("\n".join(made), "\n".join(f"DROP TRIGGER {name_of(event, table)} ON {table};" for event in EVENTS))
