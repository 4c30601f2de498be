"""What the office asks the person to mend or add is a request for information. Every row and what it says stay."""

import django.db.models.deletion
from django.db import migrations, models
from django.db.models import Q


class Migration(migrations.Migration):
    dependencies = [
        ("cases", "0016_consents_to_people"),
    ]

    operations = [
        migrations.RenameModel("Correction", "InformationRequest"),
        migrations.AlterField(
            model_name="informationrequest",
            name="claim",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="information_requests", to="cases.claim"
            ),
        ),
        migrations.RenameIndex(
            model_name="informationrequest", old_name="correction_waiting", new_name="information_request_waiting"
        ),
        migrations.RemoveConstraint("informationrequest", "one_open_correction_a_claim"),
        migrations.AddConstraint(
            "informationrequest",
            models.UniqueConstraint(
                condition=Q(closed_at=None),
                fields=("claim",),
                name="one_open_request_a_claim",
                violation_error_message="The office already waits for an answer to this claim.",
            ),
        ),
    ]
