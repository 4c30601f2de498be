"""Monthly payment of the Social Insurance Fund for loss of the ability to work (articles 180-182)."""

import datetime

from benefits import insurance, past_days
from socialcode.engine import (
    Ground,
    Provision,
    _,
    by_table,
    choose,
    days_after,
    least,
    raised,
    ratio,
    rule,
    total,
    up_to_tenge,
)
from socialcode.engine.grounds import MONTH_AFTER_NEWS
from socialcode.provisions import arrears, deductions, endings, pauses, retirement
from socialcode.provisions.insurance import FREED

provision = Provision(
    "incapacity_insured",
    _("Payment for loss of the ability to work"),
    article="180..182",
    since=datetime.date(2023, 7, 1),
    summary=_("Monthly from the Social Insurance Fund, besides the state disability benefit, working or not."),
    events=("illness", "work"),
    ends=(
        endings.person_dies("182.3(1)"),
        endings.false_from_the_first("182.3(2)"),
        endings.asked("182.3(3)"),
        endings.found_able("182.3(4)"),
    ),
    suspends=(
        pauses.no_withdrawals("182.1(1)"),
        pauses.abroad_from_fund("182.1(2)"),
        Ground(
            _("the guardian who receives it serves a prison sentence"),
            "182.1(3)",
            MONTH_AFTER_NEWS,
            (pauses.GUARDIAN_FROM_PAUSE,),
        ),
        pauses.papers("182.1(4)", pauses.BY_PAPERS_ONLY),
        pauses.missing("182.1(5)"),
        pauses.citizenship("182.1(6)"),
        pauses.guardian_released("182.1(7)"),
        pauses.wrong_size("182.1(8)"),
        pauses.examination("182.1(9)"),
    ),
    arrears=(arrears.office_at_fault("173.3"),),
    deductions=(deductions.PENSION_CONTRIBUTION, deductions.QUARTER_FOR_DEBTS, deductions.OVERPAID_IF_YOU_APPLY),
    counts_towards=("targeted_assistance",),
    assumptions=(
        _("The Fund's rounding is not published. We round the payment up and the pension contribution down."),
        FREED,
        _("When the degree changes, only the degree is counted anew; the income and the day of the right stay."),
        _("For payments granted before July 2023 we use the formula of the Code."),
        _("Raises before 2022 are not known here, so older payments are not worked out."),
        _("Pension age is the general one of article 207; special cases of earlier pensions are not asked."),
        _("No limit is put on the average income; the Code names none here."),
    ),
)

average_income = insurance.average_income("118.3")
excess = insurance.excess("181.1")
income_is_enough = insurance.income_is_enough("172.2(4)")
retires_on = retirement.retires_on("207.1")
is_before_pension_age = past_days.is_before_pension_age_or_unpaid("171.6", "loss_term_was_paid")
withholding = insurance.withholding("174.3")


@rule(
    "180.1",
    _("You are in the social insurance system"),
    otherwise=_("It is paid only to those for whom social contributions were paid."),
)
def is_participant(is_insured):
    return is_insured


@rule(
    "180.1",
    _("A degree of loss of general ability to work is set for you"),
    otherwise=_("Ask your clinic about a medical and social examination; it sets the degree."),
)
def has_degree(capacity_loss_is_set):
    return capacity_loss_is_set


@rule(
    "181.1",
    _("The degree is large enough"),
    otherwise=_("You can apply if the examination sets a larger degree."),
)
def degree_is_enough(capacity_loss_percent, least_percent):
    return capacity_loss_percent >= least_percent


@rule(
    "171.6",
    _("The term of the loss has not run out, or it was not paid for"),
    otherwise=_("You can apply after the examination sets the degree again."),
)
def is_in_term(on, capacity_loss_is_permanent, capacity_loss_until, loss_term_was_paid):
    return capacity_loss_is_permanent | (on <= capacity_loss_until) | ~loss_term_was_paid


@rule("171.6, 180.1, 181.4", _("The right begins, and with it the payment"))
def starts_on(capacity_loss_since):
    return capacity_loss_since


@rule("171.6", _("Last day of the right, if nothing changes"))
def ends_on(capacity_loss_is_permanent, capacity_loss_until, retires_on):
    last = days_after(retires_on, -1)
    return choose(capacity_loss_is_permanent, last, least(capacity_loss_until, last))


@rule("180.1", _("You have the right to the payment"))
def eligible(is_participant, has_degree, degree_is_enough, is_in_term, is_before_pension_age, income_is_enough):
    return is_participant & has_degree & degree_is_enough & is_in_term & is_before_pension_age & income_is_enough


@rule("118.3", _("Income counted over the months together"), name="counted_income")
def counted_income_until_2024(income_before_capacity_loss, averaging_months):
    return total(income_before_capacity_loss, averaging_months)


@rule("181.3-1", _("Income under the special regime, as far as it counts"), since=insurance.REGIME_SINCE)
def regime_income(had_regime_income, regime_contributions_before_capacity_loss, social_contribution_rate):
    return choose(had_regime_income, ratio(regime_contributions_before_capacity_loss, social_contribution_rate), 0)


@rule("118.3, 181.3-1", _("Income counted over the months together"), since=insurance.REGIME_SINCE)
def counted_income(income_before_capacity_loss, averaging_months, regime_income):
    return total(income_before_capacity_loss, averaging_months) + regime_income


@rule("181.1", _("Coefficient for the months of contributions"), unit="times")
def coefficient(contribution_months, tenure_coefficient):
    return by_table(contribution_months, tenure_coefficient)


@rule("181.1", _("Monthly payment when it is granted, rounded up to a whole tenge"))
def granted_amount(excess, replacement_rate, capacity_loss_percent, whole_percent, coefficient, averaging_months):
    share = excess * replacement_rate * capacity_loss_percent * coefficient
    return up_to_tenge(ratio(share, averaging_months * whole_percent))


@rule("181.1, 181.5", _("Monthly payment before the pension contribution, after the raises since it was granted"))
def amount(
    eligible, granted_amount, incapacity_is_granted, incapacity_granted_on, on, raises_known_for, yearly_raise_history
):
    today = raised(granted_amount, incapacity_granted_on, on, yearly_raise_history)
    known_today = choose(incapacity_granted_on >= raises_known_for, today, None)
    return choose(eligible, choose(incapacity_is_granted, known_today, granted_amount), 0)
