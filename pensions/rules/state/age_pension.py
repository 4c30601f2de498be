"""Solidary pension by age, for work before 1998 (articles 196-204, 207-211)."""

import datetime

from pensions import conditions as pensions
from socialcode.engine import (
    OneOf,
    Provision,
    _,
    choose,
    greatest,
    least,
    raised,
    ratio,
    rule,
    up_to_tenge,
    years_after,
)
from socialcode.provisions import arrears, conditions, deductions, endings, pauses, retirement

provision = Provision(
    "age_pension",
    _("Pension by age"),
    article="207..211",
    since=datetime.date(2021, 1, 1),
    summary=_("For work before 1998, monthly and for life, besides the base pension."),
    events=("old_age",),
    excludes=(
        OneOf("long_service_pension", "196.2"),
        OneOf("special_professional", "195-5.3"),
        OneOf("unemployed_registration", "99.3(3)"),
    ),
    counts_towards=("targeted_assistance",),
    ends=endings.age_or_base_pension(),
    suspends=pauses.age_or_base_pension(),
    arrears=(
        arrears.not_collected("202.7"),
        arrears.office_at_fault("201.3"),
    ),
    deductions=(deductions.HALF_FOR_DEBTS, deductions.REST_TO_CENTRE),
    assumptions=(
        _("Each further year adds one part in a hundred of the income, as the largest size shows."),
        _("A part of the full pension is counted by months; an order not seen here sets the unit."),
        _("Amounts are rounded up to a whole tenge, as the published sizes are."),
        _("The Code names no correction of the income for the growth of wages, so none is made."),
        _("Raises before 2023 are not known. A size of an earlier day is raised from then on only."),
        _("Rules before July 2023 are not confirmed by a text of that law."),
    ),
)

lives_here = conditions.lives_here("196.1")
is_no_judge = pensions.is_no_judge("207.4")
worked_enough = pensions.worked_enough("210.6")
in_care_centre = pensions.in_care_centre("202.3")
retirement_age = retirement.retires_on("207.1")


@rule("207.2, 207.3", _("The day an earlier pension is open to you, if there is a ground"))
def early_on(
    birth_date, sex, early_pension_ground, zone_age_men, zone_age_women, retirement_age_mothers_of_five, retires_on
):
    zone_age = choose(sex == "male", zone_age_men, zone_age_women)
    as_mother = (early_pension_ground == "five_children") & (sex == "female")
    otherwise = choose(as_mother, years_after(birth_date, retirement_age_mothers_of_five), retires_on)
    return choose(early_pension_ground == "nuclear_zone", years_after(birth_date, zone_age), otherwise)


@rule(
    "207.1, 207.2, 207.3",
    _("The day of your right; an earlier ground changes nothing once the retirement age is reached"),
)
def right_on(on, retires_on, early_on):
    return choose(on >= retires_on, retires_on, least(retires_on, early_on))


@rule(
    "207.1",
    _("You have reached the age for this pension"),
    otherwise=_("You can apply from the day you reach the age."),
)
def is_of_age(on, right_on, receives_age_pension):
    return receives_age_pension | (on >= right_on)


@rule("196.1", _("You have the right to the pension by age"))
def eligible(lives_here, worked_enough, is_of_age, is_no_judge):
    return lives_here & worked_enough & is_of_age & is_no_judge


@rule("199.3", _("First day paid: the day you apply, not before the day of your right"))
def starts_on(on, right_on, receives_age_pension, age_pension_size_on):
    return choose(receives_age_pension, age_pension_size_on, greatest(on, right_on))


@rule("210.4", _("Years of work before 1998 for a full pension"), unit="years")
def full_years(sex, full_years_men, full_years_women):
    return choose(sex == "male", full_years_men, full_years_women)


@rule("210.5", _("Full years above them"), unit="years")
def further_years(months_before_1998, full_years):
    return greatest(ratio(months_before_1998 - months_before_1998 % 12, 12) - full_years, 0)


share = pensions.share_of("210.1, 210.5", _("Share of the income"))


@rule("210.2, 211.1, 211.2", _("Average income, up to the limit"))
def counted_income(best_average_income, income_limit, mci):
    return least(best_average_income, income_limit * mci)


@rule("210.5", _("Full pension, not below the minimum pension"))
def full_pension(counted_income, share, minimum_pension):
    return greatest(counted_income * share, minimum_pension)


@rule("210.6, 210.7", _("New pension in proportion to the work before 1998, rounded up to a whole tenge"))
def new_amount(receives_age_pension, full_pension, months_before_1998, full_years):
    full_months = full_years * 12
    pension = up_to_tenge(ratio(full_pension * least(months_before_1998, full_months), full_months))
    return choose(receives_age_pension, 0, pension)


@rule("197.3", _("Pension already received, after the raise of each January since"))
def raised_amount(receives_age_pension, age_pension_size, age_pension_size_on, on, pension_raise_history):
    today = raised(up_to_tenge(age_pension_size), age_pension_size_on, on, pension_raise_history)
    return choose(receives_age_pension, today, 0)


@rule("197.3, 210.7", _("Monthly amount"))
def amount(eligible, receives_age_pension, raised_amount, new_amount):
    return choose(eligible, choose(receives_age_pension, raised_amount, new_amount), 0)
