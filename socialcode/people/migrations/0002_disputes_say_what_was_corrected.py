import django.utils.timezone
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('people', '0001_people_families_and_registers'),
    ]

    operations = [
        migrations.AddField(
            model_name='dispute',
            name='corrected_text',
            field=models.CharField(blank=True, max_length=300),
        ),
        migrations.AddField(
            model_name='membership',
            name='received_at',
            field=models.DateTimeField(default=django.utils.timezone.now),
        ),
        migrations.AddField(
            model_name='membership',
            name='source',
            field=models.CharField(choices=[('population', 'State database of individuals'), ('addresses', 'Address register'), ('civil_status', 'Civil status register'), ('taxes', 'State revenue register'), ('social_insurance', 'State Social Insurance Fund'), ('pension_fund', 'Unified Accumulative Pension Fund'), ('labour', 'Register of employment contracts'), ('labour_market', 'Labour market register'), ('education', 'National education register'), ('disability', 'Register of persons with disability'), ('property', 'Register of property and vehicles'), ('correction', 'Corrected by an officer')], default='civil_status', max_length=20, verbose_name='Register'),
        ),
        migrations.AlterField(
            model_name='membership',
            name='kin',
            field=models.CharField(choices=[('head', 'Head of the family'), ('spouse', 'Spouse'), ('child', 'Child'), ('parent', 'Parent'), ('other', 'Other relative')], max_length=10, verbose_name='Place in the family'),
        ),
        migrations.AlterField(
            model_name='membership',
            name='since',
            field=models.DateField(verbose_name='From'),
        ),
        migrations.AlterField(
            model_name='membership',
            name='until',
            field=models.DateField(blank=True, null=True, verbose_name='Until'),
        ),
    ]
