"""Second calculation of the maternity payment after a hard birth or twins (article 77, point 4)."""

import datetime

from benefits import conditions
from socialcode.engine import Provision, _, choose, days_after, ratio, rule, up_to_tenge
from socialcode.provisions import deductions
from socialcode.provisions.insurance import FREED

from . import maternity

provision = Provision(
    "maternity_recalculation",
    _("Maternity payment for further days of leave"),
    article="77.4",
    since=datetime.date(2023, 7, 1),
    pays="once",
    summary=_("For the days by which the leave was prolonged after a hard birth, or with two or more children."),
    events=("birth", "motherhood"),
    deductions=(deductions.PENSION_CONTRIBUTION, deductions.NOTHING_FOR_DEBTS),
    counts_towards=("targeted_assistance",),
    assumptions=(
        _("The Fund's rounding is not published. We round the payment up and the pension contribution down."),
        _("The further days are paid by the same average income; how it is worked out, an order says."),
        _("The time to ask for it runs from the first day of the leave, as for the payment itself."),
        FREED,
    ),
)

in_time = conditions.in_time("77.4")
retires_on = maternity.retires_on
withholding = maternity.withholding
is_participant = maternity.is_participant
leave_has_begun = maternity.leave_has_begun
apply_by = maternity.apply_by
counted_income_until_2024 = maternity.counted_income_until_2024
regime_income = maternity.regime_income
counted_income = maternity.counted_income
greatest_average = maternity.greatest_average
capped_income = maternity.capped_income


@rule(
    "77.4",
    _("Your leave for pregnancy and birth was prolonged after the birth"),
    otherwise=_("You can ask for it once the clinic has prolonged the leave after a hard birth or twins."),
)
def was_prolonged(leave_reason, extra_leave_days):
    return (leave_reason == "birth") & (extra_leave_days > 0)


@rule(
    "77.4",
    _("The further days come to a tenge or more"),
    otherwise=_("Without income, or with so little, nothing would be added. Check that all contributions are counted."),
)
def adds_something(was_prolonged, payment_for_all, payment_at_first):
    return ~was_prolonged | (payment_for_all > payment_at_first)


@rule("77.4", _("You have the right to the payment for the further days"))
def eligible(is_participant, was_prolonged, leave_has_begun, in_time, adds_something):
    return is_participant & was_prolonged & leave_has_begun & in_time & adds_something


@rule("77.3", _("First of the further days"))
def starts_on(leave_start_date, leave_days):
    return days_after(leave_start_date, leave_days)


@rule("77.3", _("Last of the further days"))
def ends_on(starts_on, extra_leave_days):
    return days_after(starts_on, extra_leave_days - 1)


@rule("78.1", _("Payment for the whole leave, rounded up"))
def payment_for_all(capped_income, leave_days, extra_leave_days, averaging_months, days_of_month):
    return up_to_tenge(ratio(capped_income * (leave_days + extra_leave_days), averaging_months * days_of_month))


@rule("78.1", _("Payment for the leave as it was at first, rounded up"))
def payment_at_first(capped_income, leave_days, averaging_months, days_of_month):
    return up_to_tenge(ratio(capped_income * leave_days, averaging_months * days_of_month))


@rule("77.4", _("Payment for the further days before the pension contribution"))
def amount(eligible, payment_for_all, payment_at_first):
    return choose(eligible, payment_for_all - payment_at_first, 0)
