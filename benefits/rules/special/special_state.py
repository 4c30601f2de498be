"""Monthly special state benefit for those whom the law honours or compensates (articles 190-195)."""

import datetime

from benefits import conditions, past_days
from socialcode.engine import OneOf, Provision, _, by_table, choose, greatest, rule, up_to_tenge
from socialcode.provisions import endings, pauses

provision = Provision(
    "special_state",
    _("Special state benefit"),
    article="190..195",
    since=datetime.date(2023, 7, 1),
    summary=_("Monthly for veterans, heroes, victims of repression and others; it comes on top of a pension."),
    events=("old_age", "illness"),
    excludes=(OneOf("special_disability", "190.2"),),
    ends=endings.special_benefit(),
    suspends=pauses.special_benefit(),
    counts_towards=("targeted_assistance",),
    assumptions=(
        _("Amounts are rounded up to a whole tenge, as most published figures are."),
        past_days.FOR_THE_PAST,
        _("With several grounds one is paid, which you choose. A disability with a pension is a ground of its own."),
        _("Lists of combats, medals and statuses are in orders and in the law on veterans; bring your certificate."),
    ),
)

lives_here = conditions.lives_here("190.1")


@rule(
    "190.3",
    _("One of the grounds of the law applies to you"),
    otherwise=_("It is paid only on the grounds that article 190 lists."),
)
def has_ground(special_ground):
    return special_ground != "none"


@rule(
    "190.3(6), 195.1(6)",
    _("No other relative receives it for the same death"),
    otherwise=_("It is paid to one relative of the family. That one can pass it on to you."),
)
def nobody_else_is_paid(special_ground, fallen_family_is_paid):
    return (special_ground != "fallen_family") | ~fallen_family_is_paid


@rule("190.3, 193.2", _("First day paid: the day the right arose, by this Code"))
def starts_on(special_ground_since, counted_from):
    return greatest(special_ground_since, counted_from)


@rule("190.1, 190.2", _("You have the right to the benefit"))
def eligible(lives_here, has_ground, nobody_else_is_paid):
    return lives_here & has_ground & nobody_else_is_paid


@rule("194.3", _("Size for this ground"), unit="mci")
def size(special_ground, mci_by_ground):
    return by_table(special_ground, mci_by_ground)


@rule("194.2, 194.3", _("Monthly amount, rounded up to a whole tenge"))
def amount(eligible, size, mci):
    return choose(eligible, up_to_tenge(size * mci), 0)
