from django.contrib.postgres.operations import AddIndexConcurrently
from django.db import migrations, models


class Migration(migrations.Migration):

    atomic = False

    dependencies = [
        ("vacancies", "0002_words_explained_reminders_market"),
    ]

    operations = [
        AddIndexConcurrently(
            model_name="vacancy",
            index=models.Index(
                condition=models.Q(("state", "open")),
                fields=["trade", "region", "district"],
                include=(
                    "pay_from",
                    "pay_to",
                    "schedule",
                    "accessible",
                    "experience_years",
                    "expires_on",
                    "posted_at",
                    "id",
                ),
                name="vacancy_compared",
            ),
        ),
    ]
