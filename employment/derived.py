"""What registers say of work, the register of the unemployed, and where a person lives."""

from socialcode.engine import _, first_known
from socialcode.engine.derived import derive, latest, newest_receipt, said, some, unbroken_since, where
from socialcode.registers.derived.contributions import insured_income, regime_contributions
from socialcode.registers.derived.periods import newest
from socialcode.registers.derived.work import newest_income

INSURED_FOR_MONTHS = 24


@derive(sentence=_("The register of the unemployed knows the person."))
def is_registered_unemployed(unemployment):
    return said(True, unemployment)


@derive()
def unemployed_since(unemployment):
    return said(latest(unemployment.since), newest(unemployment))


@derive()
def income_before_job_loss(social_contributions, insured_incomes, unemployed_since):
    return insured_income(social_contributions, insured_incomes, unemployed_since, INSURED_FOR_MONTHS)


@derive()
def regime_contributions_before_job_loss(social_contributions, regime_contributions_paid, unemployed_since):
    return regime_contributions(social_contributions, regime_contributions_paid, unemployed_since, INSURED_FOR_MONTHS)


@derive(sentence=_("By the contracts of work, businesses and work on platforms that registers know of."))
def is_employed(work, unemployment):
    """Nobody is registered as unemployed who works."""
    return said(some(work), first_known(newest_receipt(work), newest_receipt(unemployment)))


@derive()
def works_on_platform(employments_now):
    return said(True, where(employments_now, employments_now.kind == "platform"))


@derive()
def platform_income(incomes, on):
    return newest_income(incomes, "platform", on)


@derive(sentence=_("Since then every address lay in this region, without a break."))
def registered_there_since(addresses, home, home_region):
    """The beginning of the unbroken row of addresses in the region."""
    there = where(addresses, (addresses.region == home_region) & (addresses.since <= latest(home.since)))
    return said(unbroken_since(there.since, first_known(there.until, there.since)), home)
