"""What registers say of earnings, contributions and savings, and of pensions granted here.

How much is saved, and how long somebody worked before the registers began, they do not say.
"""

import datetime

from socialcode.awards.derived import newest_paid, paid
from socialcode.engine import choose, months_after, one_of, start_of_month
from socialcode.engine.derived import derive, distinct, earliest, latest, of_latest, said, step, sum_of, where
from socialcode.registers.derived.contributions import months_paid, of_kind
from socialcode.registers.derived.work import NEWEST_MONTHS, newest_income

SAVINGS_BEGAN = datetime.date(1998, 1, 1)
AGE, LONG_SERVICE = "age_pension", "long_service_pension"


@derive()
def worked_before_1998(birth_date, population):
    """Only of those who were born later."""
    return said(choose(birth_date >= SAVINGS_BEGAN, False, None), population)


@derive()
def has_pension_savings(contributions, on):
    return said(True, of_kind(contributions, "pension", on))


@derive()
def has_professional_savings(contributions, on):
    return said(True, of_kind(contributions, "professional", on))


@derive()
def employer_contribution_months(contributions, on):
    return months_paid(of_kind(contributions, "employer", on))


@step()
def ways_to_earn(employments_now):
    return where(employments_now, one_of(employments_now.kind, "contract", "business"))


@step()
def only_way_to_earn(ways_to_earn):
    """Unknown where somebody has a job and a business: which brings more is theirs to say."""
    return choose(distinct(ways_to_earn.kind) == 1, latest(ways_to_earn.kind), None)


@derive()
def earns_as(ways_to_earn, only_way_to_earn):
    return said(choose(only_way_to_earn == "contract", "employee", "entrepreneur"), ways_to_earn)


@derive()
def monthly_earnings(incomes, only_way_to_earn, on):
    return newest_income(incomes, choose(only_way_to_earn == "contract", "wage", "business"), on)


@step()
def age_pension(awards, on):
    return newest_paid(awards, on, AGE)


@step()
def service_pension(awards, on):
    return newest_paid(awards, on, LONG_SERVICE)


@step()
def pensions_paid(awards, on):
    return paid(awards, on, AGE, LONG_SERVICE)


@derive()
def receives_age_pension(age_pension):
    return said(True, age_pension)


@derive()
def age_pension_size(age_pension):
    return said(of_latest(age_pension.amount, age_pension.since), age_pension)


@derive()
def age_pension_size_on(age_pension):
    return said(latest(age_pension.since), age_pension)


@derive()
def special_pension(service_pension):
    return said("long_service", service_pension)


@derive()
def special_pension_since(service_pension):
    return said(latest(service_pension.since), service_pension)


@derive()
def receives_pension(pensions_paid):
    return said(True, pensions_paid)


@derive()
def pension_amount(pensions_paid):
    return said(sum_of(pensions_paid.amount), pensions_paid)


@derive()
def pension_since(pensions_paid):
    return said(earliest(pensions_paid.since), pensions_paid)


@derive()
def uses_self_employed_regime(regime_contributions_paid, on):
    """Who paid the contributions of the special regime lately uses it; silent of everybody else."""
    since = start_of_month(months_after(on, -NEWEST_MONTHS))
    return said(True, where(regime_contributions_paid, regime_contributions_paid.month >= since))
