import django.contrib.postgres.indexes
from django.contrib.postgres.operations import AddIndexConcurrently
from django.db import migrations, models

FILL = """
UPDATE vacancies_vacancy SET words = translate(
    lower(concat_ws(' ', title, duties, requirements, o.name)), 'әғқңөұүһіёй', 'агкноуухиеи'
) FROM people_organisation o WHERE o.id = organisation_id
"""


class Migration(migrations.Migration):
    atomic = False  # the index is built while people go on writing

    dependencies = [
        ("people", "0012_consents_beyond_claims"),
        ("vacancies", "0003_vacancies_as_matching_reads_them"),
    ]

    operations = [
        migrations.AddField(
            model_name="vacancy",
            name="words",
            field=models.TextField(blank=True, default="", editable=False),
            preserve_default=False,
        ),
        migrations.RunSQL(FILL, migrations.RunSQL.noop),
        AddIndexConcurrently(
            model_name="vacancy",
            index=django.contrib.postgres.indexes.GinIndex(
                django.contrib.postgres.indexes.OpClass("words", name="gin_trgm_ops"),
                condition=models.Q(("state", "open")),
                name="vacancy_words",
            ),
        ),
    ]
