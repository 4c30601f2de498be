import uuid

from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True
    dependencies = []

    operations = [
        migrations.CreateModel(
            name="Document",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("key", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ("name", models.CharField(max_length=200)),
                ("content_type", models.CharField(max_length=40)),
                ("size", models.PositiveIntegerField()),
                (
                    "scan",
                    models.CharField(
                        choices=[
                            ("waiting", "Being checked for viruses"),
                            ("clean", "No virus found"),
                            ("infected", "A virus was found"),
                            ("not_scanned", "Not checked for viruses"),
                        ],
                        default="waiting",
                        max_length=11,
                    ),
                ),
            ],
            options={
                "indexes": [
                    models.Index(condition=models.Q(("scan", "waiting")), fields=["id"], name="document_waiting")
                ],
            },
        ),
    ]
