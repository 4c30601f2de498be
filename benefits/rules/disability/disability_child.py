"""Monthly state benefit of children with disability (articles 175-179)."""

import datetime

from benefits import care_centre, conditions, past_days
from socialcode.engine import (
    Ground,
    OneOf,
    Provision,
    _,
    as_of,
    by_table,
    choose,
    greatest,
    months_after,
    rule,
    up_to_tenge,
    years_after,
)
from socialcode.engine.grounds import MONTH_AFTER, MONTH_AFTER_NEWS
from socialcode.provisions import arrears, deductions, endings, pauses

provision = Provision(
    "disability_child",
    _("State disability benefit for a child"),
    article="175..179",
    since=datetime.date(2023, 7, 1),
    unit="child",
    summary=_("Monthly for each child under 18 with a recognised disability."),
    events=("disability",),
    excludes=(OneOf("survivor_state", "175.6"), OneOf("special_disability_child", "179.1(7)")),
    ends=(
        Ground(_("an examination no longer recognises the disability"), "178.3", MONTH_AFTER),
        endings.child_dies("178.1, 179.3(1)"),
        endings.file_asked_for("179.3(2)"),
        endings.deregistered("179.3(3)"),
        endings.leaves("179.3(4)", MONTH_AFTER_NEWS),
        endings.false_data("179.3(5)", MONTH_AFTER_NEWS),
    ),
    suspends=pauses.disability_benefit(),
    arrears=(
        arrears.not_collected("178.8"),
        arrears.office_at_fault("173.3"),
    ),
    deductions=(deductions.QUARTER_FOR_DEBTS, deductions.OVERPAID_IF_YOU_APPLY),
    assumptions=(
        _("Amounts are rounded up to a whole tenge, as most published figures are."),
        _("The increase for a lost breadwinner follows the number of family members, without additions for orphans."),
        _("In a centre for mental or nervous illness part of it goes to the centre. Elsewhere the whole is paid."),
        _("If the child also has a right to the survivor benefit, one of the two is paid; you choose which."),
    ),
)

lives_here = conditions.lives_here("175.2")
left_in_centre = care_centre.left_in_centre("178.5")
has_disability = conditions.has_disability("175.1")
turns_adult_on = conditions.turns_adult_on("1.1(110)")
still_recognised = past_days.still_recognised_or_unpaid("171.5, 175.4", "child_term_was_paid")
is_child = past_days.is_child_or_unpaid(
    "175.4, 176.1", _("From 18 on the benefit for adults with disability is paid."), "child_term_was_paid"
)
ends_on = conditions.recognised_to("171.5")
figures_of = past_days.figures_of("177.1")
nobody_else_is_paid = conditions.has_one_disability_benefit("172.1(1)")


@rule("175.2", _("You have the right to the benefit"))
def eligible(lives_here, has_disability, is_child, still_recognised, nobody_else_is_paid):
    return lives_here & has_disability & is_child & still_recognised & nobody_else_is_paid


@rule("175.4", _("First day paid: the day of recognition, but not long before you apply"))
def starts_on(on, child_disability_since, months_back):
    return greatest(child_disability_since, months_after(on, 0 - months_back))


@rule("177.2", _("Size for the child's age and group"), unit="subsistence_minimums")
def size(figures_of, child_birth_date, group_age, size_without_group, child_disability_group, size_by_group):
    return choose(
        figures_of < years_after(child_birth_date, group_age),
        size_without_group,
        by_table(child_disability_group, size_by_group),
    )


@rule("177.5", _("Increase for a lost breadwinner"), unit="subsistence_minimums")
def increase(child_lost_breadwinner, child_breadwinner_dependants, survivor_size_by_dependants):
    return choose(child_lost_breadwinner, by_table(child_breadwinner_dependants, survivor_size_by_dependants), 0)


@rule("177.1, 177.2, 177.5", _("Monthly amount, rounded up to a whole tenge"))
def amount(eligible, size, increase, figures_of, subsistence_minimum_history):
    return choose(eligible, up_to_tenge((size + increase) * as_of(figures_of, subsistence_minimum_history)), 0)


@rule(
    "178.5, 178.6",
    _("Paid into your hand; the rest goes to the centre for mental or nervous illness the child lives in"),
    withholds=deductions.CARE_CENTRE,
)
def net_amount(amount, child_in_state_care, child_care_centre, left_in_centre):
    return choose(child_in_state_care & (child_care_centre == "mental"), left_in_centre, amount)
