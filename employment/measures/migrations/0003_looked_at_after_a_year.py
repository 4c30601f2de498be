from django.contrib.postgres.operations import AddIndexConcurrently
from django.db import migrations, models

OUTCOMES = [("stayed", "Works: a contribution for every month since"), ("left", "No contribution for some month since")]


class Migration(migrations.Migration):

    atomic = False

    dependencies = [("measures", "0002_words_name_what_they_are_about")]

    operations = [
        migrations.AddField("stay", "year_due_on", models.DateField(null=True)),
        migrations.AddField("stay", "year_months", models.PositiveSmallIntegerField(blank=True, null=True)),
        migrations.AddField("stay", "year_outcome", models.CharField(blank=True, choices=OUTCOMES, max_length=6)),
        migrations.AlterField("stay", "outcome", models.CharField(blank=True, choices=OUTCOMES, max_length=6)),
        migrations.RunSQL("UPDATE measures_stay SET year_due_on = due_on + interval '6 months'", migrations.RunSQL.noop),
        AddIndexConcurrently(
            "stay", models.Index(condition=models.Q(("year_outcome", "")), fields=["year_due_on"], name="stays_of_a_year")
        ),
    ]
