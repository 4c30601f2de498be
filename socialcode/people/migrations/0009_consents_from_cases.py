"""Consents belong to this room now; nothing in the database changes, their table keeps its name."""

import django.db.models.deletion
import django.utils.timezone
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('cases', '0015_how_an_account_on_paper_is_known'),
        ('people', '0008_people_by_day_of_birth'),
    ]

    operations = [
        migrations.SeparateDatabaseAndState(
            state_operations=[
                migrations.CreateModel(
                    name='Consent',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('purpose', models.CharField(max_length=60)),
                        ('scope', models.JSONField()),
                        ('text_version', models.CharField(max_length=20)),
                        ('language', models.CharField(choices=[('kk', 'Қазақша'), ('ru', 'Русский'), ('en', 'English')], max_length=2)),
                        ('given_at', models.DateTimeField(default=django.utils.timezone.now)),
                        ('is_paper', models.BooleanField(default=False)),
                        ('claim', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='consents', to='cases.claim')),
                        ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='consents', to='people.person')),
                    ],
                    options={
                        'db_table': 'cases_consent',
                    },
                ),
            ],
        ),
    ]
