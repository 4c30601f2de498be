from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("awards", "0007_whom_awards_so_far_are_for")]

    operations = [
        migrations.AddConstraint(
            model_name='award',
            constraint=models.CheckConstraint(condition=models.Q(('whom__len__gt', 0)), name='award_is_for_somebody', violation_error_message='A payment is granted for somebody.'),
        ),
    ]
