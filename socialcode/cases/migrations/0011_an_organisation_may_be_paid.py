"""An organisation, such as an employer, may receive the money instead of a person."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('cases', '0010_sentences_of_constraints'),
        ('people', '0007_legal_representation'),
    ]

    operations = [
        migrations.AddField(
            model_name='claim',
            name='organisation',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='claims', to='people.organisation'),
        ),
    ]
