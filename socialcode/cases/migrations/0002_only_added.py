from django.db import migrations

TABLES = ("cases_assessment", "cases_decision", "cases_approval", "cases_consent", "cases_note")

FUNCTION = """
CREATE FUNCTION cases_row_is_only_added() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION '% rows are only added', TG_TABLE_NAME USING ERRCODE = 'integrity_constraint_violation';
END;
$$;
"""
GUARD = """
CREATE TRIGGER {table}_no_change BEFORE UPDATE OR DELETE ON {table}
    FOR EACH ROW EXECUTE FUNCTION cases_row_is_only_added();
CREATE TRIGGER {table}_no_truncate BEFORE TRUNCATE ON {table}
    FOR EACH STATEMENT EXECUTE FUNCTION cases_row_is_only_added();
"""
UNGUARD = """
DROP TRIGGER {table}_no_truncate ON {table};
DROP TRIGGER {table}_no_change ON {table};
"""


class Migration(migrations.Migration):
    dependencies = [("cases", "0001_claims_decisions_and_awards")]

    operations = [
        migrations.RunSQL(FUNCTION, "DROP FUNCTION cases_row_is_only_added();"),
        *(migrations.RunSQL(GUARD.format(table=table), UNGUARD.format(table=table)) for table in TABLES),
    ]
