"""Monthly special state benefit of pensioners with disability, and of Baikonur (article 190, point 3, 13)."""

import datetime

from benefits import conditions, past_days
from socialcode.engine import (
    Effect,
    Follows,
    OneOf,
    Provision,
    _,
    as_of,
    by_table,
    choose,
    greatest,
    least,
    one_of,
    rule,
    up_to_tenge,
    years_after,
)
from socialcode.provisions import endings, pauses

provision = Provision(
    "special_disability",
    _("Special state benefit with a disability"),
    article="190..195",
    since=datetime.date(2023, 7, 1),
    summary=_("Monthly on top of an age or long-service pension, for people with disability."),
    events=("old_age", "illness"),
    excludes=(OneOf("disability_state", "179.1(7), 190.3(13)"), OneOf("special_state", "190.2")),
    follows=(
        Follows(
            "receives_pension",
            ("age_pension", "long_service_pension"),
            True,
            effect=Effect.OPENS,
            article="190.3(13)",
        ),
        Follows(
            "pension_since",
            ("age_pension", "long_service_pension"),
            is_day=True,
            effect=Effect.OPENS,
            article="190.3(13)",
        ),
    ),
    ends=endings.special_benefit(),
    suspends=pauses.special_benefit(),
    counts_towards=("targeted_assistance",),
    assumptions=(
        _("Amounts are rounded up to a whole tenge, as most published figures are."),
        past_days.FOR_THE_PAST,
        past_days.FIGURES_OF_THE_LAST_DAY,
        _("Where the disability benefit tops up your pension, it takes the place of this one; you choose."),
        _("A Russian disability pension pauses the disability benefit of Kazakhstan, so only one is shown."),
    ),
)

lives_here = conditions.lives_here("190.1")
is_disabled = conditions.is_disabled("190.3(13)")
turns_adult_on = conditions.is_of_age_on("1.1(110)")
ends_on = conditions.recognised_until_last_day("193.2")
figures_of = past_days.figures_of_own_term("194.2")
is_recognised = past_days.is_recognised_or_unpaid("193.2, 193.4", "special_term_was_paid")


@rule(
    "190.3(13)",
    _("You have an age or long-service pension, or live in Baikonur with a Russian disability pension"),
    otherwise=_("You can apply once you receive an age or long-service pension."),
)
def has_ground(on, turns_adult_on, receives_pension, baikonur_pension):
    return ((on >= turns_adult_on) & receives_pension) | one_of(baikonur_pension, "own", "both")


@rule("190.3(13)", _("The ground began: the first day of the pension"))
def ground_began(receives_pension, pension_since, turns_adult_on, baikonur_pension, baikonur_pension_since):
    of_pension = greatest(pension_since, turns_adult_on)
    earlier = choose(receives_pension, least(of_pension, baikonur_pension_since), baikonur_pension_since)
    return choose(one_of(baikonur_pension, "own", "both"), earlier, of_pension)


@rule("190.3(13), 193.2", _("First day paid: the day the right arose, by this Code"))
def starts_on(disability_since, ground_began, counted_from):
    return greatest(disability_since, ground_began, counted_from)


@rule("190.1, 190.3(13)", _("You have the right to the benefit"))
def eligible(lives_here, is_disabled, is_recognised, has_ground):
    return lives_here & is_disabled & is_recognised & has_ground


@rule("194.3(14), 194.3(15)", _("Size for your age and group"), unit="mci")
def size(
    figures_of, birth_date, turns_adult_on, group_age, disability_group, size_under_7, size_of_child, size_of_adult
):
    by_group = by_table(disability_group, size_of_child)
    of_child = choose(figures_of < years_after(birth_date, group_age), size_under_7, by_group)
    return choose(figures_of >= turns_adult_on, by_table(disability_group, size_of_adult), of_child)


@rule("194.2", _("Monthly amount, rounded up to a whole tenge"))
def amount(eligible, size, figures_of, mci_history):
    return choose(eligible, up_to_tenge(size * as_of(figures_of, mci_history)), 0)
