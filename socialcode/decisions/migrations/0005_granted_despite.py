"""Why money is granted although a part of the claim was not looked at, or is not in order."""

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('decisions', '0004_what_reaches_the_person'),
    ]

    operations = [
        migrations.AddField(
            model_name='decision',
            name='despite',
            field=models.TextField(blank=True, db_default='', default=''),
        ),
    ]
