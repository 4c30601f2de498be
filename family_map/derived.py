"""What registers say of a family for the map.

A register that is silent about somebody it should know leaves a fact open: nothing is taken for none.
"""

from socialcode.engine import _, choose, days_after, end_of_quarter, months_after, one_of
from socialcode.engine.derived import (
    count,
    derive,
    latest,
    newest_receipt,
    received_on,
    said,
    some,
    step,
    sum_of,
    where,
)
from socialcode.provisions.retirement import retires_on
from socialcode.registers.derived.periods import in_force

ADULT_AT = 18
MONTHS_OF_QUARTER = 3
AT_SCHOOL = (7, 15)  # years of age at which every child is at school, whatever day it begins and ends
RETIREMENT_AGE, RETIREMENT_DAY = retires_on("207.1")

step("retirement_age")(RETIREMENT_AGE.formula)
step("retires_on")(RETIREMENT_DAY.formula)


@step()
def is_adult(age):
    return age >= ADULT_AT


@step()
def quarter_began(on):
    return days_after(end_of_quarter(months_after(on, -MONTHS_OF_QUARTER)), 1)


@step()
def income_is_known(incomes):
    return some(incomes)


@step()
def income_of_quarter(incomes, quarter_began):
    before = months_after(quarter_began, -MONTHS_OF_QUARTER)
    return sum_of(where(incomes, (incomes.month >= before) & (incomes.month < quarter_began)).amount)


@step()
def income_receipt(incomes):
    return newest_receipt(incomes)


@derive(sentence=_("What all members earned in the three months of the quarter before, added up."))
def income_of_registers(members, quarter_began):
    """Of the three months of the quarter before; open while an adult has no income at all in the register, or what it
    says of the quarter may still be on its way."""
    silent = where(members, members.is_adult & ~members.income_is_known)
    known = where(members, members.income_is_known)
    is_there = (count(silent) == 0) & (received_on(latest(known.income_receipt)) >= quarter_began)
    return said(choose(is_there, sum_of(members.income_of_quarter), None), known.income_receipt)


@step()
def can_work(is_adult, disabilities_now, retires_on, on):
    """Adults before the retirement age without disability of group I or II; the length of an illness is not known."""
    severe = where(disabilities_now, one_of(disabilities_now.group, "group1", "group2"))
    return is_adult & ~some(severe) & (on < retires_on)


@derive(sentence=_("Members from 18 years to the retirement age without disability of group I or II."))
def able_bodied_members(members):
    return said(count(where(members, members.can_work)), members.civil_status)


@derive(sentence=_("Those who can work and are registered as unemployed."))
def unemployed_members(members):
    """Open while the registers know nothing of what somebody who can work does."""
    workers = where(members, members.can_work)
    silent = where(workers, ~workers.employment_is_known)
    unemployed = where(workers, workers.is_unemployed)
    return said(choose(count(silent) == 0, count(unemployed), None), workers.employment_receipt)


@step()
def has_address(home):
    return some(home)


@step()
def address_receipt(home):
    return newest_receipt(home)


@derive(sentence=_("Members whom the address register does not know."))
def members_without_address(members):
    return said(count(where(members, ~members.has_address)), members.address_receipt)


@step()
def properties_now(properties, on):
    return in_force(properties, on)


@step()
def homes_owned(properties_now):
    return count(where(properties_now, properties_now.kind == "home"))


@step()
def property_receipt(properties_now):
    return newest_receipt(properties_now)


@derive(sentence=_("Homes that stand in the name of a member."))
def dwellings_owned(members):
    return said(sum_of(members.homes_owned), members.property_receipt)


@step()
def is_of_school_age(age):
    return (age >= AT_SCHOOL[0]) & (age <= AT_SCHOOL[1])


@derive(sentence=_("Children of the family from 7 to 15 years."))
def children_of_school_age(members):
    return said(count(where(members, members.is_of_school_age)), members.civil_status)


@step()
def study_is_known(studies):
    return some(studies)


@step()
def any_study_receipt(studies):
    return newest_receipt(studies)


@derive(sentence=_("Children from 7 to 15 years whom a school has enrolled."))
def children_at_school(members):
    """Open while the register of education never heard of one of the children."""
    children = where(members, members.is_of_school_age)
    silent = where(children, ~children.study_is_known)
    nobody = where(members, count(children) == 0)
    at_school = count(where(children, children.learns))
    return said(choose(count(silent) == 0, at_school, None), nobody.civil_status, children.any_study_receipt)


@derive(sentence=_("Members whose disability is in force."))
def members_with_disability(members):
    """Silent unless there are some: a disability may be newer than the register."""
    disabled = where(members, members.is_disabled)
    return said(count(disabled), disabled.disability_receipt)
