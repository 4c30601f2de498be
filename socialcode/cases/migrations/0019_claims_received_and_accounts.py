"""Open claims in the order in which they were received, and claims by account: what a queue sorts and a search finds."""

from django.contrib.postgres.operations import AddIndexConcurrently
from django.db import migrations, models
from django.db.models import Q

IN_WORK = ("submitted", "in_review", "correction", "hearing", "approval")


class Migration(migrations.Migration):
    atomic = False
    dependencies = [
        ("cases", "0018_news_and_saved_filters"),
    ]

    operations = [
        AddIndexConcurrently(
            "claim",
            models.Index(
                fields=["office", "submitted_at", "id"], condition=Q(status__in=IN_WORK), name="claim_in_work_received"
            ),
        ),
        AddIndexConcurrently(
            "claim", models.Index(fields=["iban"], condition=~Q(iban=""), name="claim_account")
        ),
    ]
