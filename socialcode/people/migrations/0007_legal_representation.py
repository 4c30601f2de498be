"""Who acts for a child or a ward is called a legal representative, parents too; the table and its columns stay."""

import django.db.models.deletion
from django.db import migrations, models
from django.db.models import F, Q


def person(name, column):
    return models.ForeignKey(
        db_column=column, on_delete=django.db.models.deletion.PROTECT, related_name=name, to="people.person"
    )


class Migration(migrations.Migration):
    dependencies = [
        ("people", "0006_organisations"),
        ("cases", "0006_who_acts_for_the_person"),
    ]

    operations = [
        migrations.SeparateDatabaseAndState(
            state_operations=[
                migrations.RemoveConstraint("guardianship", "nobody_is_their_own_guardian"),
                migrations.RemoveConstraint("guardianship", "guardian_of_a_ward_once"),
                migrations.RenameModel("Guardianship", "LegalRepresentation"),
                migrations.AlterModelTable("legalrepresentation", "people_guardianship"),
                migrations.RenameField("legalrepresentation", "guardian", "representative"),
                migrations.RenameField("legalrepresentation", "ward", "represented"),
                migrations.AlterField("legalrepresentation", "representative", person("represents", "guardian_id")),
                migrations.AlterField("legalrepresentation", "represented", person("represented_by", "ward_id")),
                migrations.AddConstraint(
                    "legalrepresentation",
                    models.CheckConstraint(
                        condition=~Q(representative=F("represented")), name="nobody_is_their_own_guardian"
                    ),
                ),
                migrations.AddConstraint(
                    "legalrepresentation",
                    models.UniqueConstraint(
                        fields=("representative", "represented"),
                        condition=Q(until=None),
                        name="guardian_of_a_ward_once",
                    ),
                ),
            ]
        )
    ]
