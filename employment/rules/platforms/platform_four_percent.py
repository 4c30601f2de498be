"""What a platform withheld at the reduced rate from September 2024 to 2025 (article 102-1 as it was then)."""

import datetime

from employment import conditions
from socialcode.engine import Provision, _, choose, least, nearest_tenge, rule
from socialcode.provisions import conditions as of_people
from socialcode.provisions import contributions, retirement

provision = Provision(
    "platform_four_percent",
    _("Payments on work through an app in 2024 and 2025"),
    article="102-1",
    since=datetime.date(2024, 9, 3),
    until=datetime.date(2025, 12, 31),
    pays="due",
    summary=_("Four percent in all, which the platform took off if you chose so for the month."),
    events=("work",),
    follows=(conditions.SMALLER_WITH_SERVICE_PENSION,),
    assumptions=(
        contributions.ROUNDED,
        _("The article of that time was not read: the rates and the monthly choice come from order 392 of 30.09.2024."),
        _("At the standard rates, the other choice, the platform took off more. That is not computed here."),
        _("For the social contribution the general limit of income is used; no other limit of that time is known."),
        contributions.NO_OFFICE,
    ),
)

retires_on = retirement.retires_on("207.1")
is_below_pension_age = contributions.is_below_pension_age("243, 248.3(1)")
is_permanently_disabled = of_people.is_permanently_disabled("248.3(2)")
is_not_freed = contributions.is_not_freed("248.3(2)")
has_no_service_pension = contributions.has_no_service_pension("248.3(4)")
owes_pension_contribution = contributions.owes_pension_contribution("248.3")
due = contributions.due("102-1.1")
is_platform_worker = contributions.is_platform_worker("102.1")


@rule("102-1.1", _("Your income in the month through platforms"))
def income(platform_income):
    return platform_income


@rule(
    "102-1.1",
    _("You chose the reduced rate for this month"),
    otherwise=_("Without this choice the platform takes off the standard rates."),
)
def chose_reduced_rate(chose_four_percent):
    return chose_four_percent


@rule("102-1.1", _("The payments are due"))
def eligible(is_platform_worker, chose_reduced_rate, is_a_tenge, is_below_pension_age):
    return is_platform_worker & chose_reduced_rate & is_a_tenge & is_below_pension_age


@rule("102-1.1", _("Income tax"))
def tax_part(income, part_rate):
    return nearest_tenge(income * part_rate)


@rule("102-1.1", _("Pension contribution"))
def pension_part(owes_pension_contribution, income, part_rate):
    return choose(owes_pension_contribution, nearest_tenge(income * part_rate), 0)


@rule("102-1.1", _("Social contribution"))
def social_part(income, social_income_cap, minimum_wage, part_rate):
    return nearest_tenge(least(income, social_income_cap * minimum_wage) * part_rate)


@rule("102-1.1", _("Health insurance contribution"))
def health_part(income, part_rate):
    return nearest_tenge(income * part_rate)


@rule("102-1.1", _("All four together, for the month"))
def contribution(tax_part, pension_part, social_part, health_part):
    return tax_part + pension_part + social_part + health_part
