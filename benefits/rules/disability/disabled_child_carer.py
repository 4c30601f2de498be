"""Monthly state benefit for those who raise a child with disability (articles 183-186)."""

import datetime

from benefits import conditions
from socialcode.engine import Provision, _, choose, one_of, rule, up_to_tenge
from socialcode.provisions import arrears, deductions, endings, pauses, recipients

provision = Provision(
    "disabled_child_carer",
    _("Benefit for raising a child with disability"),
    article="183..186",
    since=datetime.date(2023, 7, 1),
    unit="child",
    summary=_("Monthly for each child with disability, besides the child's own disability benefit."),
    events=("disability",),
    ends=(
        endings.child_dies("185.3(1)"),
        endings.state_care("185.3(2)"),
        endings.false_data("185.3(3)"),
        endings.citizenship_lost("185.3(4)"),
        endings.rights_lost("185.3(5)"),
    ),
    suspends=(
        pauses.no_withdrawals("185.1(1)"),
        pauses.abroad("185.1(2)"),
        pauses.prison("185.1(3), 186"),
        pauses.centre("185.1(4)"),
        pauses.missing("185.1(5)"),
        pauses.papers("185.1(6)"),
        pauses.recipient_dies("185.1(7), 186"),
        pauses.examination("185.1(8)"),
    ),
    passes_on=(recipients.missing("186"), recipients.rights_lost("186"), recipients.found("186")),
    arrears=(arrears.office_at_fault("173.3"),),
    deductions=(deductions.QUARTER_FOR_DEBTS, deductions.OVERPAID_IF_YOU_APPLY),
    counts_towards=("targeted_assistance",),
    assumptions=(
        _(
            "The Code names a first day only for a child taken in. For any other child the day you apply is taken; "
            "an order may name an earlier one."
        ),
    ),
)

lives_here = conditions.lives_here("183.1")
status_counts = conditions.status_counts("183.1")
not_in_state_care = conditions.not_in_state_care("185.3(2)")
has_disability = conditions.has_disability("183.2")
turns_adult_on = conditions.turns_adult_on("1.1(110)")
still_recognised = conditions.still_recognised("171.5")
ends_on = conditions.recognised_to("171.5")


@rule(
    "183.2",
    _("The child is under 18"),
    otherwise=_("From 18 on, a person with group I disability may name a carer, who has a benefit of their own."),
)
def is_child(on, turns_adult_on):
    return on < turns_adult_on


@rule(
    "183.2",
    _("You raise the child as parent, adoptive parent or guardian"),
    otherwise=_("The child's parent, adoptive parent or guardian can apply."),
)
def raises_child(raises_child_as):
    return one_of(raises_child_as, "parent", "adopter", "guardian")


@rule(
    "172.1(1), 183.2",
    _("Nobody else receives this benefit for the child"),
    otherwise=_("One person receives it: the mother or the father. The other would first have to give it up."),
)
def nobody_else_is_paid(relative_is_paid, other_raiser_is_paid):
    return ~(relative_is_paid & other_raiser_is_paid)


@rule("183.1, 183.2", _("You have the right to the benefit"))
def eligible(
    lives_here,
    status_counts,
    has_disability,
    is_child,
    raises_child,
    still_recognised,
    not_in_state_care,
    nobody_else_is_paid,
):
    return (
        lives_here
        & status_counts
        & has_disability
        & is_child
        & raises_child
        & still_recognised
        & not_in_state_care
        & nobody_else_is_paid
    )


@rule(
    "171.5, 183.4",
    _("First day paid: the day you apply; of a child taken in with a disability, the day it came into the family"),
)
def starts_on(on, child_arrival, custody_date, child_disability_since):
    came_with_it = (child_arrival != "born") & (custody_date >= child_disability_since)
    return choose(came_with_it, custody_date, on)


@rule("183.3, 184.1, 184.2", _("Monthly amount, rounded up to a whole tenge"))
def amount(eligible, size, subsistence_minimum):
    return choose(eligible, up_to_tenge(size * subsistence_minimum), 0)
