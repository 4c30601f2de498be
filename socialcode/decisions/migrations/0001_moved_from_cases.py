"""The tables of the room `cases` belong to this room now; nothing in the database changes."""

import uuid

import django.core.serializers.json
import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True
    dependencies = [
        ("accounts", "0004_counts_of_attempts"),
        ("cases", "0006_who_acts_for_the_person"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.SeparateDatabaseAndState(
            state_operations=[
                migrations.CreateModel(
                    name="Assessment",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("provision", models.CharField(max_length=60)),
                        ("on", models.DateField()),
                        ("region", models.CharField(blank=True, max_length=9)),
                        ("facts", models.JSONField(encoder=django.core.serializers.json.DjangoJSONEncoder)),
                        ("outcome", models.CharField(max_length=10)),
                        ("amount", models.DecimalField(blank=True, decimal_places=2, max_digits=14, null=True)),
                        ("explanation", models.JSONField(encoder=django.core.serializers.json.DjangoJSONEncoder)),
                        ("law_version", models.CharField(max_length=64)),
                        ("made_at", models.DateTimeField(default=django.utils.timezone.now)),
                        (
                            "claim",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="assessments",
                                to="cases.claim",
                            ),
                        ),
                    ],
                    options={
                        "db_table": "cases_assessment",
                    },
                ),
                migrations.CreateModel(
                    name="Decision",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("key", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        (
                            "kind",
                            models.CharField(
                                choices=[("grant", "Grant"), ("partly", "Partly grant"), ("refuse", "Refuse")],
                                max_length=6,
                            ),
                        ),
                        ("amount", models.DecimalField(blank=True, decimal_places=2, max_digits=14, null=True)),
                        ("starts_on", models.DateField(blank=True, null=True)),
                        ("ends_on", models.DateField(blank=True, null=True)),
                        ("unmet", models.JSONField(default=list)),
                        ("reason", models.TextField(blank=True)),
                        ("override_reason", models.TextField(blank=True)),
                        ("approvers_needed", models.PositiveSmallIntegerField(default=1)),
                        ("decided_at", models.DateTimeField(default=django.utils.timezone.now)),
                        (
                            "assessment",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="decisions",
                                to="decisions.assessment",
                            ),
                        ),
                        (
                            "claim",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="decisions", to="cases.claim"
                            ),
                        ),
                        (
                            "decided_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="decisions",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "db_table": "cases_decision",
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("amount", None), ("ends_on", None), ("kind", "refuse"), ("starts_on", None)
                                    ),
                                    models.Q(("kind", "refuse"), _negated=True),
                                    _connector="OR",
                                ),
                                name="refusal_has_no_money",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("kind", "grant"),
                                    models.Q(("reason", ""), _negated=True),
                                    models.Q(("unmet", []), _negated=True),
                                    _connector="OR",
                                ),
                                name="unfavourable_decision_has_a_reason",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Approval",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "verdict",
                            models.CharField(
                                choices=[("agree", "Agree"), ("return", "Return to the officer")], max_length=6
                            ),
                        ),
                        ("reason", models.TextField(blank=True)),
                        ("at", models.DateTimeField(default=django.utils.timezone.now)),
                        (
                            "by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="approvals",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "decision",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="approvals",
                                to="decisions.decision",
                            ),
                        ),
                    ],
                    options={
                        "db_table": "cases_approval",
                        "constraints": [
                            models.UniqueConstraint(fields=("decision", "by"), name="one_verdict_a_person"),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("verdict", "agree"), models.Q(("reason", ""), _negated=True), _connector="OR"
                                ),
                                name="return_has_a_reason",
                            ),
                        ],
                    },
                ),
            ],
        ),
    ]
