"""How long a draft is kept is a dated value: the row says when it was kept, and no longer until when."""

from django.contrib.postgres.operations import AddIndexConcurrently, RemoveIndexConcurrently
from django.db import migrations, models


class Migration(migrations.Migration):

    atomic = False

    dependencies = [
        ('drafts', '0001_drafts'),
    ]

    operations = [
        RemoveIndexConcurrently(model_name='draft', name='draft_until'),
        migrations.RemoveField(model_name='draft', name='until'),
        AddIndexConcurrently(model_name='draft', index=models.Index(fields=['kept_at'], name='draft_kept_at')),
    ]
