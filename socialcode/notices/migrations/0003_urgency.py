"""Codes, people's own matters and what many are told: each has a queue of its own."""

from django.db import migrations, models

CODES_GO = """
UPDATE notices_delivery SET urgency = 0, state = CASE state WHEN 'waiting' THEN 'sending' ELSE state END
FROM notices_notice WHERE notices_notice.id = notice_id AND kind = 'sign_in_code' AND state IN ('waiting', 'sending')
"""


class Migration(migrations.Migration):

    dependencies = [
        ('notices', '0002_delivery_letters_and_wrong_codes'),
    ]

    operations = [
        migrations.AddField(
            model_name='delivery',
            name='urgency',
            field=models.PositiveSmallIntegerField(choices=[(0, 'Code'), (1, 'Own'), (2, 'Bulk')], db_default=1),
        ),
        migrations.RunSQL(CODES_GO, migrations.RunSQL.noop),
    ]
