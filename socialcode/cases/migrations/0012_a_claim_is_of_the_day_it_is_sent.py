"""When answers were given and what registers said then: a draft waits for the day it is sent."""

import django.core.serializers.json
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('cases', '0011_an_organisation_may_be_paid'),
    ]

    operations = [
        migrations.AddField(
            model_name='claim',
            name='answered_on',
            field=models.JSONField(default=dict),
        ),
        migrations.AddField(
            model_name='claim',
            name='begun_with',
            field=models.JSONField(default=dict, encoder=django.core.serializers.json.DjangoJSONEncoder),
        ),
    ]
