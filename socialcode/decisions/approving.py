"""How many other people must agree to a sum, by the law's values."""

import datetime
from decimal import Decimal

from socialcode.law.values import values_on


def step_of(steps, size) -> int:
    """The number that stands at the largest step up to a size."""
    return int(max(persons for step, persons in steps.items() if step <= size))


def approvers_by_amount(amount: Decimal, on: datetime.date) -> int:
    """Of an amount that is paid (tenge), on the day of the decision."""
    return step_of(values_on(on).value("approvers_by_amount"), amount)
