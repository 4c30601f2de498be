"""The employer's pension contribution to a notional account (articles 248, 251)."""

import datetime

from pensions import earnings
from socialcode.engine import OneOf, Provision, _, choose, greatest, nearest_tenge, one_of, rule
from socialcode.provisions import conditions, contributions, retirement

provision = Provision(
    "employer_contribution",
    _("Employer's pension contribution"),
    article="248, 251",
    since=datetime.date(2024, 1, 1),
    pays="due",
    summary=_("Your employer pays it from its own money. Entrepreneurs pay it for themselves. It cannot be inherited."),
    events=("work",),
    excludes=(OneOf("single_payment", "251.3"),),
    follows=(earnings.freed_by_service_pension("248.6(4)"),),
    assumptions=(
        contributions.ROUNDED,
        _("Entrepreneurs pay it for themselves, as tax guides say; the Code speaks of those who pay for workers."),
        contributions.NO_OFFICE,
    ),
)

retires_on = retirement.retires_on("207.1")
is_below_pension_age = contributions.is_below_pension_age("248.6(1)")
is_permanently_disabled = conditions.is_permanently_disabled("248.6(2)")
does_not_serve = earnings.does_not_serve("248.6(3)")
is_paid_apart = earnings.is_paid_apart("251.3")
pension_base = contributions.pension_base("251.2")
pay_by = contributions.pay_by("248.9")
ends_on = contributions.ends_on("248.6(1)")


@rule(
    "248.6",
    _("You have a job or a business"),
    otherwise=_("It is due for workers and for entrepreneurs, not for single contracts."),
)
def has_job_or_business(earns_as):
    return one_of(earns_as, "employee", "entrepreneur", "service")


@rule(
    "248.6(6)",
    _("You were born on or after the first day that counts"),
    otherwise=_("It is not due for those born earlier. You need to do nothing."),
)
def is_born_late_enough(birth_date, employer_pays_for_born_from):
    return birth_date >= employer_pays_for_born_from


@rule(
    "248.6(2)",
    _("You have no disability of group I or II without a term"),
    otherwise=_("It is not due for those who have one. You need to do nothing."),
)
def is_not_disabled_for_life(is_permanently_disabled):
    return ~is_permanently_disabled


@rule(
    "248.6(4), 248.6(5)",
    _("You receive no long-service pension and no judge's allowance"),
    otherwise=_("It is not due for those who receive one. You need to do nothing."),
)
def has_no_allowance(special_pension):
    return one_of(special_pension, "none", "early_age")


@rule("248.6", _("The contribution is due"))
def eligible(
    has_job_or_business,
    does_not_serve,
    is_paid_apart,
    is_born_late_enough,
    is_below_pension_age,
    is_not_disabled_for_life,
    has_no_allowance,
):
    return (
        has_job_or_business
        & does_not_serve
        & is_paid_apart
        & is_born_late_enough
        & is_below_pension_age
        & is_not_disabled_for_life
        & has_no_allowance
    )


@rule("251.2", _("Income that counts, at least the minimum wage"))
def base(pension_base, minimum_wage):
    return greatest(pension_base, minimum_wage)


@rule("251.1", _("Contribution for the month: income × rate of the year, in whole tenge"))
def amount(eligible, base, rate):
    return choose(eligible, nearest_tenge(base * rate), 0)
