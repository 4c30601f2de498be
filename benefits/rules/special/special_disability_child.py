"""Monthly special state benefit of children with disability in Baikonur (article 190, point 3, 14 and 15)."""

import datetime

from benefits import conditions, past_days
from socialcode.engine import (
    OneOf,
    Provision,
    _,
    as_of,
    by_table,
    choose,
    greatest,
    one_of,
    rule,
    up_to_tenge,
    years_after,
)
from socialcode.provisions import endings, pauses

provision = Provision(
    "special_disability_child",
    _("Special state benefit for a child with disability in Baikonur"),
    article="190..195",
    since=datetime.date(2023, 7, 1),
    unit="child",
    summary=_("Monthly for a child with disability who lives in Baikonur and receives a Russian disability pension."),
    events=("disability",),
    excludes=(OneOf("disability_child", "179.1(7), 190.3(14), 190.3(15)"),),
    ends=endings.special_benefit(endings.child_dies),
    suspends=pauses.special_benefit(),
    counts_towards=("targeted_assistance",),
    assumptions=(
        _("Amounts are rounded up to a whole tenge, as most published figures are."),
        past_days.FOR_THE_PAST,
        past_days.FIGURES_OF_THE_LAST_DAY,
        _("A Russian disability pension pauses the disability benefit of Kazakhstan, so only one is shown."),
    ),
)

lives_here = conditions.lives_here("190.1")
has_disability = conditions.has_disability("190.3(14), 190.3(15)")
turns_adult_on = conditions.turns_adult_on("1.1(110)")
ends_on = conditions.recognised_to("193.2")
figures_of = past_days.figures_of("194.2")
still_recognised = past_days.still_recognised_or_unpaid("193.2, 193.4", "special_child_term_was_paid")
is_child = past_days.is_child_or_unpaid(
    "190.3(15), 193.2", _("From 18 on the size for adults counts."), "special_child_term_was_paid"
)


@rule(
    "190.3(14), 190.3(15)",
    _("The child lives in Baikonur and receives a Russian disability pension"),
    otherwise=_("It is only for children in Baikonur with a disability pension of Russia."),
)
def has_ground(baikonur_pension):
    return one_of(baikonur_pension, "child", "both")


nobody_else_is_paid = conditions.has_one_disability_benefit("192.1(1)")


@rule("190.3(14), 190.3(15), 193.2", _("First day paid: the day the right arose, by this Code"))
def starts_on(child_disability_since, child_baikonur_pension_since, counted_from):
    return greatest(child_disability_since, child_baikonur_pension_since, counted_from)


@rule("190.1, 190.3(14), 190.3(15)", _("You have the right to the benefit"))
def eligible(lives_here, has_disability, is_child, still_recognised, has_ground, nobody_else_is_paid):
    return lives_here & has_disability & is_child & still_recognised & has_ground & nobody_else_is_paid


@rule("194.3(16), 194.3(17)", _("Size for the child's age and group"), unit="mci")
def size(figures_of, child_birth_date, group_age, size_under_7, child_disability_group, size_of_child):
    by_group = by_table(child_disability_group, size_of_child)
    return choose(figures_of < years_after(child_birth_date, group_age), size_under_7, by_group)


@rule("194.2", _("Monthly amount, rounded up to a whole tenge"))
def amount(eligible, size, figures_of, mci_history):
    return choose(eligible, up_to_tenge(size * as_of(figures_of, mci_history)), 0)
