"""Which rows of what was found are looked at in a pass, and the slices it is cut into."""

import datetime

from django.db import connection, transaction
from django.db.models import Max
from django.utils import timezone

from socialcode.detection.facts import claimable
from socialcode.detection.models import Entitled
from socialcode.law.values import values_on

from .models import Preparation, PreparationSlice
from .terms import Terms

FAMILIES_A_SLICE = 1_000
FOUND, SLICES = Entitled._meta.db_table, PreparationSlice._meta.db_table
_LOOKED_AT = f"""
    SELECT DISTINCT family FROM {FOUND}
    WHERE until_run IS NULL AND provision = ANY(%(provisions)s) AND id > %(after)s AND id <= %(upto)s
"""
CUT = f"""
    INSERT INTO {SLICES} (preparation_id, first, last, expected, offers, calls, failures, failure)
    SELECT %(preparation)s, min(family), max(family), count(*), 0, 0, 0, ''
    FROM (SELECT family, (row_number() OVER (ORDER BY family) - 1) / %(size)s AS place FROM ({_LOOKED_AT}) f) placed
    GROUP BY place ORDER BY place
"""
FAMILIES = f"SELECT family FROM ({_LOOKED_AT}) f WHERE family BETWEEN %(first)s AND %(last)s ORDER BY family"


def offered_on(on: datetime.date) -> list[str]:
    """The payments that are offered on a day: what somebody can be paid here, and the settings name."""
    values = values_on(on)
    return [
        one.name for one in claimable(on) if one.adds_up and not one.about and Terms.read(one.name, values).is_offered
    ]


@transaction.atomic
def begin_if_due() -> Preparation | None:
    """Begin the pass that is due, cut into slices: of everything once a day, else of what was found since the last one.
    None where one is on its way, or nothing is new. Safe to run again, and beside itself."""
    if Preparation.objects.select_for_update().unfinished().exists():
        return None
    today, newest = timezone.localdate(), Entitled.objects.aggregate(Max("pk"))["pk__max"] or 0
    is_whole = not Preparation.objects.filter(on=today, is_whole=True).exists()
    after = 0 if is_whole else Preparation.objects.aggregate(Max("upto"))["upto__max"]
    if newest <= after:
        return None
    found = Preparation(on=today, after=after, upto=newest, is_whole=is_whole)
    begun = Preparation.objects.bulk_create([found], ignore_conflicts=True)
    held = Preparation.objects.unfinished().first()
    return _cut(held) if begun and held and not held.slices.exists() else None


def families_of(part: PreparationSlice) -> list[int]:
    """The numbers of the families of a slice in which something was found."""
    with connection.cursor() as cursor:
        cursor.execute(FAMILIES, _given(part.preparation) | {"first": part.first, "last": part.last})
        return [family for (family,) in cursor.fetchall()]


def _cut(preparation: Preparation) -> Preparation:
    with connection.cursor() as cursor:
        cursor.execute(CUT, _given(preparation) | {"preparation": preparation.pk, "size": FAMILIES_A_SLICE})
    return preparation


def _given(preparation: Preparation) -> dict:
    return {"provisions": offered_on(preparation.on), "after": preparation.after, "upto": preparation.upto}
