import django.db.models.deletion
import django.utils.timezone
import uuid
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Run',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('key', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('scope', models.CharField(choices=[('country', 'All families'), ('changes', 'Families whose data changed')], default='country', max_length=8)),
                ('on', models.DateField(verbose_name='Day')),
                ('asked_at', models.DateTimeField(default=django.utils.timezone.now)),
                ('sliced_at', models.DateTimeField(blank=True, null=True)),
                ('paused_at', models.DateTimeField(blank=True, null=True)),
                ('cancelled_at', models.DateTimeField(blank=True, null=True)),
                ('finished_at', models.DateTimeField(blank=True, null=True)),
                ('indicators', models.JSONField(default=list)),
                ('values_hash', models.CharField(max_length=64)),
                ('code_hash', models.CharField(max_length=64)),
                ('input_hash', models.CharField(blank=True, max_length=64)),
                ('result_hash', models.CharField(blank=True, max_length=64)),
                ('report', models.JSONField(blank=True, default=dict)),
                ('asked_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ('-pk',),
            },
        ),
        migrations.CreateModel(
            name='FamilyLevel',
            fields=[
                ('region', models.CharField(blank=True, max_length=9)),
                ('district', models.CharField(blank=True, max_length=9)),
                ('is_rural', models.BooleanField(null=True)),
                ('members', models.PositiveSmallIntegerField()),
                ('children', models.PositiveSmallIntegerField()),
                ('level', models.CharField(max_length=1, null=True)),
                ('level_at_best', models.CharField(max_length=1)),
                ('level_at_worst', models.CharField(max_length=1)),
                ('is_poor', models.BooleanField(null=True)),
                ('points_at_best', models.PositiveSmallIntegerField()),
                ('points_at_worst', models.PositiveSmallIntegerField()),
                ('by_points', models.CharField(max_length=1, null=True)),
                ('lacking', models.BigIntegerField()),
                ('unknown', models.BigIntegerField()),
                ('family_id', models.BigIntegerField(primary_key=True, serialize=False)),
                ('run', models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='levels', to='family_map.run')),
            ],
        ),
        migrations.CreateModel(
            name='EarlierLevel',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('region', models.CharField(blank=True, max_length=9)),
                ('district', models.CharField(blank=True, max_length=9)),
                ('is_rural', models.BooleanField(null=True)),
                ('members', models.PositiveSmallIntegerField()),
                ('children', models.PositiveSmallIntegerField()),
                ('level', models.CharField(max_length=1, null=True)),
                ('level_at_best', models.CharField(max_length=1)),
                ('level_at_worst', models.CharField(max_length=1)),
                ('is_poor', models.BooleanField(null=True)),
                ('points_at_best', models.PositiveSmallIntegerField()),
                ('points_at_worst', models.PositiveSmallIntegerField()),
                ('by_points', models.CharField(max_length=1, null=True)),
                ('lacking', models.BigIntegerField()),
                ('unknown', models.BigIntegerField()),
                ('family_id', models.BigIntegerField()),
                ('replaced_by', models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='replaced', to='family_map.run')),
                ('run', models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='family_map.run')),
            ],
        ),
        migrations.CreateModel(
            name='Slice',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('first', models.BigIntegerField()),
                ('last', models.BigIntegerField()),
                ('expected', models.PositiveIntegerField()),
                ('done_at', models.DateTimeField(blank=True, null=True)),
                ('done_by', models.CharField(blank=True, max_length=100)),
                ('families', models.PositiveIntegerField(blank=True, null=True)),
                ('persons', models.PositiveIntegerField(blank=True, null=True)),
                ('changed', models.PositiveIntegerField(blank=True, null=True)),
                ('input_sum', models.DecimalField(blank=True, decimal_places=0, max_digits=40, null=True)),
                ('result_sum', models.DecimalField(blank=True, decimal_places=0, max_digits=40, null=True)),
                ('is_part', models.BooleanField(default=False)),
                ('failures', models.PositiveSmallIntegerField(default=0)),
                ('failure', models.CharField(blank=True, max_length=300)),
                ('run', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='slices', to='family_map.run')),
            ],
        ),
        migrations.AddConstraint(
            model_name='run',
            constraint=models.UniqueConstraint(models.Value(1), condition=models.Q(('cancelled_at', None), ('finished_at', None)), name='one_unfinished_run', violation_error_message='A calculation is already on its way. Wait for it, or call it off.'),
        ),
        migrations.AddConstraint(
            model_name='run',
            constraint=models.CheckConstraint(condition=models.Q(('finished_at', None), ('cancelled_at', None), _connector='OR'), name='run_is_finished_or_called_off', violation_error_message='This calculation is finished: it cannot be called off any more.'),
        ),
        migrations.AddConstraint(
            model_name='run',
            constraint=models.CheckConstraint(condition=models.Q(('finished_at', None), models.Q(('result_hash', ''), _negated=True), _connector='OR'), name='finished_run_has_a_result', violation_error_message='A finished calculation has a result.'),
        ),
        migrations.AddIndex(
            model_name='familylevel',
            index=models.Index(fields=['region', 'district', 'level_at_best'], name='level_of_a_territory'),
        ),
        migrations.AddIndex(
            model_name='familylevel',
            index=models.Index(fields=['run'], name='level_by_run'),
        ),
        migrations.AddIndex(
            model_name='earlierlevel',
            index=models.Index(fields=['replaced_by'], name='earlier_level_by_run'),
        ),
        migrations.AddConstraint(
            model_name='earlierlevel',
            constraint=models.UniqueConstraint(fields=('family_id', 'replaced_by'), name='one_earlier_level_a_run'),
        ),
        migrations.AddIndex(
            model_name='slice',
            index=models.Index(condition=models.Q(('done_at', None)), fields=['run'], name='slices_left'),
        ),
        migrations.AddConstraint(
            model_name='slice',
            constraint=models.UniqueConstraint(fields=('run', 'first'), name='one_slice_of_a_family', violation_error_message='These families are already in another part of the calculation.'),
        ),
        migrations.AddConstraint(
            model_name='slice',
            constraint=models.CheckConstraint(condition=models.Q(('last__gte', models.F('first'))), name='slice_ends_after_its_start', violation_error_message='A part of the calculation ends before it begins.'),
        ),
    ]
