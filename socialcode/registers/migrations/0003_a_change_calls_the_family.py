import django.contrib.postgres.functions
from django.db import migrations, models

from socialcode.registers.calling import FUNCTION, NO_FUNCTION, calls_families

OF_A_PERSON = (
    "people_address",
    "people_contribution",
    "people_disability",
    "people_employment",
    "people_income",
    "people_property",
    "people_study",
    "registers_health",
    "registers_loan",
)


class Migration(migrations.Migration):

    dependencies = [
        ("people", "0010_registers_of_health_and_credit"),
        ("registers", "0002_homes_studies_health_and_loans"),
    ]

    operations = [
        migrations.CreateModel(
            name='ChangedFamily',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('family_id', models.BigIntegerField()),
                ('at', models.DateTimeField(db_default=django.contrib.postgres.functions.TransactionNow())),
            ],
            options={
                'indexes': [models.Index(fields=['family_id'], name='changed_family')],
            },
        ),
        migrations.RunSQL(FUNCTION, NO_FUNCTION),
        *(calls_families(table) for table in OF_A_PERSON),
        calls_families("people_person", "id"),
        calls_families("people_membership", "family_id", "family_id"),
        calls_families("people_guardianship", "ward_id"),
    ]
