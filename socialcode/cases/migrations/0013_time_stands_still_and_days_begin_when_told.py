"""The office's time stands still while a person is asked, and the person's days begin when they are told."""

import django.db.models.deletion
from django.db import migrations, models
from django.db.models.functions import TruncDate


def told_so_far(apps, schema_editor):
    """What was asked before this was kept counts as told on the day it was asked."""
    for name, begun in (("Correction", "asked_at"), ("Hearing", "opened_at")):
        model = apps.get_model("cases", name)
        model.objects.update(told_on=TruncDate(begun))


class Migration(migrations.Migration):

    dependencies = [
        ('cases', '0012_a_claim_is_of_the_day_it_is_sent'),
        ('notices', '0002_delivery_letters_and_wrong_codes'),
    ]

    operations = [
        migrations.AddField(
            model_name='claim',
            name='stopped_on',
            field=models.DateField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name='correction',
            name='told_on',
            field=models.DateField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name='correction',
            name='notice',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='notices.notice'),
        ),
        migrations.AddField(
            model_name='hearing',
            name='told_on',
            field=models.DateField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name='hearing',
            name='notice',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='notices.notice'),
        ),
        migrations.RunPython(told_so_far, migrations.RunPython.noop),
    ]
