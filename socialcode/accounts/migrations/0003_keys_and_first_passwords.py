import uuid

import django.contrib.postgres.functions
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("accounts", "0002_offices_and_roles")]

    operations = [
        migrations.AddField(
            model_name="user",
            name="key",
            field=models.UUIDField(
                db_default=django.contrib.postgres.functions.RandomUUID(),
                default=uuid.uuid4,
                editable=False,
                unique=True,
            ),
        ),
        migrations.AddField(
            model_name="user",
            name="password_is_temporary",
            field=models.BooleanField(default=False),
        ),
    ]
