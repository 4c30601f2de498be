"""Texts that an office writes often."""

import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('accounts', '0007_new_sessions_of_a_place'),
        ('cases', '0019_claims_received_and_accounts'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='OfficeText',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('purpose', models.CharField(choices=[('ask', 'Request for information'), ('hear', 'Hearing'), ('write', 'Message'), ('reason', 'Reasons of a decision')], max_length=6, verbose_name='What it is for')),
                ('name', models.CharField(max_length=60, verbose_name='Name of the text')),
                ('kk', models.TextField(max_length=4000, verbose_name='In Kazakh')),
                ('ru', models.TextField(max_length=4000, verbose_name='In Russian')),
                ('changed_at', models.DateTimeField(default=django.utils.timezone.now)),
                ('removed_at', models.DateTimeField(blank=True, null=True)),
                ('changed_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('office', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.office')),
            ],
            options={
                'ordering': ('purpose', 'name', 'pk'),
                'constraints': [models.UniqueConstraint(condition=models.Q(('removed_at', None)), fields=('office', 'purpose', 'name'), name='one_text_of_a_name', violation_error_message='The office has a text of this name already.')],
            },
        ),
    ]
