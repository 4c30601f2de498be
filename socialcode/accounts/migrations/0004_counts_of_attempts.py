from django.db import migrations


class Migration(migrations.Migration):
    """The table of CACHES in the settings, as Django's createcachetable makes it."""

    dependencies = [("accounts", "0003_keys_and_first_passwords")]

    operations = [
        migrations.RunSQL(
            """
            CREATE TABLE portal_cache (
                cache_key varchar(255) NOT NULL PRIMARY KEY,
                value text NOT NULL,
                expires timestamp with time zone NOT NULL
            );
            CREATE INDEX portal_cache_expires ON portal_cache (expires);
            """,
            "DROP TABLE portal_cache;",
        ),
    ]
