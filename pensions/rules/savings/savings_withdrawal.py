"""Pension savings used before their time for a home or for treatment (articles 220, point 3, and 224, point 4)."""

import datetime

from pensions import savings as shared
from socialcode.engine import (
    Effect,
    Follows,
    Provision,
    Told,
    _,
    by_table,
    choose,
    down_to_tenge,
    full_years,
    greatest,
    least,
    nearest_tenge,
    one_of,
    ratio,
    rule,
)
from socialcode.provisions import retirement

FREES_ALL = Follows("special_pension", ("long_service_pension",), "long_service", effect=Effect.OPENS, article="220.3")

provision = Provision(
    "savings_withdrawal",
    _("Pension savings for a home or for treatment"),
    article="220.3, 224.4",
    since=datetime.date(2022, 4, 1),
    pays="savings",
    summary=_("A part of your own savings for your home or treatment, or that of your spouse or close relatives."),
    where=_("Open a special account at an authorised bank, for example on enpf-otbasy.kz, and apply there."),
    is_asked_elsewhere=True,
    events=("illness", "old_age"),
    follows=(FREES_ALL,),
    told=(Told("has_annuity", ("pension_annuity",), Effect.OPENS, "220.3"),),
    deductions=(_("Until the end of 2025 income tax was withheld; from 2026 the fund's payments are free of it."),),
    assumptions=(
        _("Only savings from mandatory contributions count, and only those that the National Bank manages are paid."),
        _("From 6 June 2026 (a day not certain) thresholds follow a formula of the Government and the budget law."),
        _("Four ages of the table of 2023 (49, 51, 55, 58) were not seen; they follow the steps of the other ages."),
        _("Before July 2023 the grounds of the Code are used, but for the long-service pension, which is new in it."),
        _(
            "Whoever is younger than the table is measured by its first age. "
            "From the retirement age on no threshold is known, so only the pensions decide."
        ),
        _("The money has to be used within 20 working days, as the bank's rules say."),
        _("Who buys an annuity may then use what its price leaves. That is computed once you have the contract."),
    ),
)

BY_FORMULA = "2026-06-06"  # from this day on the thresholds follow from the year's minimum pension and minimum wage

has_savings = shared.has_savings("220.3")
managed_elsewhere = shared.managed_elsewhere("224.4")
retires_on = retirement.retires_on("207.1")
is_of_age = shared.is_of_age("220.3")
threshold_before_june_2026 = shared.threshold("220.3")


@rule(
    "220.3", _("Your age in full years; whoever is younger counts as of the first age"), since=BY_FORMULA, unit="years"
)
def counted_age(on, birth_date, youngest_age):
    return greatest(full_years(birth_date, on), youngest_age)


@rule("220.3", _("Share of the minimum pension to provide for at your age"), since=BY_FORMULA, unit="share")
def pension_share(counted_age, youngest_age, pension_share_at_first_age, pension_share_per_year, largest_share):
    return least(pension_share_at_first_age + (counted_age - youngest_age) * pension_share_per_year, largest_share)


@rule("220.3", _("Share of the minimum wage to provide for at your age"), since=BY_FORMULA, unit="share")
def wage_share(counted_age, youngest_age, wage_share_at_first_age, wage_share_per_year, largest_share):
    return least(wage_share_at_first_age + (counted_age - youngest_age) * wage_share_per_year, largest_share)


@rule("220.3", _("Monthly pension to provide for: the larger of the two"), since=BY_FORMULA)
def pension_to_provide(pension_share, minimum_pension, wage_share, minimum_wage):
    return greatest(pension_share * minimum_pension, wage_share * minimum_wage)


@rule("220.3", _("Threshold of sufficiency for your age"), since=BY_FORMULA, name="threshold")
def threshold(pension_to_provide, counted_age, years_of_payment, rounding):
    needed = pension_to_provide * by_table(counted_age, years_of_payment) * 12
    return nearest_tenge(ratio(needed, rounding)) * rounding


@rule(
    "220.3",
    _("You want to use savings for a home or for treatment"),
    otherwise=_("Savings may be taken out early only for a home or for treatment, yours or your family's."),
)
def has_purpose(needs_home_or_treatment):
    return needs_home_or_treatment


@rule("224.4", _("Savings from mandatory contributions that the National Bank manages"))
def available(mandatory_savings, managed_elsewhere):
    return greatest(mandatory_savings - managed_elsewhere, 0)


@rule("220.3", _("You receive a pension by age or a judge's allowance, or are old enough for it"))
def is_pensioner(is_of_age, special_pension):
    return is_of_age | one_of(special_pension, "early_age", "judge")


@rule("220.3", _("Your pensions replace enough of your income, counted up to the country's average"))
def pension_is_enough(total_pension, income_before_pension, average_income_of_country, replaced_share):
    replaces_own = total_pension >= income_before_pension * replaced_share
    return replaces_own | (total_pension >= average_income_of_country * replaced_share)


@rule("224.4", _("Part that a pensioner may use"))
def pensioners_part(is_pensioner, pension_is_enough, available, pensioners_share):
    return choose(is_pensioner & pension_is_enough, available * pensioners_share, 0)


@rule("224.4", _("Part above the threshold of sufficiency"))
def part_above(is_of_age, mandatory_savings, threshold, available):
    return choose(~is_of_age & (mandatory_savings > threshold), greatest(available - threshold, 0), 0)


@rule("220.3", _("You have a pension annuity, so all of it may be used"), name="all_may_be_used")
def all_may_be_used_before_the_code(has_annuity):
    return has_annuity


@rule("220.3", _("You have a pension annuity, or a long-service pension, so all of it may be used"), since="2023-07-01")
def all_may_be_used(has_annuity, special_pension):
    return has_annuity | (special_pension == "long_service")


@rule("224.4", _("Largest sum that may be used"))
def limit(all_may_be_used, available, part_above, pensioners_part):
    return choose(all_may_be_used, available, greatest(part_above, pensioners_part))


@rule(
    "220.3",
    _("A part of your savings may be used"),
    otherwise=_(
        "You can apply once your savings are above the threshold for your age, or your pensions replace enough of your "
        "income, or you have a pension annuity or a long-service pension."
    ),
)
def may_use_a_part(limit):
    return down_to_tenge(limit) > 0


@rule("220.3", _("You may use pension savings"))
def eligible(has_savings, has_purpose, may_use_a_part):
    return has_savings & has_purpose & may_use_a_part


@rule("224.4", _("Largest sum, in whole tenge"))
def amount(eligible, limit):
    return choose(eligible, down_to_tenge(limit), 0)
