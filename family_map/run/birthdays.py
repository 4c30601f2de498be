"""A birthday changes what a family may lack, and no register says so."""

import datetime

from django.db.models import Q

from socialcode.people.models import Membership
from socialcode.people.models.family import in_force
from socialcode.registers.models import ChangedFamily

LEAP_DAY = (2, 29)


def call_families_of(on: datetime.date) -> int:
    """Call every family of which a member has a birthday; that of 29 February is on 1 March in other years."""
    days = Q(person__birth_date__month=on.month, person__birth_date__day=on.day)
    yesterday = on - datetime.timedelta(days=1)
    if (on.month, on.day) == (3, 1) and (yesterday.month, yesterday.day) != LEAP_DAY:
        days |= Q(person__birth_date__month=2, person__birth_date__day=29)
    families = Membership.objects.filter(days, in_force(on)).values_list("family_id", flat=True).distinct()
    called = list(families)
    ChangedFamily.call(called)
    return len(called)
