"""What somebody works as, and what they earned lately."""

from socialcode.engine import choose, months_after, one_of, start_of_month
from socialcode.engine.derived import latest, newest_receipt, said, some, step, sum_of, where

from .periods import in_force

NEWEST_MONTHS = 3  # an older month says nothing of what somebody earns now


@step()
def employments_now(employments, on):
    return in_force(employments, on)


@step()
def work(employments_now):
    return where(employments_now, one_of(employments_now.kind, "contract", "business", "platform"))


@step()
def unemployment(employments_now):
    return where(employments_now, employments_now.kind == "unemployed")


@step()
def works(work):
    return some(work)


@step()
def is_unemployed(unemployment):
    return some(unemployment)


@step()
def employment_is_known(employments_now):
    return some(employments_now)


@step()
def employment_receipt(employments_now):
    return newest_receipt(employments_now)


def newest_income(incomes, kind, on):
    """What somebody earned in the newest month of which the tax office knows, if that is not long ago."""
    own = where(incomes, (incomes.kind == kind) & (incomes.month <= on))
    of_month = where(own, own.month == latest(own.month))
    is_new = latest(own.month) >= start_of_month(months_after(on, -NEWEST_MONTHS))
    return said(choose(is_new, sum_of(of_month.amount), None), of_month)
