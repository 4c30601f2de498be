"""What registers say of insurance: whether somebody is insured, and from what income."""

from socialcode.engine import choose, first_known, months_after, start_of_month
from socialcode.engine.derived import derive, newest_receipt, said, some, where
from socialcode.registers.derived.contributions import (
    insured_income,
    months_paid,
    of_kind,
    regime_contributions,
)

INSURED_FOR_MONTHS = 24  # over which the Fund averages income
LEAVE_MONTHS = 12
MONTHS_LOOKED_AT = 48  # 24 months before a right that may have begun two years ago


def _lately(contributions, on, months):
    return where(contributions, contributions.month >= start_of_month(months_after(on, -months)))


@derive()
def is_insured(social_contributions, on):
    return said(True, _lately(social_contributions, on, INSURED_FOR_MONTHS))


@derive()
def professional_months(contributions, on):
    return months_paid(of_kind(contributions, "professional", on))


@derive()
def income_before_birth(social_contributions, insured_incomes, custody_date, child_birth_date):
    came = first_known(custody_date, child_birth_date)
    return insured_income(social_contributions, insured_incomes, came, INSURED_FOR_MONTHS)


@derive()
def regime_contributions_before_birth(social_contributions, regime_contributions_paid, custody_date, child_birth_date):
    came = first_known(custody_date, child_birth_date)
    return regime_contributions(social_contributions, regime_contributions_paid, came, INSURED_FOR_MONTHS)


@derive()
def income_before_leave(social_contributions, insured_incomes, leave_start_date):
    return insured_income(social_contributions, insured_incomes, leave_start_date, LEAVE_MONTHS)


@derive()
def regime_contributions_before_leave(social_contributions, regime_contributions_paid, leave_start_date):
    return regime_contributions(social_contributions, regime_contributions_paid, leave_start_date, LEAVE_MONTHS)


@derive()
def income_before_capacity_loss(social_contributions, insured_incomes, capacity_loss_since):
    return insured_income(social_contributions, insured_incomes, capacity_loss_since, INSURED_FOR_MONTHS)


@derive()
def regime_contributions_before_capacity_loss(social_contributions, regime_contributions_paid, capacity_loss_since):
    """What was paid under the special regime in the 24 months before the loss."""
    return regime_contributions(
        social_contributions, regime_contributions_paid, capacity_loss_since, INSURED_FOR_MONTHS
    )


@derive()
def had_regime_income(social_contributions, regime_contributions_paid, relative_died, on):
    """Silent where a relative has died: the registers looked at are those of the person who asks."""
    found = _lately(regime_contributions_paid, on, MONTHS_LOOKED_AT)
    receipt = first_known(newest_receipt(found), newest_receipt(social_contributions))
    return said(choose(some(found), True, choose(relative_died, None, False)), receipt)
