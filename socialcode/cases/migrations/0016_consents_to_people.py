"""Consents belong to the people now; their table stays as it is."""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [
        ("cases", "0015_how_an_account_on_paper_is_known"),
        ("people", "0009_consents_from_cases"),
    ]

    operations = [
        migrations.SeparateDatabaseAndState(state_operations=[migrations.DeleteModel("Consent")]),
    ]
