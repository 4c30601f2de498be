"""For whom a payment is has a key, which the database looks at: no two of a provision share one for the same days."""

import django.contrib.postgres.constraints
import django.contrib.postgres.fields
import django.contrib.postgres.indexes
import django.db.models.deletion
import socialcode.people.models.family
import uuid
from django.db import migrations, models

HOLD = """
CREATE FUNCTION awards_hold() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    for_ever boolean := NEW.pays = 'once' AND NEW.unit IN ('child', 'claim');
BEGIN
    DELETE FROM awards_held WHERE award_id = NEW.id;
    INSERT INTO awards_held (award_id, provision, whom, since, until)
    SELECT NEW.id, NEW.provision, one,
        CASE WHEN for_ever THEN NULL ELSE NEW.since END, CASE WHEN for_ever THEN NULL ELSE NEW.until END
    FROM (SELECT DISTINCT unnest(NEW.whom) AS one) AS keys;
    RETURN NULL;
END $$;
CREATE TRIGGER awards_hold AFTER INSERT OR UPDATE OF provision, whom, unit, pays, since, until ON cases_award
    FOR EACH ROW EXECUTE FUNCTION awards_hold();
"""
LET_GO = "DROP TRIGGER awards_hold ON cases_award; DROP FUNCTION awards_hold();"


class Migration(migrations.Migration):

    dependencies = [
        ('awards', '0005_a_person_or_an_organisation_is_paid'),
        ('decisions', '0003_sentences_of_constraints'),
        ('people', '0008_people_by_day_of_birth'),
    ]

    operations = [
        migrations.CreateModel(
            name='Held',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('provision', models.CharField(max_length=60)),
                ('whom', models.CharField(max_length=60)),
                ('since', models.DateField(null=True)),
                ('until', models.DateField(null=True)),
            ],
        ),
        migrations.CreateModel(
            name='NamedPerson',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('key', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('role', models.CharField(choices=[('child', 'Child'), ('deceased', 'Who died'), ('cared_for', 'Who is cared for')], max_length=9)),
                ('iin', models.CharField(blank=True, max_length=12, verbose_name='IIN')),
                ('surname', models.CharField(max_length=100, verbose_name='Surname')),
                ('given_name', models.CharField(max_length=100, verbose_name='Given name')),
                ('patronymic', models.CharField(blank=True, max_length=100, verbose_name='Patronymic')),
                ('birth_date', models.DateField(verbose_name='Date of birth')),
                ('died_on', models.DateField(blank=True, null=True, verbose_name='Date of death')),
                ('spelling', models.CharField(max_length=210)),
                ('whom', models.CharField(db_index=True, max_length=60)),
            ],
        ),
        migrations.RemoveConstraint(
            model_name='award',
            name='award_is_for_one_person_or_family',
        ),
        migrations.RemoveConstraint(
            model_name='award',
            name='one_award_of_a_kind_at_a_time',
        ),
        migrations.RemoveConstraint(
            model_name='award',
            name='one_award_of_a_family_at_a_time',
        ),
        migrations.RemoveConstraint(
            model_name='award',
            name='paid_once_for_a_child',
        ),
        migrations.AddField(
            model_name='award',
            name='whom',
            field=django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=60), default=list, size=None),
        ),
        migrations.AddField(
            model_name='held',
            name='award',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='held', to='awards.award'),
        ),
        migrations.AddField(
            model_name='namedperson',
            name='told_by',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='named', to='people.person'),
        ),
        migrations.AddField(
            model_name='award',
            name='named',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='awards', to='awards.namedperson'),
        ),
        migrations.AddIndex(
            model_name='award',
            index=django.contrib.postgres.indexes.GinIndex(fields=['whom'], name='award_whom'),
        ),
        migrations.AddConstraint(
            model_name='award',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('family', None), models.Q(('subject__isnull', False), ('named__isnull', False), _connector='OR')), models.Q(('family__isnull', False), ('named', None), ('subject', None), ('unit', 'family')), _connector='OR'), name='award_is_for_one_person_or_family', violation_error_message='A payment is granted for one person or for one family.'),
        ),
        migrations.AddConstraint(
            model_name='held',
            constraint=django.contrib.postgres.constraints.ExclusionConstraint(expressions=(('provision', '='), ('whom', '='), (socialcode.people.models.family.DateRange('since', 'until', models.Value('[]')), '&&')), name='one_right_at_a_time', violation_error_message='This is granted already for the same person, child or family and for some of these days.'),
        ),
        migrations.AddIndex(
            model_name='namedperson',
            index=models.Index(fields=['birth_date', 'spelling'], name='named_person_spelling'),
        ),
        migrations.AddConstraint(
            model_name='namedperson',
            constraint=models.UniqueConstraint(fields=('role', 'told_by', 'birth_date', 'died_on', 'spelling', 'iin'), name='named_once_by_one_person', nulls_distinct=False, violation_error_message='You have named this person before.'),
        ),
        migrations.AddConstraint(
            model_name='namedperson',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('died_on__gte', models.F('birth_date')), ('role', 'deceased')), models.Q(models.Q(('role', 'deceased'), _negated=True), ('died_on', None)), _connector='OR'), name='only_who_died_has_a_day_of_death', violation_error_message='Who died has a day of death, not before the day of birth.'),
        ),
        migrations.RunSQL(HOLD, LET_GO),
    ]
