import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("awards", "0001_moved_from_cases"),
        ("decisions", "0002_about_one_thing"),
        ("people", "0004_this_portals_awards_as_a_source"),
    ]

    operations = [
        migrations.RemoveConstraint(model_name="award", name="one_award_of_a_kind_at_a_time"),
        migrations.AddField(
            model_name="award",
            name="family",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="awards",
                to="people.family",
            ),
        ),
        migrations.AddField(
            model_name="award",
            name="pays",
            field=models.CharField(
                choices=[("monthly", "Every month"), ("once", "Once")], default="monthly", max_length=7
            ),
        ),
        migrations.AddField(
            model_name="award",
            name="unit",
            field=models.CharField(
                choices=[("person", "Person"), ("child", "Child"), ("family", "Family"), ("claim", "Claim")],
                default="person",
                max_length=6,
            ),
        ),
        migrations.AlterField(
            model_name="award",
            name="subject",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="awards_about",
                to="people.person",
            ),
        ),
    ]
