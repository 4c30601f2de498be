"""A decision keeps what of its amount reaches the person."""

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('decisions', '0003_sentences_of_constraints'),
    ]

    operations = [
        migrations.AddField(
            model_name='decision',
            name='in_hand',
            field=models.DecimalField(blank=True, decimal_places=2, max_digits=14, null=True),
        ),
    ]
