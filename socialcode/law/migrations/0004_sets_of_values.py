import uuid

import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models

GUARD = """
CREATE OR REPLACE FUNCTION law_version_guard() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP IN ('DELETE', 'TRUNCATE') THEN
        RAISE EXCEPTION 'values of the law are never deleted' USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    IF OLD.state = 'approved' AND OLD.since <= (now() AT TIME ZONE 'Asia/Almaty')::date THEN
        RAISE EXCEPTION 'a value that has begun is not changed, only followed by another'
            USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    IF OLD.state IN ('returned', 'withdrawn') THEN
        RAISE EXCEPTION 'a returned or withdrawn value stays as it is' USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    IF ROW(NEW.name, NEW.region, NEW.since, NEW.value, NEW.act, NEW.source, NEW.evidence, NEW.reason,
           NEW.recorded_at, NEW.entered_by_id{of_set_new})
       IS DISTINCT FROM
       ROW(OLD.name, OLD.region, OLD.since, OLD.value, OLD.act, OLD.source, OLD.evidence, OLD.reason,
           OLD.recorded_at, OLD.entered_by_id{of_set_old}) THEN
        RAISE EXCEPTION 'what was entered is not changed, only decided on'
            USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    RETURN NEW;
END;
$$;
"""


def guard(*, of_set):
    new, old = (f", {row}.entered_with_id" if of_set else "" for row in ("NEW", "OLD"))
    return GUARD.replace("{of_set_new}", new).replace("{of_set_old}", old)


class Migration(migrations.Migration):
    dependencies = [
        ("law", "0003_evidence_may_be_assumed"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="ValueSet",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("key", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ("since", models.DateField()),
                ("act", models.CharField(max_length=300)),
                ("entered_at", models.DateTimeField(default=django.utils.timezone.now)),
                (
                    "entered_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
            options={"ordering": ("-pk",)},
        ),
        migrations.AddField(
            model_name="parameterversion",
            name="entered_with",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="versions",
                to="law.valueset",
            ),
        ),
        migrations.RunSQL(guard(of_set=True), guard(of_set=False)),
    ]
