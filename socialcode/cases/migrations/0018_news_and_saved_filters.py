"""What is new for the staff, filters that they keep, and what a claim came to when it was sent."""

import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('accounts', '0007_new_sessions_of_a_place'),
        ('awards', '0008_every_award_is_for_somebody'),
        ('cases', '0017_requests_for_information'),
        ('people', '0011_words_of_names'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='News',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(choices=[('message', 'Message'), ('answer', 'Answer'), ('objection', 'Objection'), ('paper', 'Paper'), ('term_over', 'No answer came'), ('returned', 'Returned'), ('given', 'Given to you'), ('question', 'Auditor’s question'), ('due', 'Due today')], max_length=10)),
                ('text', models.CharField(blank=True, max_length=200)),
                ('address', models.CharField(blank=True, max_length=200)),
                ('at', models.DateTimeField(default=django.utils.timezone.now)),
                ('on', models.DateField(default=django.utils.timezone.localdate)),
                ('read_at', models.DateTimeField(blank=True, null=True)),
            ],
            options={
                'verbose_name_plural': 'news',
            },
        ),
        migrations.CreateModel(
            name='SavedFilter',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=30, verbose_name='Name of the filter')),
                ('query', models.CharField(max_length=300)),
            ],
            options={
                'ordering': ('name', 'pk'),
            },
        ),
        migrations.AddField(
            model_name='claim',
            name='expected',
            field=models.DecimalField(blank=True, decimal_places=2, max_digits=14, null=True),
        ),
        migrations.AddField(
            model_name='news',
            name='claim',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='news', to='cases.claim'),
        ),
        migrations.AddField(
            model_name='news',
            name='to',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='savedfilter',
            name='user',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddIndex(
            model_name='news',
            index=models.Index(fields=['to', '-id'], name='news_of_somebody'),
        ),
        migrations.AddIndex(
            model_name='news',
            index=models.Index(condition=models.Q(('read_at', None)), fields=['to'], name='news_unread'),
        ),
        migrations.AddIndex(
            model_name='news',
            index=models.Index(condition=models.Q(('read_at', None)), fields=['claim'], name='news_of_claim'),
        ),
        migrations.AddConstraint(
            model_name='news',
            constraint=models.UniqueConstraint(condition=models.Q(('kind', 'due')), fields=('claim', 'on'), name='one_reminder_of_a_day', violation_error_message='That this claim is due today was said already.'),
        ),
        migrations.AddConstraint(
            model_name='savedfilter',
            constraint=models.UniqueConstraint(fields=('user', 'name'), name='one_filter_of_a_name', violation_error_message='You have a filter of this name already.'),
        ),
    ]
