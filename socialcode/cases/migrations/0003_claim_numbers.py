from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("cases", "0002_only_added")]

    operations = [
        migrations.RunSQL("CREATE SEQUENCE cases_claim_number;", "DROP SEQUENCE cases_claim_number;"),
    ]
