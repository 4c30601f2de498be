"""Awards made before get the keys of everybody for whom they are.

Of two that are for the same and for some of the same days, the later one gets a key of its own: it is a double that
people have to look at, and no reason to lose a row. So does one for a child or a death that nobody named.
"""

from django.db import IntegrityError, migrations, transaction
from django.db.models import Q


def name_whom_they_are_for(apps, editor):
    alias = editor.connection.alias
    awards = apps.get_model("awards", "Award").objects.using(alias).order_by("pk")
    members = apps.get_model("people", "Membership").objects.using(alias)
    for award in awards.iterator():
        award.whom = _keys(award, members)
        try:
            with transaction.atomic(using=alias):
                award.save(update_fields=["whom"])
        except IntegrityError:
            award.whom = [f"award:{award.pk}"]
            award.save(update_fields=["whom"])


def _keys(award, members) -> list[str]:
    if award.family_id:
        in_force = Q(since__lte=award.since) & (Q(until=None) | Q(until__gte=award.since))
        persons = members.filter(in_force, family=award.family_id).values_list("person", flat=True)
        return sorted(f"person:{person}" for person in persons) or [f"award:{award.pk}"]
    names_nobody = award.unit == "claim" or award.unit == "child" and award.subject_id == award.person_id
    return [f"award:{award.pk}" if names_nobody else f"person:{award.subject_id}"]


class Migration(migrations.Migration):
    dependencies = [("awards", "0006_whom_a_right_is_for")]

    operations = [migrations.RunPython(name_whom_they_are_for, migrations.RunPython.noop)]
