"""Monthly state benefit of adults with disability (articles 175-179)."""

import datetime

from benefits import care_centre, changing_over, conditions, past_days
from socialcode.engine import (
    Follows,
    Ground,
    OneOf,
    Provision,
    _,
    as_of,
    by_table,
    choose,
    days_after,
    greatest,
    months_after,
    rule,
    up_to_tenge,
)
from socialcode.engine.grounds import MONTH_AFTER, NOT_SAID
from socialcode.provisions import arrears, deductions, endings, pauses

PENSIONS = ("age_pension", "long_service_pension")

provision = Provision(
    "disability_state",
    _("State disability benefit"),
    article="175..179",
    since=datetime.date(2023, 7, 1),
    met_when_asked=(("pension_is_smaller", "177.8"),),
    summary=_("Monthly for adults with a recognised disability, whether they work or not."),
    events=("illness",),
    excludes=(
        OneOf("survivor_state", "175.6", changes_over="changes_over"),
        OneOf("special_disability", "190.3(13)"),
        OneOf("survivor_state_share", "175.6"),
    ),
    follows=(
        Follows("receives_pension", PENSIONS, True, article="175.7, 177.8, 178.2"),
        Follows("pension_amount", PENSIONS, article="175.7, 177.8, 178.2"),
        Follows("pension_since", PENSIONS, is_day=True, article="175.7, 177.8, 178.2"),
        Follows("term_was_paid", PENSIONS, True, article="175.7, 177.8, 178.2"),  # what is left of it is of the past
    ),
    ends=(
        Ground(_("an examination finds you able to work"), "178.3", MONTH_AFTER),
        Ground(
            _("a pension by age or for long service begins: only what is above the pension is paid, if anything"),
            "175.7, 178.2",
            NOT_SAID,
        ),
        *endings.state_benefit("179.3", "178.1"),
    ),
    suspends=pauses.disability_benefit(),
    arrears=(
        arrears.not_collected("178.8"),
        arrears.office_at_fault("173.3"),
    ),
    deductions=(deductions.QUARTER_FOR_DEBTS, deductions.OVERPAID_IF_YOU_APPLY),
    counts_towards=("targeted_assistance",),
    assumptions=(
        _("Amounts are rounded up to a whole tenge, as most published figures are."),
        _("A pension takes its place from the day the pension is granted; only what it lacks to the benefit is added."),
        _("The increase for a lost breadwinner follows the number of family members, without additions for orphans."),
    ),
)

lives_here = conditions.lives_here("175.2")
is_disabled = conditions.is_disabled("175.1")
is_recognised = past_days.is_recognised_or_unpaid("171.5, 175.4", "term_was_paid")
turns_adult_on = conditions.is_of_age_on("176.1")
figures_of = past_days.figures_of_own_term("177.1")
changes_over = changing_over.from_survivor_benefit
left_in_centre = care_centre.left_in_centre("178.5")


@rule(
    "176.1",
    _("You are 18 or older"),
    otherwise=_("Until 18 the benefit for a child with disability is paid instead; a parent or guardian applies."),
)
def is_adult(on, turns_adult_on):
    return on >= turns_adult_on


@rule("177.2, 177.3, 177.4", _("Size for this group and cause"), unit="subsistence_minimums")
def size(disability_group, disability_cause, group1_by_cause, group2_by_cause, group3_by_cause):
    lower = choose(
        disability_group == "group2",
        by_table(disability_cause, group2_by_cause),
        by_table(disability_cause, group3_by_cause),
    )
    return choose(disability_group == "group1", by_table(disability_cause, group1_by_cause), lower)


@rule("177.6", _("Increase for a lost breadwinner"), unit="subsistence_minimums")
def increase(disability_cause, lost_breadwinner, breadwinner_dependants, survivor_size_by_dependants):
    added = choose(lost_breadwinner, by_table(breadwinner_dependants, survivor_size_by_dependants), 0)
    return choose(disability_cause == "childhood", added, 0)


@rule("177.1", _("Benefit before a pension is taken into account, rounded up to a whole tenge"))
def full_benefit(size, increase, figures_of, subsistence_minimum_history):
    return up_to_tenge((size + increase) * as_of(figures_of, subsistence_minimum_history))


@rule("177.8", _("Pension taken into account, if it began before the term of the disability was over"))
def counted_pension(receives_pension, pension_since, figures_of, pension_amount):
    return choose(receives_pension & (pension_since <= figures_of), pension_amount, 0)


@rule("177.8, 178.2", _("The pension is not smaller than the benefit and has taken its place"))
def pension_took_over(receives_pension, counted_pension, full_benefit):
    return receives_pension & (counted_pension >= full_benefit)


@rule(
    "175.4, 177.8, 178.2",
    _("You receive no age or long-service pension, or a smaller one, or days before it that are still due"),
    otherwise=_("Your pension is not smaller than the benefit, so there is nothing to top up."),
)
def pension_is_smaller(pension_took_over, starts_on, pension_since, term_was_paid):
    return ~pension_took_over | ((starts_on < pension_since) & ~term_was_paid)


@rule("171.5, 178.2", _("Last day of the right; without a term and a pension in its place there is none"))
def ends_on(pension_took_over, pension_since, disability_is_permanent, recognised_until):
    term = choose(disability_is_permanent, None, recognised_until)
    return choose(pension_took_over, days_after(pension_since, -1), term)


@rule("175.1, 175.2", _("You have the right to the benefit"))
def eligible(lives_here, is_disabled, is_adult, is_recognised, pension_is_smaller):
    return lives_here & is_disabled & is_adult & is_recognised & pension_is_smaller


@rule(
    "175.4, 175.6, 177.2",
    _("First day paid: the day of recognition, but not long before you apply, not before 18 and not beside the other"),
)
def starts_on(on, disability_since, months_back, turns_adult_on, changes_over):
    earliest = greatest(disability_since, months_after(on, 0 - months_back), turns_adult_on)
    return choose(changes_over, greatest(on, earliest), earliest)


@rule("177.1, 178.2", _("Benefit of the last day before the pension took its place"))
def before_pension(size, increase, ends_on, subsistence_minimum_history):
    return up_to_tenge((size + increase) * as_of(ends_on, subsistence_minimum_history))


@rule(
    "177.8, 178.2", _("Monthly amount, what a pension leaves open, rounded up to a whole tenge; before it, the whole")
)
def amount(eligible, pension_took_over, before_pension, full_benefit, counted_pension):
    left_open = up_to_tenge(full_benefit - counted_pension)
    return choose(eligible, choose(pension_took_over, before_pension, left_open), 0)


net_amount = deductions.by_care_centre("178.5")
