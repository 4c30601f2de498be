"""The income on which social contributions were paid, as the Fund counts it."""

import datetime
from decimal import Decimal

import pytest

from .test_known import INCOME, pay, values

pytestmark = pytest.mark.django_db


def test_months_under_the_special_regime_stand_apart_as_what_was_paid(mother):
    pay(mother, 4, rate="0.01")
    pay(mother, 20, until=datetime.date(2026, 7, 1))
    found = values(mother, leave_reason="birth", leave_start_date="2026-11-10")

    assert found["had_regime_income"] is True
    assert found["income_before_leave"] == [INCOME] * 8 + [Decimal(0)] * 4
    assert found["regime_contributions_before_leave"] == 4 * INCOME * Decimal("0.01")


def test_of_a_month_no_more_counts_than_contributions_are_due_on(mother):
    """Article 245, point 1: seven minimum wages of that month, whatever income a register names."""
    pay(mother, 12, income=Decimal(2_000_000))
    pay(mother, 2, until=datetime.date(2024, 2, 1), income=Decimal(2_000_000))
    found = values(mother, leave_reason="birth", leave_start_date="2026-11-10")
    then = values(mother, leave_reason="birth", leave_start_date="2024-02-10")

    assert found["income_before_leave"] == [7 * Decimal(85_000)] * 12
    assert then["income_before_leave"][-2:] == [7 * Decimal(70_000), 7 * Decimal(85_000)]
