"""An assessment and a decision are about one claim, award or complaint; a complaint is a row that is only added."""

import uuid

import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models

GUARD = """
CREATE TRIGGER decisions_appeal_no_change BEFORE UPDATE OR DELETE ON decisions_appeal
    FOR EACH ROW EXECUTE FUNCTION cases_row_is_only_added();
CREATE TRIGGER decisions_appeal_no_truncate BEFORE TRUNCATE ON decisions_appeal
    FOR EACH STATEMENT EXECUTE FUNCTION cases_row_is_only_added();
"""
UNGUARD = """
DROP TRIGGER decisions_appeal_no_truncate ON decisions_appeal;
DROP TRIGGER decisions_appeal_no_change ON decisions_appeal;
"""


def about(model, related_name):
    return models.ForeignKey(
        blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name=related_name, to=model
    )


def only(named):
    return models.Q(**{f"{other}__isnull": other != named for other in ("claim", "award", "appeal")})


def about_one(model):
    plural = f"{model}s"
    return [
        migrations.AlterField(model, "claim", about("cases.claim", plural)),
        migrations.AddField(model, "award", about("awards.award", plural)),
        migrations.AddField(model, "appeal", about("decisions.appeal", plural)),
        migrations.AddConstraint(
            model,
            models.CheckConstraint(
                condition=only("claim") | only("award") | only("appeal"),
                name=f"{model}_is_about_one_thing",
                violation_error_message="A decision is about one claim, one award or one complaint.",
            ),
        ),
    ]


class Migration(migrations.Migration):
    dependencies = [
        ("decisions", "0001_moved_from_cases"),
        ("awards", "0001_moved_from_cases"),
        ("cases", "0007_rooms_of_their_own"),
        ("people", "0004_this_portals_awards_as_a_source"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Appeal",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("key", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ("text", models.TextField(verbose_name="What is wrong with the decision")),
                ("filed_at", models.DateTimeField(default=django.utils.timezone.now)),
                (
                    "decision",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="appeals", to="decisions.decision"
                    ),
                ),
                (
                    "filed_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="appeals",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="appeals", to="people.person"
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("decision", "person"),
                        name="one_appeal_of_a_person",
                        violation_error_message="There is already a complaint about this decision.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("text", ""), _negated=True),
                        name="appeal_says_what_is_wrong",
                        violation_error_message="Say in a sentence what is wrong with the decision.",
                    ),
                ],
            },
        ),
        *about_one("assessment"),
        *about_one("decision"),
        migrations.RunSQL(GUARD, UNGUARD),
    ]
