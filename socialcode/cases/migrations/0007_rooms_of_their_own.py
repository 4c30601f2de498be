"""Decisions, awards and checks of decisions have rooms of their own; their tables stay as they are."""

from django.db import migrations

MOVED = ("Review", "Sample", "Award", "Approval", "Decision", "Assessment")


class Migration(migrations.Migration):
    dependencies = [
        ("cases", "0006_who_acts_for_the_person"),
        ("decisions", "0001_moved_from_cases"),
        ("awards", "0001_moved_from_cases"),
        ("oversight", "0001_moved_from_cases"),
    ]

    operations = [
        migrations.SeparateDatabaseAndState(
            state_operations=[migrations.DeleteModel(name) for name in MOVED],
        ),
    ]
