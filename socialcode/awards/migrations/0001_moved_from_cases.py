"""The table of the room `cases` belongs to this room now; nothing in the database changes."""

import uuid

import django.contrib.postgres.constraints
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import socialcode.people.models.family


class Migration(migrations.Migration):
    initial = True
    dependencies = [
        ("decisions", "0001_moved_from_cases"),
        ("people", "0004_this_portals_awards_as_a_source"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.SeparateDatabaseAndState(
            state_operations=[
                migrations.CreateModel(
                    name="Award",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("key", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        ("provision", models.CharField(max_length=60)),
                        ("amount", models.DecimalField(blank=True, decimal_places=2, max_digits=14, null=True)),
                        ("since", models.DateField()),
                        ("until", models.DateField(blank=True, null=True)),
                        (
                            "state",
                            models.CharField(
                                choices=[("in_payment", "In payment"), ("suspended", "Suspended"), ("ended", "Ended")],
                                default="in_payment",
                                max_length=10,
                            ),
                        ),
                        ("iban", models.CharField(blank=True, max_length=34)),
                        (
                            "person",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="awards", to="people.person"
                            ),
                        ),
                        (
                            "subject",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="awards_about",
                                to="people.person",
                            ),
                        ),
                        (
                            "decision",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="awarded",
                                to="decisions.decision",
                            ),
                        ),
                    ],
                    options={
                        "db_table": "cases_award",
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("until", None), ("until__gte", models.F("since")), _connector="OR"),
                                name="award_ends_after_start",
                            ),
                            django.contrib.postgres.constraints.ExclusionConstraint(
                                expressions=(
                                    ("provision", "="),
                                    ("subject", "="),
                                    (
                                        socialcode.people.models.family.DateRange("since", "until", models.Value("[]")),
                                        "&&",
                                    ),
                                ),
                                name="one_award_of_a_kind_at_a_time",
                                violation_error_message="This is already granted for some of these days.",
                            ),
                        ],
                        "indexes": [
                            models.Index(fields=["person"], name="award_person"),
                        ],
                    },
                ),
            ],
        ),
    ]
