"""Income on which social contributions were paid, month by month before a day that another fact gives."""

import datetime
from decimal import Decimal

from django.utils import timezone

from socialcode.engine.days import months_after, months_before
from socialcode.engine.registry import registry
from socialcode.people.models import Contribution

from .known import Known, by_row
from .known_facts import contributions
from .records import Records

MONTHS_UNTIL_PAID = 2  # a month's contributions are paid within the next one: only after that is their lack a zero


def insured_income(records: Records, name: str) -> Known | None:
    """The series of the fact `name`; None while its end is unknown, or a month may still have to be paid."""
    fact = registry.facts[name]
    ends_before = next((records.told[date] for date in fact.before if records.told.get(date)), None)
    rows = contributions(records, Contribution.Kind.SOCIAL)
    if ends_before is None or not rows:
        return None
    by_month: dict[datetime.date, Decimal] = {}
    for row in rows:
        by_month[row.month] = by_month.get(row.month, Decimal(0)) + row.income
    months = months_before(ends_before, fact.months)
    received = timezone.localdate(max(row.received_at for row in rows))
    if any(month not in by_month and months_after(month, MONTHS_UNTIL_PAID) > received for month in months):
        return None
    return by_row([by_month.get(month, Decimal(0)) for month in months], *rows)
