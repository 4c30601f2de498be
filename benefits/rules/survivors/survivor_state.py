"""Monthly state benefit for the family of a person who died (articles 234-238)."""

import datetime

from benefits import care_centre, changing_over, conditions, elders, shares, survivors
from socialcode.engine import (
    Follows,
    Ground,
    OneOf,
    Provision,
    _,
    by_table,
    choose,
    greatest,
    least,
    months_after,
    one_of,
    rule,
    years_after,
)
from socialcode.engine.grounds import NOT_SAID
from socialcode.provisions import arrears, deductions, endings, pauses

provision = Provision(
    "survivor_state",
    _("State benefit for loss of a breadwinner"),
    article="233..238",
    since=datetime.date(2023, 7, 1),
    unit="family",
    met_when_asked=(("pension_is_smaller", "236.6"),),
    since_asking=(("died_on_duty", False),),
    summary=_("One monthly benefit for all family members who cannot support themselves."),
    events=("death",),
    excludes=(OneOf("disability_state", "234.7", changes_over="changes_over"), OneOf("disability_child", "234.7")),
    members_out="survivors_with_disability_benefit",
    follows=(
        Follows("elder_pension", ("age_pension",), when=("place_among_survivors", ("elder",)), article="236.6"),
        shares.lowers("members_paid_apart", "survivor_state_share", "235.2, 235.3"),
    ),
    ends=(
        endings.member_leaves("234.2(1), 234.3"),
        Ground(_("nobody counts any more; from pension age on it is for life"), "234.2, 234.9", NOT_SAID),
        endings.found_alive("238.1(6)"),
        *endings.state_benefit("238.3", "237.1"),
    ),
    suspends=(
        pauses.no_withdrawals("238.1(1)"),
        pauses.papers("238.1(2)", pauses.BY_PAPERS_ONLY),
        pauses.missing("238.1(3)"),
        pauses.rights_lost("238.1(4)", pauses.GUARDIAN_FROM_PAUSE, pauses.RESTORED),
        pauses.guardian_released("238.1(5)"),
        pauses.found_alive("238.1(6)"),
        pauses.carer_takes_a_job("238.1(7)"),
        pauses.student_leaves("238.1(8)"),
        pauses.citizenship_from_pause("238.1(9)"),
        pauses.foreign_pension("238.1(10)"),
    ),
    arrears=(
        arrears.not_collected("237.5"),
        arrears.office_at_fault("232.3"),
    ),
    deductions=(deductions.NOTHING_FOR_DEBTS, deductions.OVERPAID_IF_YOU_APPLY),
    counts_towards=("targeted_assistance",),
    assumptions=(
        _("Amounts are rounded up to a whole tenge, as the ministry's published figures are."),
        _("The limit for orphans covers all members together, as article 236 says; a briefing names no limit."),
        _("The addition for those who died on duty is left out where it would make the benefit smaller."),
        _("That addition is paid from the day you apply; the days before are paid without it (article 236, point 5)."),
        _("Among several members each has an equal part, and a pension by age covers only its owner's part."),
        _("Among orphans the part of another member is in proportion to the sizes that article 236 names."),
        _("Who asks and lives in a care centre is taken for one of the members. The others keep their parts whole."),
        _("A child with a disorder of movement keeps the whole part in a care centre; this is not asked."),
        _("A member who takes a disability benefit instead no longer counts. The others keep this one."),
        conditions.SOMEBODY_COUNTED_BEFORE,
        _("Your children with disability are taken for members. Where orphans count, those who leave are orphans."),
        _("Where fewer counted at first, those who came are taken for relatives of pension age, if there are any."),
    ),
)

lives_here = conditions.lives_here("234.1")
relative_has_died = conditions.relative_has_died("234.1, 234.6")
somebody_is_left = survivors.somebody_is_left("234.2, 234.8", "counted_until", "counted_days_were_paid")
nobody_counts_now = survivors.nobody_counts_now("234.2, 234.9")
had_other_number = survivors.had_other_number("234.2, 234.9", "other_number_until")
somebody_counts_from = survivors.somebody_counts_from("234.2, 234.8", "other_number_until", "other_number")
members = survivors.members("234.2, 234.9", "counted_then", "other_number")
ends_on = survivors.ends_on("234.9", "counted_until")
figures_of = survivors.figures_of
full_benefit = survivors.full_benefit
orphans_now = survivors.orphans_now
orphans = survivors.orphans
size_before_limit = survivors.size_before_limit
size_with_orphans = survivors.size_with_orphans
changes_over = changing_over.from_disability_benefit
elders_counted = elders.elders_counted
share_of_elder = elders.share_of_elder
covered_by_pensions = elders.covered_by_pensions
left_open = elders.left_open
pension_is_smaller = elders.pension_is_smaller
paid_together = shares.paid_together("235.2", "members_paid_apart")
left_together = shares.left_together("235.2, 235.3", "left_open")
own_part = care_centre.own_part
left_of_part = care_centre.left_of_part
net_amount = care_centre.with_part_left


@rule("234.2(3)", _("Relative who looks after a young child and does not work"), unit="persons")
def carers(on, family_carer, youngest_birth_date, age_of_child_cared_for):
    child_is_young = on < years_after(youngest_birth_date, age_of_child_cared_for)
    return choose((family_carer == "not_working") & child_is_young, 1, 0)


@rule("234.2, 234.3", _("Family members who count and take no disability benefit instead"), unit="persons")
def dependants(children_left, elders_left, carers, survivors_with_disability_benefit):
    return greatest(children_left + elders_left + carers - survivors_with_disability_benefit, 0)


@rule("234.7", _("You have a disability and are one of these members"))
def applicant_counts(person_has_disability, place_among_survivors, carers):
    as_carer = (place_among_survivors == "carer") & (carers != 0)
    return person_has_disability & (one_of(place_among_survivors, "child", "elder") | as_carer)


@rule(
    "235.1, 235.2",
    _("Nobody else receives this benefit after the death"),
    otherwise=_("One benefit is paid for all. You can ask for your own part of it to be paid to you."),
)
def nobody_else_is_paid(relative_is_paid, survivors_are_paid):
    return ~(relative_is_paid & survivors_are_paid)


@rule("234.1, 235.1", _("You have the right to the benefit"))
def eligible(lives_here, relative_has_died, somebody_is_left, pension_is_smaller, nobody_else_is_paid):
    return lives_here & relative_has_died & somebody_is_left & pension_is_smaller & nobody_else_is_paid


@rule("234.7, 234.8", _("First day paid: once somebody counts, but not long before you apply nor beside the other"))
def starts_on(on, somebody_counts_from, months_back, changes_over):
    return choose(changes_over, on, greatest(somebody_counts_from, months_after(on, 0 - months_back)))


@rule("236.3", _("Size for this number of members"), unit="subsistence_minimums")
def size(orphans, size_with_orphans, members, size_by_dependants):
    return choose(orphans != 0, size_with_orphans, by_table(members, size_by_dependants))


@rule("236.5", _("Size with the addition for those who died on duty, up to the limit"), unit="subsistence_minimums")
def full_size(died_on_duty, nobody_counts_now, size, members, addition_per_member, limit):
    with_addition = greatest(size, least(size + members * addition_per_member, limit))
    return choose(died_on_duty & ~nobody_counts_now, with_addition, size)  # added from the day of asking on only


@rule("236.6", _("Monthly amount for the family: what pensions leave open, less what is paid to members apart"))
def amount(eligible, left_together):
    return choose(eligible, left_together, 0)
