"""Social contribution to the Social Insurance Fund (articles 243-246)."""

import datetime

from pensions import earnings
from socialcode.engine import OneOf, Provision, _, choose, greatest, least, nearest_tenge, one_of, rule
from socialcode.provisions import conditions, contributions, retirement

provision = Provision(
    "social_contribution",
    _("Social contribution"),
    article="243..246",
    since=datetime.date(2023, 7, 1),
    pays="due",
    summary=_(
        "It insures you for the payments of the Social Insurance Fund. Employers pay it from their own money, "
        "entrepreneurs for themselves; from contracts it is taken off."
    ),
    events=("work",),
    excludes=(OneOf("single_payment", "244.3"),),
    assumptions=(
        contributions.ROUNDED,
        contributions.OF_ARTICLE_207,
        _("Contracts for work are insured from 2025 on: until then article 262 kept their insurance from beginning."),
        _("Pay that the Tax Code leaves out of the income is not asked here."),
        _("Entrepreneurs pay on the income they declare, with no deduction, as article 245 says."),
        contributions.NO_OFFICE,
    ),
)

retires_on = retirement.retires_on("207.1")
is_below_pension_age = contributions.is_below_pension_age("243")
is_permanently_disabled = conditions.is_permanently_disabled("248.3(2)")
is_not_freed = contributions.is_not_freed("248.3(2)")
has_no_service_pension = contributions.has_no_service_pension("248.3(4)")
owes_pension_contribution = contributions.owes_pension_contribution("248.3")
is_paid_apart = earnings.is_paid_apart("244.3")
pension_base = contributions.pension_base("249.1")
due = contributions.due("244.1")
pay_by = contributions.pay_by("246.1, 246.3")
ends_on = contributions.ends_on("243")


@rule(
    "243(1), 243(2), 243(3), 243(6)",
    _("You have earnings on which it is due"),
    otherwise=_("Contracts for work are insured from 2025 on. With a job or a business you are insured."),
    name="has_insured_work",
)
def has_insured_work_before_2025(earns_as):
    return one_of(earns_as, "employee", "entrepreneur", "service", "assistant")


@rule(
    "243(1), 243(2), 243(3), 243(4), 243(6)",
    _("You have earnings on which it is due"),
    since="2025-01-01",
    otherwise=_("Contracts between private persons are not insured. With a job or a business you would be."),
)
def has_insured_work(earns_as):
    return one_of(earns_as, "employee", "entrepreneur", "contract", "service", "assistant")


@rule("243", _("The contribution is due"))
def eligible(has_insured_work, is_paid_apart, is_below_pension_age, is_a_tenge):
    return has_insured_work & is_paid_apart & is_below_pension_age & is_a_tenge


@rule("245.1, 245.3, 249.1", _("Pension contribution that is taken off the pay first"))
def pension_part(earns_as, owes_pension_contribution, pension_base, mandatory_pension_rate):
    is_taken_off = one_of(earns_as, "employee", "contract") & owes_pension_contribution
    return choose(is_taken_off, pension_base * mandatory_pension_rate, 0)


@rule("245.1, 245.2, 245.3", _("Income that counts, up to the greatest one"))
def capped_income(monthly_earnings, pension_part, social_income_cap, minimum_wage):
    return least(monthly_earnings - pension_part, social_income_cap * minimum_wage)


@rule("245.1, 245.2, 245.6", _("Income that counts: of a contract with no least one, of an assistant all that is paid"))
def base(earns_as, monthly_earnings, capped_income, minimum_wage):
    with_least = choose(earns_as == "contract", capped_income, greatest(capped_income, minimum_wage))
    return choose(earns_as == "assistant", monthly_earnings, with_least)


@rule("244.1", _("Contribution for the month: income × rate of the year, in whole tenge"))
def contribution(base, social_contribution_rate):
    return nearest_tenge(base * social_contribution_rate)
