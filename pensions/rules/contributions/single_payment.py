"""Single payment on wages and what of it goes where (articles 244, 245, 249, 251)."""

import datetime

from pensions import earnings
from socialcode.engine import Effect, OneOf, Provision, _, choose, least, nearest_tenge, rule
from socialcode.provisions import conditions, contributions, retirement

provision = Provision(
    "single_payment",
    _("Single payment on wages"),
    article="244, 245, 249, 251",
    since=datetime.date(2023, 7, 1),
    pays="due",
    summary=_("A small business or farm pays one sum for each worker: contributions, health insurance and income tax."),
    events=("work",),
    excludes=(
        OneOf("pension_contribution", "249.2"),
        OneOf("social_contribution", "244.3"),
        OneOf("employer_contribution", "251.3"),
    ),
    follows=(earnings.freed_by_service_pension("248.3(4), 248.6(4)", Effect.LOWERS),),
    assumptions=(
        contributions.ROUNDED,
        contributions.OF_ARTICLE_207,
        _("What is not due for you is left out of the payment; the tax rule about it has not been read."),
        _("The rates of 2023 and 2025 are recalled; they fit the shares that the Code states."),
        _(
            "Articles 245, 249 and 251 limit the income for each contribution inside the payment; "
            "whether the Tax Code limits the rest was not read."
        ),
        contributions.NO_OFFICE,
    ),
)

retires_on = retirement.retires_on("207.1")
is_below_pension_age = contributions.is_below_pension_age("248.3(1)")
is_permanently_disabled = conditions.is_permanently_disabled("248.3(2)")
is_not_freed = contributions.is_not_freed("248.3(2)")
has_no_service_pension = contributions.has_no_service_pension("248.3(4)")
owes_pension_contribution = contributions.owes_pension_contribution("248.3")
is_counted_for_employer = contributions.is_counted_for_employer("248.6")
amount = contributions.amount_due("245.5")
pension_base = contributions.pension_base("249.1(1), 251.2")


@rule(
    "245.5",
    _("Your employer pays the single payment for you"),
    otherwise=_("Then each contribution is paid apart. Ask your employer if you are not sure."),
)
def uses_single_payment(earns_as, employer_pays_single_payment):
    return (earns_as == "employee") & employer_pays_single_payment


# The rest alone tells it: its limits of a year without a budget law yet are not needed
@rule("245.5", contributions.A_TENGE, otherwise=contributions.NOTHING_TO_PAY)
def is_a_tenge(other_part, contribution):
    return (nearest_tenge(other_part) > 0) | (contribution > 0)


@rule("245.5", _("The single payment is due for you"))
def eligible(uses_single_payment, is_a_tenge):
    return uses_single_payment & is_a_tenge


@rule("249.1(1), 249.2", _("Mandatory pension contribution inside the payment"))
def pension_part(owes_pension_contribution, pension_base, rate, pension_share):
    return choose(owes_pension_contribution, pension_base * rate * pension_share, 0)


@rule("244.3, 245.5", _("Social contribution inside the payment, up to the greatest income that counts"))
def social_part(is_below_pension_age, monthly_earnings, social_income_cap, minimum_wage, rate, social_share):
    counted = least(monthly_earnings, social_income_cap * minimum_wage)
    return choose(is_below_pension_age, counted * rate * social_share, 0)


@rule("251.2, 251.3", _("Employer's pension contribution inside the payment"))
def employer_part(is_counted_for_employer, pension_base, rate, employer_share):
    return choose(is_counted_for_employer, pension_base * rate * employer_share, 0)


@rule("245.5", _("Income tax and health insurance inside the payment: what is left of it"))
def other_part(monthly_earnings, rate, pension_share, social_share, employer_share):
    return monthly_earnings * rate * (1 - pension_share - social_share - employer_share)


@rule("245.5", _("Single payment for the month: its parts together, in whole tenge"))
def contribution(pension_part, social_part, employer_part, other_part):
    return nearest_tenge(pension_part + social_part + employer_part + other_part)
