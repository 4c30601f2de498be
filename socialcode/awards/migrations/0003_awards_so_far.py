"""Awards made before get what their provision is for and how often it is paid, as the rules said on that day.

Of two awards of one family for the same days, made to two of its members, the later one stays with who asked for it: it
is a double that people have to look at, and no reason to lose a row.
"""

from django.db import migrations

ONCE = ("birth_grant", "burial", "burial_savings", "business_grant", "maternity") + (
    "mobility_certificate",
    "moving_money",
    "state_guarantee",
    "funded_lump_sum",
    "savings_withdrawal",
)
UNITS = {
    "child": (
        "birth_grant",
        "childcare_insured",
        "childcare_pension_top_up",
        "childcare_state",
        "disability_child",
        "disabled_child_carer",
    ),
    "claim": ("burial", "burial_savings", "group1_carer"),
    "family": ("large_family", "survivor_insured", "survivor_state", "targeted_assistance"),
}
FAMILIES = """
WITH keyed AS (
    SELECT DISTINCT ON (award.id) award.id, award.provision, award.since, award.until, membership.family_id
    FROM cases_award award
    JOIN people_membership membership ON membership.person_id = award.person_id
        AND membership.since <= award.since AND (membership.until IS NULL OR membership.until >= award.since)
    WHERE award.unit = 'family'
    ORDER BY award.id, membership.since DESC
), first AS (
    SELECT * FROM keyed WHERE NOT EXISTS (
        SELECT FROM keyed earlier
        WHERE earlier.id < keyed.id AND earlier.family_id = keyed.family_id AND earlier.provision = keyed.provision
            AND daterange(earlier.since, earlier.until, '[]') && daterange(keyed.since, keyed.until, '[]')
    )
)
UPDATE cases_award SET family_id = first.family_id, subject_id = NULL FROM first WHERE cases_award.id = first.id;
"""


def name_what_they_are(apps, editor):
    awards = apps.get_model("awards", "Award").objects.using(editor.connection.alias)
    for award in awards.filter(provision__in=ONCE):
        award.pays, award.until = "once", award.since
        award.save(update_fields=["pays", "until"])
    for unit, provisions in UNITS.items():
        awards.filter(provision__in=provisions).update(unit=unit)


class Migration(migrations.Migration):
    dependencies = [("awards", "0002_for_whom_and_how_often")]

    operations = [
        migrations.RunPython(name_what_they_are),
        migrations.RunSQL(FAMILIES),
    ]
