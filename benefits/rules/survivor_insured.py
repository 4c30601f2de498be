"""Monthly payment of the Social Insurance Fund to the family of an insured person who died (articles 239-241)."""

import datetime

from benefits import conditions, insurance
from socialcode.engine import (
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
from socialcode.provisions import deductions, pauses

provision = Provision(
    "survivor_insured",
    _("Payment for loss of a breadwinner"),
    article="233, 239..241",
    since=datetime.date(2023, 7, 1),
    unit="family",
    summary=_("Monthly from the Social Insurance Fund, besides the state benefit; nothing is taken from it."),
    events=("death",),
    ends=(
        _("a member no longer counts: turns 18 and does not study full time, turns 23, or leaves study"),
        _("the last family member who counted dies: paid to the end of that month"),
        _("the person declared missing is found alive"),
        _("you ask to end it: paid to the end of that month"),
        _("the data given turn out to be false"),
    ),
    suspends=(
        pauses.NO_WITHDRAWALS,
        pauses.ABROAD,
        pauses.PRISON,
        pauses.PAPERS,
        pauses.MISSING,
        pauses.CITIZENSHIP,
        pauses.STUDENT_LEAVES,
        pauses.RECIPIENT_DIES,
        pauses.GUARDIANSHIP,
        pauses.FOUND_ALIVE,
        pauses.WRONG_SIZE,
    ),
    deductions=(deductions.NOTHING_FOR_DEBTS, deductions.OVERPAID_IF_YOU_APPLY),
    counts_towards=("targeted_assistance",),
    assumptions=(
        _("The Fund's rounding is not published. We round the payment up."),
        _("For payments granted before July 2023 we use the formula of the Code."),
        _("Raises before 2022 are not known here, so older payments are not worked out."),
        _("No limit is put on the average income; the Code names none here."),
        _("Of adults disabled since childhood we count groups I and II, as article 239 names them."),
        _("For children who lost both parents the payment is due for each insured parent; check them one by one."),
        _("You can apply until the children turn 23, and as a carer until the youngest is 3; later for some."),
    ),
)

average_income = insurance.average_income("118.3")
excess = insurance.excess("240.1")
income_is_enough = insurance.income_is_enough("231.2(4)")
relative_has_died = conditions.relative_has_died("239.1")
somebody_is_left = conditions.somebody_is_left("239.2")


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
def eligible(relative_has_died, was_insured, somebody_is_left, income_is_enough, nobody_else_is_paid):
    return relative_has_died & was_insured & somebody_is_left & income_is_enough & nobody_else_is_paid


@rule("239.1", _("The right begins, and with it the payment"))
def starts_on(death_date):
    return death_date


@rule("118.3", _("Income counted over the months together"), name="counted_income")
def counted_income_until_2024(deceased_income, averaging_months):
    return total(deceased_income, averaging_months)


@rule("240.1", _("Income under the special regime, as far as it counts"), since=insurance.REGIME_SINCE)
def regime_income(had_regime_income, deceased_regime_contributions, social_contribution_rate):
    return choose(had_regime_income, ratio(deceased_regime_contributions, social_contribution_rate), 0)


@rule("118.3, 240.1", _("Income counted over the months together"), since=insurance.REGIME_SINCE)
def counted_income(deceased_income, averaging_months, regime_income):
    return total(deceased_income, averaging_months) + regime_income


@rule("240.2", _("Coefficient for the months of contributions"), unit="times")
def coefficient(deceased_contribution_months, tenure_coefficient):
    return by_table(deceased_contribution_months, tenure_coefficient)


@rule("240.2", _("Coefficient for the number of family members"), unit="times")
def dependants_coefficient(dependants, coefficient_by_dependants):
    return by_table(dependants, coefficient_by_dependants)


@rule("240.1", _("Monthly payment when it is granted, rounded up to a whole tenge"))
def granted_amount(excess, replacement_rate, dependants_coefficient, coefficient, averaging_months):
    share = excess * replacement_rate * dependants_coefficient * coefficient
    return up_to_tenge(ratio(share, averaging_months))


@rule("240.1, 240.4", _("Monthly payment after the raises since it was granted"))
def amount(
    eligible, granted_amount, survivor_is_granted, survivor_granted_on, on, raises_known_for, yearly_raise_history
):
    today = raised(granted_amount, survivor_granted_on, on, yearly_raise_history)
    known_today = choose(survivor_granted_on >= raises_known_for, today, None)
    return choose(eligible, choose(survivor_is_granted, known_today, granted_amount), 0)
