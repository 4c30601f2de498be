"""Monthly state benefit of large families (articles 90-92)."""

import datetime

from benefits import conditions
from socialcode.engine import Ground, Provision, _, by_table, choose, rule, up_to_tenge
from socialcode.engine.grounds import FROM_PAUSE, MONTH_AFTER, MONTH_AFTER_NEWS, SINCE_OVER, THAT_DAY, Resumption
from socialcode.provisions import arrears, deductions, endings, pauses, recipients

provision = Provision(
    "large_family",
    _("Large-family benefit"),
    article="90..92",
    since=datetime.date(2020, 4, 1),
    unit="family",
    summary=_("Monthly, for families with four or more children, whatever the family's income."),
    events=("birth", "many_children"),
    counts_towards=("targeted_assistance",),
    ends=(
        Ground(
            _("fewer than four children count: one turns 18 and does not study full time, turns 23, or leaves study"),
            "92.3(2), 92.4",
            THAT_DAY,
        ),
        Ground(_("a child dies, and fewer than four are left"), "92.3(1), 92.5", MONTH_AFTER),
        Ground(_("a child goes to live at full state expense, and fewer than four are left"), "92.3(3)", THAT_DAY),
        endings.false_data("92.3(4)"),
        endings.rights_lost("92.3(5)"),
        endings.citizenship_lost("92.3(6)"),
    ),
    suspends=(
        pauses.no_withdrawals("92.1(1)"),
        pauses.abroad("92.1(2)", from_day=MONTH_AFTER),
        pauses.prison("75, 92.1(3)"),
        pauses.centre("92.1(4)"),
        Ground(
            _("a child turns 18: it goes on if the child studies full time"),
            "92.1(5)",
            MONTH_AFTER_NEWS,
            (
                Resumption(FROM_PAUSE, _("the child studies on full time")),
                Resumption(SINCE_OVER, _("the child begins to study full time")),
            ),
        ),
        pauses.missing("75, 92.1(6)", *pauses.TO_OTHERS),
        pauses.papers("92.1(7)"),
        pauses.recipient_dies("75, 90.5, 92.1(8)", from_day=MONTH_AFTER),
    ),
    passes_on=(recipients.rights_lost("75"), recipients.found("75")),
    arrears=(arrears.not_collected("90.6"),),
    deductions=(deductions.NOTHING_FOR_DEBTS,),
    assumptions=(
        _("Amounts are rounded up to a whole tenge, as the ministry's published figures are."),
        _("Before July 2023 an earlier law applied with these figures; the articles named are those of the Code."),
    ),
)

lives_here = conditions.lives_here("90.1")
status_counts = conditions.status_counts("90.1")


@rule("90.2, 90.3, 90.4, 90.8", _("Children who count"), unit="children")
def counted_children(children_under_18, student_children):
    return children_under_18 + student_children


@rule(
    "90.2",
    _("At least four children count"),
    otherwise=_("You can apply when four children under 18, or under 23 in full-time study, count in your family."),
)
def has_many_children(counted_children, least_children):
    return counted_children >= least_children


@rule(
    "73.1(1)",
    _("Nobody else receives the large-family benefit for these children"),
    otherwise=_("One person in the family receives it. The other parent would first have to give it up."),
)
def nobody_else_is_paid(relative_is_paid, large_family_is_paid):
    return ~(relative_is_paid & large_family_is_paid)


@rule("90.1, 90.2", _("You have the right to the benefit"))
def eligible(lives_here, status_counts, has_many_children, nobody_else_is_paid):
    return lives_here & status_counts & has_many_children & nobody_else_is_paid


@rule("90.5", _("First day paid: the day you apply"))
def starts_on(on):
    return on


@rule("91.1", _("Size for this number of children"), unit="mci")
def size(counted_children, mci_by_children, per_child_from, mci_per_child):
    return choose(
        counted_children >= per_child_from,
        counted_children * mci_per_child,
        by_table(counted_children, mci_by_children),
    )


@rule("91.1", _("Monthly amount, rounded up to a whole tenge"))
def amount(eligible, size, mci):
    return choose(eligible, up_to_tenge(size * mci), 0)
