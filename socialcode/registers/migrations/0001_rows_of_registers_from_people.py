"""Rows of registers and disputes were kept by the room `people`; the tables stay as they are, with their names."""

import django.db.models.deletion
import django.utils.timezone
import uuid
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('people', '0004_this_portals_awards_as_a_source'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.SeparateDatabaseAndState(
            state_operations=[
                migrations.CreateModel(
                    name='Disability',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('source', models.CharField(choices=[('population', 'State database of individuals'), ('addresses', 'Address register'), ('civil_status', 'Civil status register'), ('taxes', 'State revenue register'), ('social_insurance', 'State Social Insurance Fund'), ('pension_fund', 'Unified Accumulative Pension Fund'), ('labour', 'Register of employment contracts'), ('labour_market', 'Labour market register'), ('education', 'National education register'), ('disability', 'Register of persons with disability'), ('property', 'Register of property and vehicles'), ('awards', 'Payments granted by this portal'), ('correction', 'Corrected by an officer')], max_length=20, verbose_name='Register')),
                        ('received_at', models.DateTimeField(default=django.utils.timezone.now)),
                        ('ended_at', models.DateTimeField(blank=True, null=True)),
                        ('since', models.DateField(verbose_name='From')),
                        ('until', models.DateField(blank=True, null=True, verbose_name='Until')),
                        ('group', models.CharField(choices=[('group1', 'Group I'), ('group2', 'Group II'), ('group3', 'Group III'), ('child', 'Child with disability')], max_length=8, verbose_name='Group')),
                        ('cause', models.CharField(blank=True, max_length=100, verbose_name='Cause')),
                        ('capacity_loss', models.PositiveSmallIntegerField(blank=True, null=True, verbose_name='Loss of working capacity, percent')),
                        ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='%(class)s_rows', to='people.person')),
                    ],
                    options={
                        'verbose_name_plural': 'disabilities',
                        'db_table': 'people_disability',
                    },
                ),
                migrations.CreateModel(
                    name='Employment',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('source', models.CharField(choices=[('population', 'State database of individuals'), ('addresses', 'Address register'), ('civil_status', 'Civil status register'), ('taxes', 'State revenue register'), ('social_insurance', 'State Social Insurance Fund'), ('pension_fund', 'Unified Accumulative Pension Fund'), ('labour', 'Register of employment contracts'), ('labour_market', 'Labour market register'), ('education', 'National education register'), ('disability', 'Register of persons with disability'), ('property', 'Register of property and vehicles'), ('awards', 'Payments granted by this portal'), ('correction', 'Corrected by an officer')], max_length=20, verbose_name='Register')),
                        ('received_at', models.DateTimeField(default=django.utils.timezone.now)),
                        ('ended_at', models.DateTimeField(blank=True, null=True)),
                        ('since', models.DateField(verbose_name='From')),
                        ('until', models.DateField(blank=True, null=True, verbose_name='Until')),
                        ('kind', models.CharField(choices=[('contract', 'Employment contract'), ('business', 'Own business'), ('platform', 'Platform work'), ('unemployed', 'Registered as unemployed')], max_length=10, verbose_name='Kind')),
                        ('employer', models.CharField(blank=True, max_length=200, verbose_name='Employer')),
                        ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='%(class)s_rows', to='people.person')),
                    ],
                    options={
                        'db_table': 'people_employment',
                    },
                ),
                migrations.CreateModel(
                    name='Property',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('source', models.CharField(choices=[('population', 'State database of individuals'), ('addresses', 'Address register'), ('civil_status', 'Civil status register'), ('taxes', 'State revenue register'), ('social_insurance', 'State Social Insurance Fund'), ('pension_fund', 'Unified Accumulative Pension Fund'), ('labour', 'Register of employment contracts'), ('labour_market', 'Labour market register'), ('education', 'National education register'), ('disability', 'Register of persons with disability'), ('property', 'Register of property and vehicles'), ('awards', 'Payments granted by this portal'), ('correction', 'Corrected by an officer')], max_length=20, verbose_name='Register')),
                        ('received_at', models.DateTimeField(default=django.utils.timezone.now)),
                        ('ended_at', models.DateTimeField(blank=True, null=True)),
                        ('since', models.DateField(verbose_name='From')),
                        ('until', models.DateField(blank=True, null=True, verbose_name='Until')),
                        ('kind', models.CharField(choices=[('home', 'Home'), ('land', 'Land'), ('vehicle', 'Vehicle'), ('livestock', 'Livestock')], max_length=10, verbose_name='Kind')),
                        ('text', models.CharField(max_length=200, verbose_name='What it is')),
                        ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='%(class)s_rows', to='people.person')),
                    ],
                    options={
                        'verbose_name_plural': 'properties',
                        'db_table': 'people_property',
                    },
                ),
                migrations.CreateModel(
                    name='Study',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('source', models.CharField(choices=[('population', 'State database of individuals'), ('addresses', 'Address register'), ('civil_status', 'Civil status register'), ('taxes', 'State revenue register'), ('social_insurance', 'State Social Insurance Fund'), ('pension_fund', 'Unified Accumulative Pension Fund'), ('labour', 'Register of employment contracts'), ('labour_market', 'Labour market register'), ('education', 'National education register'), ('disability', 'Register of persons with disability'), ('property', 'Register of property and vehicles'), ('awards', 'Payments granted by this portal'), ('correction', 'Corrected by an officer')], max_length=20, verbose_name='Register')),
                        ('received_at', models.DateTimeField(default=django.utils.timezone.now)),
                        ('ended_at', models.DateTimeField(blank=True, null=True)),
                        ('since', models.DateField(verbose_name='From')),
                        ('until', models.DateField(blank=True, null=True, verbose_name='Until')),
                        ('place', models.CharField(max_length=200, verbose_name='School or university')),
                        ('is_full_time', models.BooleanField(default=True, verbose_name='Full-time')),
                        ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='%(class)s_rows', to='people.person')),
                    ],
                    options={
                        'verbose_name_plural': 'studies',
                        'db_table': 'people_study',
                    },
                ),
                migrations.CreateModel(
                    name='AccessQuestion',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('key', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        ('event_key', models.CharField(max_length=60)),
                        ('text', models.TextField(verbose_name='Your question')),
                        ('asked_at', models.DateTimeField(default=django.utils.timezone.now)),
                        ('answer', models.TextField(blank=True, verbose_name='Answer')),
                        ('answered_at', models.DateTimeField(blank=True, null=True)),
                        ('answered_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                        ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='access_questions', to='people.person')),
                    ],
                    options={
                        'db_table': 'people_accessquestion',
                        'constraints': [models.UniqueConstraint(fields=('person', 'event_key'), name='one_question_a_look'), models.CheckConstraint(condition=models.Q(models.Q(('answer', ''), ('answered_at', None), ('answered_by', None)), models.Q(('answered_at__isnull', False), ('answered_by__isnull', False), models.Q(('answer', ''), _negated=True)), _connector='OR'), name='access_question_is_answered_by_somebody')],
                    },
                ),
                migrations.CreateModel(
                    name='Contribution',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('source', models.CharField(choices=[('population', 'State database of individuals'), ('addresses', 'Address register'), ('civil_status', 'Civil status register'), ('taxes', 'State revenue register'), ('social_insurance', 'State Social Insurance Fund'), ('pension_fund', 'Unified Accumulative Pension Fund'), ('labour', 'Register of employment contracts'), ('labour_market', 'Labour market register'), ('education', 'National education register'), ('disability', 'Register of persons with disability'), ('property', 'Register of property and vehicles'), ('awards', 'Payments granted by this portal'), ('correction', 'Corrected by an officer')], max_length=20, verbose_name='Register')),
                        ('received_at', models.DateTimeField(default=django.utils.timezone.now)),
                        ('ended_at', models.DateTimeField(blank=True, null=True)),
                        ('month', models.DateField(verbose_name='Month')),
                        ('kind', models.CharField(choices=[('pension', 'Mandatory pension contribution'), ('professional', 'Mandatory professional pension contribution'), ('employer', 'Employer’s pension contribution'), ('social', 'Social contribution')], max_length=12, verbose_name='Kind')),
                        ('amount', models.DecimalField(decimal_places=2, max_digits=14, verbose_name='Amount')),
                        ('income', models.DecimalField(decimal_places=2, max_digits=14, verbose_name='Income it was taken from')),
                        ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='%(class)s_rows', to='people.person')),
                    ],
                    options={
                        'db_table': 'people_contribution',
                        'indexes': [models.Index(fields=['person', 'kind', 'month'], name='contribution_month')],
                        'constraints': [models.CheckConstraint(condition=models.Q(('month__day', 1)), name='contribution_month_is_its_first_day')],
                    },
                ),
                migrations.CreateModel(
                    name='Dispute',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('key', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        ('row_type', models.CharField(max_length=60)),
                        ('row_key', models.CharField(max_length=60)),
                        ('row_text', models.CharField(max_length=300)),
                        ('says', models.TextField(verbose_name='What is right')),
                        ('raised_at', models.DateTimeField(default=django.utils.timezone.now)),
                        ('state', models.CharField(choices=[('open', 'Waiting for an officer'), ('corrected', 'Corrected'), ('confirmed', 'The register is right')], default='open', max_length=10)),
                        ('resolved_at', models.DateTimeField(blank=True, null=True)),
                        ('reason', models.TextField(blank=True, verbose_name='Reason')),
                        ('corrected_text', models.CharField(blank=True, max_length=300)),
                        ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='disputes', to='people.person')),
                        ('resolved_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ],
                    options={
                        'db_table': 'people_dispute',
                        'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('resolved_at', None), ('resolved_by', None), ('state', 'open')), models.Q(models.Q(('state', 'open'), _negated=True), ('resolved_at__isnull', False), ('resolved_by__isnull', False), models.Q(('reason', ''), _negated=True)), _connector='OR'), name='dispute_is_resolved_with_a_reason'), models.UniqueConstraint(condition=models.Q(('state', 'open')), fields=('row_type', 'row_key'), name='one_open_dispute_a_row')],
                    },
                ),
                migrations.CreateModel(
                    name='Income',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('source', models.CharField(choices=[('population', 'State database of individuals'), ('addresses', 'Address register'), ('civil_status', 'Civil status register'), ('taxes', 'State revenue register'), ('social_insurance', 'State Social Insurance Fund'), ('pension_fund', 'Unified Accumulative Pension Fund'), ('labour', 'Register of employment contracts'), ('labour_market', 'Labour market register'), ('education', 'National education register'), ('disability', 'Register of persons with disability'), ('property', 'Register of property and vehicles'), ('awards', 'Payments granted by this portal'), ('correction', 'Corrected by an officer')], max_length=20, verbose_name='Register')),
                        ('received_at', models.DateTimeField(default=django.utils.timezone.now)),
                        ('ended_at', models.DateTimeField(blank=True, null=True)),
                        ('month', models.DateField(verbose_name='Month')),
                        ('kind', models.CharField(choices=[('wage', 'Wage'), ('business', 'Own business'), ('platform', 'Platform work'), ('pension', 'Pension'), ('benefit', 'Benefit'), ('other', 'Other income')], max_length=10, verbose_name='Kind')),
                        ('amount', models.DecimalField(decimal_places=2, max_digits=14, verbose_name='Amount')),
                        ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='%(class)s_rows', to='people.person')),
                    ],
                    options={
                        'db_table': 'people_income',
                        'indexes': [models.Index(fields=['person', 'month'], name='income_month')],
                        'constraints': [models.CheckConstraint(condition=models.Q(('month__day', 1)), name='income_month_is_its_first_day'), models.CheckConstraint(condition=models.Q(('amount__gte', 0)), name='income_is_not_negative')],
                    },
                ),
            ]
        )
    ]
