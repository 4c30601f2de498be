"""For whom a claim is has the key that awards have; what a warning found tells it from others of its kind."""

import django.contrib.postgres.fields
import django.contrib.postgres.indexes
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models
from django.db.models.functions import MD5, Cast


class Migration(migrations.Migration):

    dependencies = [
        ('accounts', '0004_counts_of_attempts'),
        ('awards', '0006_whom_a_right_is_for'),
        ('cases', '0013_time_stands_still_and_days_begin_when_told'),
        ('people', '0008_people_by_day_of_birth'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.RemoveConstraint(
            model_name='claim',
            name='one_open_claim_of_a_kind',
        ),
        migrations.RemoveConstraint(
            model_name='flag',
            name='one_flag_of_a_kind',
        ),
        migrations.AddField(
            model_name='claim',
            name='named',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='claims', to='awards.namedperson'),
        ),
        migrations.AddField(
            model_name='claim',
            name='together',
            field=models.UUIDField(blank=True, editable=False, null=True),
        ),
        migrations.AddField(
            model_name='claim',
            name='whom',
            field=django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=60), blank=True, default=list, size=None),
        ),
        migrations.RunSQL(
            """
            UPDATE cases_claim SET whom = ARRAY['person:' || coalesce(subject_id, person_id)]
            WHERE status NOT IN ('granted', 'refused', 'withdrawn')
            """,
            migrations.RunSQL.noop,
        ),
        migrations.AddIndex(
            model_name='claim',
            index=django.contrib.postgres.indexes.GinIndex(condition=models.Q(('status__in', ('granted', 'refused', 'withdrawn')), _negated=True), fields=['whom'], name='claim_open_whom'),
        ),
        migrations.AddIndex(
            model_name='claim',
            index=models.Index(condition=models.Q(('together__isnull', False)), fields=['together'], name='claim_together'),
        ),
        migrations.AddConstraint(
            model_name='claim',
            constraint=models.UniqueConstraint(condition=models.Q(('status__in', ('granted', 'refused', 'withdrawn')), _negated=True), fields=('provision', 'person', 'subject', 'named'), name='one_open_claim_of_a_kind', nulls_distinct=False, violation_error_message='There is already an open claim for this.'),
        ),
        migrations.AddConstraint(
            model_name='flag',
            constraint=models.UniqueConstraint('claim', 'kind', MD5(Cast('details', models.TextField())), name='one_flag_of_a_finding', violation_error_message='This warning is there already.'),
        ),
    ]
