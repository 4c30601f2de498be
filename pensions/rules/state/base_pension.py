"""State base pension (articles 202-207)."""

import datetime

from pensions import conditions as pensions
from socialcode.engine import (
    Effect,
    Ground,
    OneOf,
    Provision,
    Told,
    _,
    choose,
    greatest,
    one_of,
    rule,
    up_to_tenge,
)
from socialcode.engine.grounds import MONTH_AFTER_OVER, THAT_DAY, Resumption
from socialcode.provisions import arrears, conditions, deductions, endings, pauses, retirement

provision = Provision(
    "base_pension",
    _("State base pension"),
    article="202..207",
    since=datetime.date(2018, 7, 1),
    summary=_("For everybody of retirement age, more with each year in the pension system, besides other pensions."),
    events=("old_age",),
    excludes=(
        OneOf("long_service_pension", "205(2)", unless="has_early_service_pension"),
        OneOf("special_professional", "195-5.3", unless="has_early_service_pension"),
    ),
    told=(Told("lives_in_care_centre", ("age_pension", "disability_state"), Effect.PAUSES, "202.4"),),
    ends=endings.age_or_base_pension(),
    suspends=(
        *pauses.age_or_base_pension(),
        Ground(
            _(
                "you live in a care centre at full state expense "
                "and have a pension by age or the state disability benefit"
            ),
            "202.4",
            THAT_DAY,
            (Resumption(MONTH_AFTER_OVER, _("you leave the centre")),),
        ),
    ),
    arrears=(
        arrears.not_collected("202.7"),
        arrears.office_at_fault("201.3"),
    ),
    deductions=(deductions.HALF_FOR_DEBTS, deductions.OVERPAID_IF_YOU_APPLY),
    counts_towards=("targeted_assistance",),
    assumptions=(
        _("The size is worked out anew every January for everybody who receives it."),
        _("Who reached the age before July 2001 is measured by the age of that month."),
    ),
)

lives_here = conditions.lives_here("196.1")
retires_on = retirement.retires_on("207.1")
worked_enough = pensions.worked_enough("202.4, 210.6")


@rule("205(1)", _("Your long-service pension was granted before 2016, so both are paid"))
def has_early_service_pension(special_pension, special_pension_since, long_service_before):
    return (special_pension == "long_service") & (special_pension_since < long_service_before)


@rule("205(1)", _("A pension granted early enough gives the right at any age"))
def was_granted_early(special_pension, special_pension_since, age_pension_before, has_early_service_pension):
    by_age = (special_pension == "early_age") & (special_pension_since < age_pension_before)
    return by_age | has_early_service_pension


@rule("205(1), 205(2)", _("The right begins"))
def right_on(was_granted_early, special_pension_since, retires_on):
    return choose(was_granted_early, special_pension_since, retires_on)


@rule("199.3", _("First day paid: the day you apply, not before the day of your right"))
def starts_on(on, right_on):
    return greatest(on, right_on)


@rule(
    "205(1), 205(2)",
    _("You have reached the retirement age, or had a pension before the law changed"),
    otherwise=_("You can apply from the day you reach the retirement age."),
)
def is_of_age(on, retires_on, was_granted_early, pension_concerns):
    return pension_concerns & ((on >= retires_on) | was_granted_early)


@rule(
    "205(2)",
    _("You receive no judge's allowance and no long-service pension of later years"),
    otherwise=_("Those who receive it get no base pension besides it."),
)
def has_no_other(special_pension, was_granted_early):
    return one_of(special_pension, "none", "early_age") | was_granted_early


@rule(
    "202.4",
    _("You do not live in a care centre at full state expense with a pension by age or a disability benefit"),
    otherwise=_("It is paused there. It goes on from the month after you leave the centre."),
)
def is_not_paused(
    on, lives_in_care_centre, worked_enough, person_has_disability, disability_is_permanent, recognised_until
):
    has_benefit = person_has_disability & (disability_is_permanent | (on <= recognised_until))
    return ~(lives_in_care_centre & (worked_enough | has_benefit))


@rule("205", _("You have the right to the base pension"))
def eligible(lives_here, is_of_age, has_no_other, is_not_paused):
    return lives_here & is_of_age & has_no_other & is_not_paused


@rule("206.1", _("Years above those the least share includes"), unit="years")
def further_years(pension_years, included_years):
    return greatest(pension_years - included_years, 0)


share = pensions.share_of("206.1", _("Share of the subsistence minimum"))


@rule("206.1", _("Monthly amount, rounded up to a whole tenge"))
def amount(eligible, share, subsistence_minimum):
    return choose(eligible, up_to_tenge(share * subsistence_minimum), 0)
