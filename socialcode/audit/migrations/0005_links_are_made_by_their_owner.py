from django.db import migrations


class Migration(migrations.Migration):
    """The trigger that chains an event acts for the owner of the tables: who serves pages needs no right to write links."""

    dependencies = [("audit", "0004_search_and_chain_checks")]

    operations = [
        migrations.RunSQL(
            "ALTER FUNCTION audit_chain_event() SECURITY DEFINER SET search_path = public, pg_temp;",
            "ALTER FUNCTION audit_chain_event() SECURITY INVOKER RESET search_path;",
        ),
    ]
