"""An organisation, such as an employer, may receive the money instead of a person."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('awards', '0004_one_right_one_award'),
        ('decisions', '0003_sentences_of_constraints'),
        ('people', '0007_legal_representation'),
    ]

    operations = [
        migrations.AddField(
            model_name='award',
            name='organisation',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='awards', to='people.organisation'),
        ),
        migrations.AlterField(
            model_name='award',
            name='person',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='awards', to='people.person'),
        ),
        migrations.AddConstraint(
            model_name='award',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('organisation', None), ('person__isnull', False)), models.Q(('organisation__isnull', False), ('person', None)), _connector='OR'), name='award_has_one_payee', violation_error_message='Money goes either to a person or to an organisation.'),
        ),
    ]
