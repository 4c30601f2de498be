"""Monthly state childcare benefit until 18 months, for carers who are not insured (articles 81-83)."""

import datetime

from benefits import conditions, past_days
from socialcode.engine import OneOf, Provision, _, as_of, by_table, choose, greatest, months_after, rule, up_to_tenge
from socialcode.provisions import deductions, endings, pauses, recipients

provision = Provision(
    "childcare_state",
    _("State childcare benefit until 18 months"),
    article="81..83",
    since=datetime.date(2018, 1, 1),
    unit="child",
    summary=_("For those who look after a small child and are not in the social insurance system."),
    events=("birth",),
    excludes=(OneOf("childcare_insured", "81.2"), OneOf("childcare_pension_top_up", "81.2, 87.1")),
    ends=(
        endings.child_dies("81.6, 83.3(1)"),
        endings.state_care("83.3(2)"),
        endings.false_data("83.3(3)"),
        endings.citizenship_lost("83.3(4)"),
        endings.rights_lost("83.3(5)"),
    ),
    suspends=(
        pauses.no_withdrawals("83.1(1)"),
        pauses.abroad("83.1(2)"),
        pauses.prison("75, 83.1(3)"),
        pauses.centre("83.1(4)"),
        pauses.missing("75, 83.1(5)", *pauses.TO_OTHERS),
        pauses.papers("83.1(6)"),
        pauses.recipient_dies("75, 83.1(7)"),
    ),
    passes_on=(recipients.rights_lost("75"), recipients.found("75")),
    deductions=(deductions.NOTHING_FOR_DEBTS,),
    counts_towards=("targeted_assistance",),
    assumptions=(
        _("Amounts are rounded up to a whole tenge, as the state assignments we saw do."),
        past_days.FIGURES_OF_THE_LAST_DAY,
        _("Before July 2023 an earlier law applied with these figures; the articles named are those of the Code."),
    ),
)

lives_here = conditions.lives_here("81.1")
status_counts = conditions.status_counts("81.1")
not_in_state_care = conditions.not_in_state_care("81.3")
nobody_else_is_paid = conditions.nobody_else_is_paid("73.1(1)")
in_time = conditions.in_time("81.8")
is_lost = conditions.is_lost("81.7")
cares = conditions.cares("81.2")
ends_on = conditions.reaches_age_limit_on("81.4")
figures_of = past_days.figures_of("82.2")
child_is_young = conditions.child_is_young("81.4")


@rule(
    "81.2",
    _("You are not in the social insurance system"),
    otherwise=_("Insured carers get the childcare payment of the Social Insurance Fund instead."),
)
def is_not_insured(is_insured):
    return ~is_insured


@rule("81.8", _("Last day to apply"))
def apply_by(child_birth_date, months_to_apply):
    return months_after(child_birth_date, months_to_apply)


@rule("81.4", _("The child came into the family on"))
def arrived_on(child_arrival, child_birth_date, custody_date):
    return choose(child_arrival == "born", child_birth_date, custody_date)


@rule("81.4", _("First day paid; for a kandas not before that status"))
def starts_on(legal_status, arrived_on, kandas_since):
    return choose(legal_status == "kandas", greatest(arrived_on, kandas_since), arrived_on)


@rule(
    "81.4, 81.7",
    _("After a death: the right began before the end of that month"),
    otherwise=_("The right would begin only after the month of the child's death, so no month is left to pay."),
)
def begins_in_time(is_lost, starts_on, ends_on):
    return ~is_lost | (starts_on <= ends_on)


@rule("81.1, 81.2", _("You have the right to the benefit"))
def eligible(
    lives_here,
    status_counts,
    is_not_insured,
    cares,
    child_is_young,
    begins_in_time,
    in_time,
    not_in_state_care,
    nobody_else_is_paid,
):
    person = lives_here & status_counts & is_not_insured & cares
    child = child_is_young & begins_in_time & not_in_state_care
    return person & child & in_time & nobody_else_is_paid


@rule("82.1", _("Size for this child, by the order of birth"), unit="mci")
def size(birth_order, size_by_birth_order):
    return by_table(birth_order, size_by_birth_order)


@rule("82.1, 82.2", _("Size times the MCI"))
def before_rounding(size, figures_of, mci_history):
    return size * as_of(figures_of, mci_history)


@rule("81.5, 82.1", _("Monthly amount, rounded up to a whole tenge"))
def amount(eligible, before_rounding):
    return choose(eligible, up_to_tenge(before_rounding), 0)
