"""Income on which social contributions were paid, month by month before a day that another fact gives.

Under the special regime for the self-employed a smaller share is paid: such months stand apart, as what was paid.
"""

import datetime
from collections import defaultdict
from decimal import Decimal

from django.utils import timezone

from socialcode.engine.days import months_after, months_before
from socialcode.engine.registry import registry
from socialcode.registers.models import Contribution

from .known import Known, by_row
from .known_facts import contributions, is_of_regime
from .records import Records

MONTHS_UNTIL_PAID = 2  # a month's contributions are paid within the next one: only after that is their lack a zero


def insured_income(records: Records, name: str) -> Known | None:
    """The series of the fact `name`; None while its end is unknown, or a month may still have to be paid."""
    rows = contributions(records, Contribution.Kind.SOCIAL)
    months = _months(records, name, rows)
    if months is None:
        return None
    by_month = defaultdict(Decimal)
    for row in rows:
        by_month[row.month] += Decimal(0) if is_of_regime(row) else row.income
    return by_row([by_month[month] for month in months], *rows)


def regime_contributions(records: Records, series: str) -> Known | None:
    """What was paid under the special regime in the months of the fact `series`, all together."""
    rows = contributions(records, Contribution.Kind.SOCIAL)
    months = _months(records, series, rows)
    if months is None:
        return None
    paid = (row.amount for row in rows if row.month in months and is_of_regime(row))
    return by_row(sum(paid, Decimal(0)), *rows)


def _months(records: Records, name: str, rows: list[Contribution]) -> list[datetime.date] | None:
    fact = registry.facts[name]
    ends_before = next((records.told[date] for date in fact.before if records.told.get(date)), None)
    if ends_before is None or not rows:
        return None
    months, paid = months_before(ends_before, fact.months), {row.month for row in rows}
    received = timezone.localdate(max(row.received_at for row in rows))
    if any(month not in paid and months_after(month, MONTHS_UNTIL_PAID) > received for month in months):
        return None
    return months
