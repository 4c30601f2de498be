"""The index of the queues, built while deliveries go on."""

from django.contrib.postgres.operations import AddIndexConcurrently, RemoveIndexConcurrently
from django.db import migrations, models


class Migration(migrations.Migration):

    atomic = False

    dependencies = [
        ('notices', '0003_urgency'),
    ]

    operations = [
        AddIndexConcurrently(
            model_name='delivery',
            index=models.Index(condition=models.Q(('state__in', ['waiting', 'sending'])), fields=['state', 'urgency', 'next_try_at'], name='delivery_queues'),
        ),
        RemoveIndexConcurrently(
            model_name='delivery',
            name='delivery_queue',
        ),
    ]
