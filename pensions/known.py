"""What registers say of earnings, contributions and savings, and of pensions granted here.

How much is saved, and how long somebody worked before the registers began, they do not say.
"""

import datetime

from socialcode.awards.known import by_award, in_payment, of_award
from socialcode.engine.days import months_after, start_of_month
from socialcode.registers.known import Known, by_person, by_row, from_registers
from socialcode.registers.known_facts import (
    NEWEST_MONTHS,
    contributed_months,
    contributions,
    employments,
    is_of_regime,
    newest_income,
)
from socialcode.registers.models import Contribution, Employment, Income
from socialcode.registers.records import Records

SAVINGS_BEGAN = datetime.date(1998, 1, 1)
INCOMES = {Employment.Kind.CONTRACT: Income.Kind.WAGE, Employment.Kind.BUSINESS: Income.Kind.BUSINESS}
AGE, LONG_SERVICE = "age_pension", "long_service_pension"
WAYS_TO_EARN = {Employment.Kind.CONTRACT: "employee", Employment.Kind.BUSINESS: "entrepreneur"}


@from_registers("worked_before_1998")
def worked_before_1998(records: Records) -> Known | None:
    """Only of those who were born later."""
    return by_person(False, records.person) if records.person.birth_date >= SAVINGS_BEGAN else None


@from_registers("has_pension_savings")
def has_pension_savings(records: Records) -> Known | None:
    return by_row(True, *contributions(records, Contribution.Kind.PENSION))


@from_registers("has_professional_savings")
def has_professional_savings(records: Records) -> Known | None:
    return by_row(True, *contributions(records, Contribution.Kind.PROFESSIONAL))


@from_registers("employer_contribution_months")
def employer_contribution_months(records: Records) -> Known | None:
    return contributed_months(records, Contribution.Kind.EMPLOYER)


@from_registers("earns_as")
def earns_as(records: Records) -> Known | None:
    """Silent where somebody has a job and a business: which brings more is theirs to say."""
    rows = employments(records, *WAYS_TO_EARN)
    kinds = {row.kind for row in rows}
    return by_row(WAYS_TO_EARN[kinds.pop()], *rows) if len(kinds) == 1 else None


@from_registers("monthly_earnings")
def monthly_earnings(records: Records) -> Known | None:
    kinds = {row.kind for row in employments(records, *INCOMES)}
    return newest_income(records, INCOMES[kinds.pop()]) if len(kinds) == 1 else None


@from_registers("receives_age_pension")
def receives_age_pension(records: Records) -> Known | None:
    return by_award(True, *in_payment(records, AGE))


@from_registers("age_pension_size")
def age_pension_size(records: Records) -> Known | None:
    return of_award(records, lambda award: award.amount, AGE)


@from_registers("age_pension_size_on")
def age_pension_size_on(records: Records) -> Known | None:
    return of_award(records, lambda award: award.since, AGE)


@from_registers("special_pension")
def special_pension(records: Records) -> Known | None:
    return by_award("long_service", *in_payment(records, LONG_SERVICE))


@from_registers("special_pension_since")
def special_pension_since(records: Records) -> Known | None:
    return of_award(records, lambda award: award.since, LONG_SERVICE)


@from_registers("receives_pension")
def receives_pension(records: Records) -> Known | None:
    return by_award(True, *in_payment(records, AGE, LONG_SERVICE))


@from_registers("pension_amount")
def pension_amount(records: Records) -> Known | None:
    awards = in_payment(records, AGE, LONG_SERVICE)
    return by_award(sum(award.amount for award in awards), *awards)


@from_registers("pension_since")
def pension_since(records: Records) -> Known | None:
    awards = in_payment(records, AGE, LONG_SERVICE)
    return by_award(min(award.since for award in awards), *awards) if awards else None


@from_registers("uses_self_employed_regime")
def uses_self_employed_regime(records: Records) -> Known | None:
    """Who paid the contributions of the special regime lately uses it; silent of everybody else."""
    since = start_of_month(months_after(records.on, -NEWEST_MONTHS))
    rows = [row for row in contributions(records, Contribution.Kind.SOCIAL) if row.month >= since and is_of_regime(row)]
    return by_row(True, *rows)
