"""Contributions paid for a person, and the income on which they were paid, month by month before a day.

Under the special regime for the self-employed a smaller share is paid: such months stand apart, as what was paid.
"""

from socialcode.engine import (
    as_of,
    choose,
    first_known,
    greatest,
    least,
    months_after,
    months_between,
    start_of_month,
)
from socialcode.engine.derived import by_month, derive, distinct, newest_receipt, received_on, said, step, sum_of, where

WHOLE_TENGE = 1  # a contribution is rounded
MONTHS_UNTIL_PAID = 2  # a month's contributions are paid within the next one: only after that is their lack a zero


@step()
def social_contributions(contributions, on):
    return of_kind(contributions, "social", on)


def of_kind(contributions, kind, on):
    """Contributions of a kind for months up to a day."""
    return where(contributions, (contributions.kind == kind) & (contributions.month <= on))


def of_regime(contributions, rates):
    """Whether each social contribution is the smaller one of the special regime."""
    due = contributions.income * as_of(contributions.month, rates) + WHOLE_TENGE
    return first_known(contributions.amount <= due, False)


@step()
def regime_contributions_paid(social_contributions, regime_social_rate_history):
    return where(social_contributions, of_regime(social_contributions, regime_social_rate_history))


@step()
def insured_incomes(social_contributions, regime_social_rate_history, minimum_wage_history, social_income_cap):
    """Of each contribution the income that counts, as far as it was not under the special regime.

    From one employer no more counts than contributions are due on: so many minimum wages of the month (article 245).
    """
    regime = of_regime(social_contributions, regime_social_rate_history)
    most = as_of(social_contributions.month, minimum_wage_history) * social_income_cap
    return choose(regime, 0, first_known(least(social_contributions.income, most), social_contributions.income))


@derive()
def contribution_months(social_contributions):
    return months_paid(social_contributions)


def months_paid(contributions):
    """In how many months one of the contributions was paid."""
    return said(distinct(contributions.month), contributions)


def insured_income(contributions, incomes, ends_before, length):
    """The series of so many months before a day; unknown while the day is, or while a month may still have to be
    paid."""
    series = by_month(contributions.month, incomes, ends_before, length)
    return said(choose(_is_complete(contributions, ends_before, length), series, None), contributions)


def regime_contributions(contributions, of_regime, ends_before, length):
    """What was paid under the special regime in these months, all together."""
    ends = start_of_month(ends_before)
    paid = where(of_regime, (of_regime.month >= months_after(ends, -length)) & (of_regime.month < ends))
    return said(choose(_is_complete(contributions, ends_before, length), sum_of(paid.amount), None), contributions)


def _is_complete(contributions, ends_before, length):
    """Whether every month is paid of which the register may not have heard yet."""
    ends = start_of_month(ends_before)
    received = received_on(newest_receipt(contributions))
    first = greatest(months_after(ends, -length), start_of_month(months_after(received, 1 - MONTHS_UNTIL_PAID)))
    fresh = where(contributions, (contributions.month >= first) & (contributions.month < ends))
    return distinct(fresh.month) >= months_between(first, ends)
