"""Monthly payment of the Social Insurance Fund after losing a job (articles 113-119)."""

import datetime

from employment import conditions
from socialcode.engine import (
    Effect,
    Follows,
    Ground,
    Provision,
    _,
    by_table,
    choose,
    days_after,
    least,
    months_after,
    ratio,
    rule,
    total,
    up_to_tenge,
)
from socialcode.engine.grounds import MONTH_AFTER, MONTH_AFTER_NEWS
from socialcode.provisions import arrears, deductions, endings, insurance, pauses, retirement
from socialcode.provisions import conditions as of_people

provision = Provision(
    "job_loss",
    _("Job-loss payment"),
    article="113..119",
    since=datetime.date(2023, 7, 1),
    summary=_("Replaces part of the income for one to six months while you look for work."),
    events=("work",),
    told=(conditions.opened_by_registration("113.1"),),
    # Of the general age the right itself ends; a mother of five is taken off the register at an earlier one
    follows=(
        Follows(
            "is_registered_unemployed",
            ("age_pension",),
            False,
            when=("early_pension_ground", ("five_children",)),
            effect=Effect.ENDS,
            article="99.3(3), 100.1(6), 119.3(4)",
        ),
    ),
    ends=(
        endings.person_dies("119.3(1)"),
        endings.false_from_the_first("119.3(2)"),
        endings.asked("119.3(3)"),
        Ground(_("you are taken off the register of the unemployed"), "119.3(4)", MONTH_AFTER),
        endings.citizenship_lost("119.3(5)", MONTH_AFTER_NEWS),
    ),
    suspends=(
        pauses.no_withdrawals("119.1(1)"),
        pauses.papers("119.1(2)", pauses.BY_PAPERS_ONLY),
        pauses.wrong_size("119.1(3)"),
    ),
    arrears=(arrears.office_at_fault("113.4"),),
    deductions=(deductions.PENSION_CONTRIBUTION, deductions.QUARTER_FOR_DEBTS, deductions.OVERPAID_IF_YOU_APPLY),
    counts_towards=("targeted_assistance",),
    assumptions=(
        _("The Fund's rounding is not published. We round the payment up and the pension contribution down."),
        insurance.FREED,
        _("The Code sets no limit on the average income from several employers, so none is used."),
        _("The months of payment are counted from the day of registration; an order not seen here sets the days."),
    ),
)

is_registered = conditions.is_registered("113.1")
in_time = of_people.in_time("113.3")
retires_on = retirement.retires_on("118.1, 207.1")
average_income = insurance.average_income("118.3")
withholding = insurance.withholding("117.1")


@rule("113.1", _("The right begins, and with it the payment"))
def starts_on(unemployed_since):
    return unemployed_since


@rule("113.3", _("Last day to apply"))
def apply_by(starts_on, months_to_apply):
    return months_after(starts_on, months_to_apply)


@rule(
    "118.1",
    _("You had not reached the retirement age on that day"),
    otherwise=_("From the retirement age on, you can apply for a pension instead."),
)
def is_of_working_age(starts_on, retires_on):
    return starts_on < retires_on


@rule("118.5", _("Months taken off for the payment received before"), unit="months")
def deducted_months(job_loss_months_received, months_deducted):
    return job_loss_months_received * months_deducted


@rule("118.5", _("Months of contributions that count"), unit="months")
def counted_months(contribution_months, deducted_months):
    return contribution_months - deducted_months


@rule(
    "115.1(7)",
    _("Enough months of contributions are left to count"),
    otherwise=_("You can apply the next time, once more months of contributions have been paid."),
)
def has_tenure(counted_months, least_months):
    return counted_months >= least_months


@rule("118.3", _("Income counted over the months together"), name="counted_income")
def counted_income_until_2024(income_before_job_loss, averaging_months):
    return total(income_before_job_loss, averaging_months)


@rule("118.3", _("Income under the special regime, as far as it counts"), since=insurance.REGIME_SINCE)
def regime_income(had_regime_income, regime_contributions_before_job_loss, social_contribution_rate):
    return choose(had_regime_income, ratio(regime_contributions_before_job_loss, social_contribution_rate), 0)


@rule("118.3", _("Income counted over the months together"), since=insurance.REGIME_SINCE)
def counted_income(income_before_job_loss, averaging_months, regime_income):
    return total(income_before_job_loss, averaging_months) + regime_income


@rule(
    "115.1(6)",
    _("Contributions were paid in the two years before"),
    otherwise=_("The payment needs at least one month of contributions in the two years before you registered."),
)
def contributed_lately(counted_income):
    return counted_income > 0


@rule("113.1, 114.3", _("You have the right to the payment"))
def eligible(is_registered, in_time, is_of_working_age, has_tenure, contributed_lately):
    return is_registered & in_time & is_of_working_age & has_tenure & contributed_lately


@rule("118.1", _("Number of months paid"), unit="months")
def paid_months(counted_months, months_by_tenure):
    return by_table(counted_months, months_by_tenure)


@rule("118.1", _("Last day paid for: the months are over, or you reach the retirement age"))
def ends_on(starts_on, paid_months, retires_on):
    return days_after(least(months_after(starts_on, paid_months), retires_on), -1)


@rule("118.3", _("Coefficient for the months of contributions"), unit="times")
def coefficient(counted_months, tenure_coefficient):
    return by_table(counted_months, tenure_coefficient)


@rule("118.2", _("Monthly payment: average income × share replaced × coefficient, rounded up to a whole tenge"))
def amount(eligible, counted_income, replacement_rate, coefficient, averaging_months):
    payment = ratio(counted_income * replacement_rate * coefficient, averaging_months)
    return choose(eligible, up_to_tenge(payment), 0)
