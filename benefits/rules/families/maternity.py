"""Payment of the Social Insurance Fund for lost income: maternity, or adoption of a newborn (articles 77-78)."""

import datetime

from benefits import conditions, insurance
from socialcode.engine import (
    Provision,
    _,
    as_of,
    choose,
    days_after,
    least,
    months_after,
    one_of,
    ratio,
    rule,
    total,
    up_to_tenge,
)
from socialcode.provisions import arrears, deductions, retirement
from socialcode.provisions.insurance import FREED

provision = Provision(
    "maternity",
    _("Maternity or adoption payment"),
    article="77..78",
    since=datetime.date(2023, 7, 1),
    pays="once",
    summary=_("Replaces lost income for the whole leave, paid in one sum by the Social Insurance Fund."),
    events=("birth", "motherhood"),
    arrears=(arrears.office_at_fault("77.6"),),
    deductions=(deductions.PENSION_CONTRIBUTION, deductions.NOTHING_FOR_DEBTS),
    counts_towards=("targeted_assistance",),
    assumptions=(
        _("The Fund's rounding is not published. We round the payment up and the pension contribution down."),
        _("The limit on the average income counts when the leave began on or after the day the limit took effect."),
        FREED,
        _("The limit uses the minimum wage of the day the leave began, as the Code says for the childcare payment."),
    ),
)

in_time = conditions.in_time("77.4")
average_income = insurance.average_income("78.2")
retires_on = retirement.retires_on("207.1")
withholding = insurance.withholding("76.1")


@rule(
    "77.1",
    _("You are in the social insurance system"),
    otherwise=_("Only those for whom social contributions were paid before the leave can receive it."),
)
def is_participant(is_insured):
    return is_insured


@rule(
    "77.2",
    _("You have a sick-leave sheet for maternity or for adopting a newborn"),
    otherwise=_("Ask your clinic for the sheet: from week 30 of pregnancy, or after the adoption."),
)
def has_leave(leave_reason):
    return one_of(leave_reason, "birth", "adoption")


@rule("77.2", _("The leave has begun"), otherwise=_("You can apply from the first day of the leave."))
def leave_has_begun(on, leave_start_date):
    return leave_start_date <= on


@rule(
    "77.3",
    _("The sheet is not longer than such a leave can be"),
    otherwise=_("Check the number of days on the sheet: an adoption leave ends on the child's 56th day."),
)
def leave_is_possible(leave_reason, leave_days, longest_adoption_leave):
    return (leave_reason != "adoption") | (leave_days <= longest_adoption_leave)


@rule("77.4", _("Last day to apply"))
def apply_by(leave_start_date, months_to_apply):
    return months_after(leave_start_date, months_to_apply)


@rule(
    "78.2",
    _("Income of the months before the leave is there to count"),
    otherwise=_("Without income in these months nothing would be paid. Check that all contributions are counted."),
)
def has_income(capped_income):
    return capped_income > 0


@rule("77.1", _("You have the right to the payment"))
def eligible(is_participant, has_leave, leave_has_begun, leave_is_possible, in_time, has_income):
    return is_participant & has_leave & leave_has_begun & leave_is_possible & in_time & has_income


@rule("77.2", _("First day of the leave paid for"))
def starts_on(leave_start_date):
    return leave_start_date


@rule("77.3", _("Last day of the leave paid for"))
def ends_on(leave_start_date, leave_days):
    return days_after(leave_start_date, leave_days - 1)


@rule("78.2", _("Income counted over the months together"), name="counted_income")
def counted_income_until_2024(income_before_leave, averaging_months):
    return total(income_before_leave, averaging_months)


@rule("78.2", _("Income under the special regime, as far as it counts"), since=insurance.REGIME_SINCE)
def regime_income(had_regime_income, regime_contributions_before_leave, social_contribution_rate):
    return choose(had_regime_income, ratio(regime_contributions_before_leave, social_contribution_rate), 0)


@rule("78.2", _("Income counted over the months together"), since=insurance.REGIME_SINCE)
def counted_income(income_before_leave, averaging_months, regime_income):
    return total(income_before_leave, averaging_months) + regime_income


@rule("78.1", _("Greatest average income that counts, on the first day of the leave"))
def greatest_average(leave_start_date, minimum_wage_history, income_cap):
    return as_of(leave_start_date, minimum_wage_history) * income_cap


@rule("78.1", _("Income counted, after the limit on the average where it applies"))
def capped_income(leave_start_date, income_cap_from, counted_income, greatest_average, averaging_months):
    capped = least(counted_income, greatest_average * averaging_months)
    return choose(leave_start_date >= income_cap_from, capped, counted_income)


@rule("78.2", _("Coefficient: days of leave divided by the days of a month"), unit="times")
def days_coefficient(leave_days, days_of_month):
    return ratio(leave_days, days_of_month)


@rule(
    "78.1", _("Payment before the pension contribution: counted income × days ÷ months ÷ days of a month, rounded up")
)
def amount(eligible, capped_income, leave_days, averaging_months, days_of_month):
    payment = ratio(capped_income * leave_days, averaging_months * days_of_month)
    return choose(eligible, up_to_tenge(payment), 0)
