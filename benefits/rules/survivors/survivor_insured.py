"""Monthly payment of the Social Insurance Fund to the family of an insured person who died (articles 239-241)."""

import datetime

from benefits import conditions, insurance, shares, survivors
from socialcode.engine import (
    Ground,
    Provision,
    _,
    by_table,
    choose,
    one_of,
    raised,
    ratio,
    rule,
    total,
    up_to_tenge,
    years_after,
)
from socialcode.engine.grounds import MONTH_AFTER, THAT_DAY
from socialcode.provisions import arrears, deductions, endings, pauses

provision = Provision(
    "survivor_insured",
    _("Payment for loss of a breadwinner"),
    article="233, 239..241",
    since=datetime.date(2023, 7, 1),
    unit="family",
    follows=(shares.lowers("members_paid_apart_by_fund", "survivor_insured_share", "239.5"),),
    summary=_("Monthly from the Social Insurance Fund, besides the state benefit; nothing is taken from it."),
    events=("death",),
    ends=(
        endings.member_leaves("239.2(1)"),
        endings.found_alive("241.1(11)"),
        endings.false_from_the_first("241.3(1)"),
        endings.asked("241.3(2)"),
        Ground(_("the last family member who counted dies"), "241.3(3)", MONTH_AFTER),
        Ground(_("the disability of the member who counted runs out"), "241.3(4)", THAT_DAY),
        Ground(_("an examination finds the member who counted able to work"), "241.3(5)", MONTH_AFTER),
    ),
    suspends=(
        pauses.no_withdrawals("241.1(1)"),
        pauses.abroad_from_fund("241.1(2)"),
        pauses.prison("241.1(3)", pauses.GUARDIAN_FROM_PAUSE),
        pauses.papers("241.1(4)", pauses.BY_PAPERS_ONLY),
        pauses.missing("241.1(5)"),
        pauses.citizenship("241.1(6)"),
        pauses.student_leaves("241.1(7)"),
        pauses.recipient_dies("241.1(8)", pauses.GUARDIAN_FROM_PAUSE),
        pauses.rights_lost("241.1(9)", pauses.GUARDIAN_FROM_PAUSE, pauses.RESTORED),
        pauses.guardian_released("241.1(10)"),
        pauses.found_alive("241.1(11)"),
        pauses.wrong_size("241.1(12)"),
    ),
    arrears=(arrears.office_at_fault("232.3"),),
    deductions=(deductions.NOTHING_FOR_DEBTS, deductions.OVERPAID_IF_YOU_APPLY),
    counts_towards=("targeted_assistance",),
    assumptions=(
        _("The Fund's rounding is not published. We round the payment up."),
        _("For payments granted before July 2023 we use the formula of the Code."),
        _("Raises before 2022 are not known here, so older payments are not worked out."),
        _("No limit is put on the average income; the Code names none here."),
        _("Of adults disabled since childhood we count groups I and II, as article 239 names them."),
        _("For children who lost both parents the payment is due for each insured parent; check them one by one."),
        conditions.SOMEBODY_COUNTED_BEFORE,
        _("An adult with a disability since childhood can ask at any time, as article 239 is read here."),
    ),
)

average_income = insurance.average_income("118.3")
excess = insurance.excess("240.1")
income_is_enough = insurance.income_is_enough("231.2(4)")
relative_has_died = conditions.relative_has_died("239.1")
somebody_is_left = survivors.somebody_is_left("239.1, 239.2", "fund_counted_until", "fund_days_were_paid")
nobody_counts_now = survivors.nobody_counts_now("239.1, 239.2")
had_other_number = survivors.had_other_number("239.2", "fund_other_number_until")
somebody_counts_from = survivors.somebody_counts_from("239.1, 239.2", "fund_other_number_until", "fund_other_number")
members = survivors.members("239.2", "fund_counted_then", "fund_other_number")
ends_on = survivors.ends_on("239.2(1)", "fund_counted_until")
apply_by = survivors.apply_by
paid_together = shares.paid_together("239.5", "members_paid_apart_by_fund")
left_together = shares.left_together("239.5", "after_raises")
in_time = survivors.in_time
regime_income = survivors.regime_income


@rule(
    "239.2",
    _("The person was in the social insurance system"),
    otherwise=_("Without social contributions only the state benefit for loss of a breadwinner is paid."),
)
def was_insured(deceased_was_insured):
    return deceased_was_insured


@rule("239.2(2)", _("Relative who looks after a very young child"), unit="persons")
def carers(on, family_carer, youngest_birth_date, age_of_child_cared_for):
    child_is_young = on < years_after(youngest_birth_date, age_of_child_cared_for)
    return choose(one_of(family_carer, "not_working", "working") & child_is_young, 1, 0)


@rule("239.2", _("Family members who count"), unit="persons")
def dependants(children_counted_by_fund, carers):
    return children_counted_by_fund + carers


@rule(
    "239.4, 239.5",
    _("Nobody else receives this payment after the death"),
    otherwise=_("One payment is made for all. You can ask the Fund for your own part of it."),
)
def nobody_else_is_paid(relative_is_paid, survivors_are_paid_by_fund):
    return ~(relative_is_paid & survivors_are_paid_by_fund)


@rule("239.2, 239.4", _("You have the right to the payment"))
def eligible(relative_has_died, was_insured, somebody_is_left, in_time, income_is_enough, nobody_else_is_paid):
    return relative_has_died & was_insured & somebody_is_left & in_time & income_is_enough & nobody_else_is_paid


@rule("239.1, 239.2", _("The right begins, and with it the payment"))
def starts_on(somebody_counts_from):
    return somebody_counts_from


@rule("118.3", _("Income counted over the months together"), name="counted_income")
def counted_income_until_2024(deceased_income, averaging_months):
    return total(deceased_income, averaging_months)


@rule("118.3, 240.1", _("Income counted over the months together"), since=insurance.REGIME_SINCE)
def counted_income(deceased_income, averaging_months, regime_income):
    return total(deceased_income, averaging_months) + regime_income


@rule("240.2", _("Coefficient for the months of contributions"), unit="times")
def coefficient(deceased_contribution_months, tenure_coefficient):
    return by_table(deceased_contribution_months, tenure_coefficient)


@rule("240.2", _("Coefficient for the number of family members"), unit="times")
def dependants_coefficient(members, coefficient_by_dependants):
    return by_table(members, coefficient_by_dependants)


@rule("240.1", _("Monthly payment when it is granted, rounded up to a whole tenge"))
def granted_amount(excess, replacement_rate, dependants_coefficient, coefficient, averaging_months):
    share = excess * replacement_rate * dependants_coefficient * coefficient
    return up_to_tenge(ratio(share, averaging_months))


@rule("240.1, 240.4", _("Monthly payment for all members, with the raises since it was granted"))
def after_raises(granted_amount, survivor_is_granted, survivor_granted_on, on, raises_known_for, yearly_raise_history):
    today = raised(granted_amount, survivor_granted_on, on, yearly_raise_history)
    return choose(survivor_is_granted, choose(survivor_granted_on >= raises_known_for, today, None), granted_amount)


@rule("239.5, 240.1", _("Monthly payment, less what is paid to members apart"))
def amount(eligible, left_together):
    return choose(eligible, left_together, 0)
