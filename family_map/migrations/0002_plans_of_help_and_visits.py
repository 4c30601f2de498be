import django.db.models.deletion
import django.utils.timezone
import uuid
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('accounts', '0007_new_sessions_of_a_place'),
        ('family_map', '0001_runs_and_levels'),
        ('people', '0010_registers_of_health_and_credit'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='SupportPlan',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('key', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('of_mobile_group', models.BooleanField(default=False)),
                ('levels_at_start', models.CharField(max_length=4)),
                ('opened_at', models.DateTimeField(default=django.utils.timezone.now)),
                ('closed_at', models.DateTimeField(blank=True, null=True)),
                ('result', models.TextField(blank=True, verbose_name='What came of the plan')),
                ('looked_at', models.DateTimeField(blank=True, null=True)),
                ('closed_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('family', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='support_plans', to='people.family')),
                ('follows', models.OneToOneField(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='followed_by', to='family_map.supportplan')),
                ('office', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.office')),
                ('opened_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ('-pk',),
            },
        ),
        migrations.CreateModel(
            name='PlanStep',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('key', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('what', models.CharField(max_length=300, verbose_name='What is done')),
                ('who', models.CharField(choices=[('family', 'The family'), ('officer', 'The officer'), ('group', 'The mobile group'), ('other', 'Another body')], max_length=8, verbose_name='Who does it')),
                ('until', models.DateField(verbose_name='Until')),
                ('added_at', models.DateTimeField(default=django.utils.timezone.now)),
                ('done_on', models.DateField(blank=True, null=True)),
                ('result', models.TextField(blank=True, verbose_name='What came of it')),
                ('added_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('plan', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='steps', to='family_map.supportplan')),
            ],
            options={
                'ordering': ('until', 'pk'),
            },
        ),
        migrations.CreateModel(
            name='Visit',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('key', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('sent_as', models.UUIDField(unique=True)),
                ('on', models.DateField(verbose_name='Day of the visit')),
                ('note', models.TextField(verbose_name='What was seen and agreed')),
                ('written_at', models.DateTimeField(default=django.utils.timezone.now)),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('family', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='visits', to='people.family')),
                ('office', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.office')),
                ('plan', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='visits', to='family_map.supportplan')),
            ],
            options={
                'ordering': ('-on', '-pk'),
            },
        ),
        migrations.AddConstraint(
            model_name='supportplan',
            constraint=models.UniqueConstraint(condition=models.Q(('closed_at', None)), fields=('family',), name='one_open_plan_of_a_family', violation_error_message='This family has an open plan already.'),
        ),
        migrations.AddConstraint(
            model_name='supportplan',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('closed_at', None), ('closed_by', None), ('result', '')), models.Q(('closed_at__isnull', False), ('closed_by__isnull', False), models.Q(('result', ''), _negated=True)), _connector='OR'), name='closed_plan_has_a_result', violation_error_message='Say in a sentence what came of the plan.'),
        ),
        migrations.AddConstraint(
            model_name='planstep',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('done_on', None), ('result', '')), models.Q(('done_on__isnull', False), models.Q(('result', ''), _negated=True)), _connector='OR'), name='done_step_has_a_result', violation_error_message='Say in a sentence what came of the step.'),
        ),
        migrations.AddConstraint(
            model_name='visit',
            constraint=models.CheckConstraint(condition=models.Q(('note', ''), _negated=True), name='visit_says_what_was_seen', violation_error_message='Write in a sentence what was seen and agreed.'),
        ),
    ]
