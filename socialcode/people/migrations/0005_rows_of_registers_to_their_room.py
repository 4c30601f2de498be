"""Rows of registers and disputes have a room of their own; no table changes, only who speaks for it."""

import django.db.models.deletion
from django.db import migrations, models

MOVED = ("AccessQuestion", "Contribution", "Disability", "Dispute", "Employment", "Income", "Property", "Study")


class Migration(migrations.Migration):
    dependencies = [
        ("people", "0004_this_portals_awards_as_a_source"),
        ("registers", "0001_rows_of_registers_from_people"),
    ]

    operations = [
        migrations.SeparateDatabaseAndState(state_operations=[migrations.DeleteModel(name) for name in MOVED]),
        migrations.AlterField(
            model_name="address",
            name="person",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="%(class)s_rows", to="people.person"
            ),
        ),
    ]
