"""What a family lives on, by registers."""

from socialcode.engine import _, choose, days_after, days_between, end_of_quarter, first_known, months_after
from socialcode.engine.derived import (
    count,
    derive,
    earliest,
    latest,
    newest_receipt,
    received_on,
    said,
    some,
    step,
    sum_of,
    where,
)
from socialcode.registers.derived.periods import in_force

MONTHS_OF_QUARTER = 3


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
def business_stands_still(employments_now, on):
    business = where(employments_now, employments_now.kind == "business")
    return some(where(business, first_known(business.suspended_since <= on, False)))


@derive(sentence=_("Members who can work and whose business stands still."))
def suspended_businesses(members):
    """Open while the registers know nothing of what somebody who can work does."""
    workers = where(members, members.can_work)
    silent = where(workers, ~workers.employment_is_known)
    still = where(workers, workers.business_stands_still)
    return said(choose(count(silent) == 0, count(still), None), workers.employment_receipt)


@step()
def loans_now(loans, on):
    return in_force(loans, on)


@step()
def overdue_loans(loans_now):
    return where(loans_now, loans_now.overdue > 0)


@step()
def overdue(overdue_loans):
    return sum_of(overdue_loans.overdue)


@step()
def overdue_since(overdue_loans):
    return earliest(overdue_loans.overdue_since)


@step()
def loan_receipt(loans):
    return newest_receipt(loans)


@step()
def has_loan(loans_now):
    return some(loans_now)


@step()
def has_old_debt(overdue_loans, old_debt_from, old_debt_days, on):
    """More than the table of points lets be, for longer."""
    old = where(overdue_loans, days_between(overdue_loans.overdue_since, on) > old_debt_days)
    return sum_of(old.overdue) > old_debt_from


@derive(sentence=_("What members owe to lenders and did not pay in time."))
def overdue_debt(members):
    """Silent where the credit bureau never heard of a loan of the family."""
    return said(sum_of(members.overdue), members.loan_receipt)


@derive()
def overdue_debt_days(members, on):
    """Days since the oldest payment was due that is still owed; none where nothing is overdue."""
    late = where(members, members.overdue > 0)
    days = choose(count(late) == 0, 0, days_between(earliest(late.overdue_since), on))
    return said(days, members.loan_receipt)


@derive()
def has_loans(members):
    return said(some(where(members, members.has_loan)), members.loan_receipt)


@derive()
def adults_with_overdue_debt(members):
    return said(count(where(members, members.is_adult & members.has_old_debt)), members.loan_receipt)
