"""Monthly payments of the pension fund out of a person's own savings (articles 220, 221, 224)."""

import datetime

from pensions import savings as shared
from socialcode.engine import (
    Ground,
    OneOf,
    Provision,
    _,
    as_of,
    choose,
    greatest,
    least,
    nearest_tenge,
    rule,
    start_of_year,
    years_after,
)
from socialcode.engine.grounds import NOT_SAID
from socialcode.provisions import conditions, pauses, retirement

provision = Provision(
    "funded_payout",
    _("Monthly payment from pension savings"),
    article="220, 221, 224",
    since=datetime.date(2021, 4, 1),
    summary=_("The pension fund pays your own savings monthly, a little more each year, until they are used up."),
    where=_("One application on egov.kz or at a service centre covers all pensions."),
    events=("old_age", "illness"),
    excludes=(OneOf("funded_lump_sum", "220.2, 221.2"), OneOf("pension_annuity", "224.1(1), 224.1(2)")),
    counts_towards=("targeted_assistance",),
    ends=(
        Ground(_("the savings are used up"), "224.3", NOT_SAID),
        Ground(_("the person dies: what is left goes to the heirs"), "220.4, 221.3", NOT_SAID),
        Ground(_("all savings go to an insurer for a pension annuity"), "224.1(2)", NOT_SAID),
    ),
    deductions=(
        _("Up to half of a pension can be withheld for debts under a court order. It is not taken off here."),
        _("Until the end of 2025 income tax was withheld; from 2026 the fund's payments are free of it."),
    ),
    assumptions=(
        pauses.NONE,
        _(
            "Savings from mandatory and from professional contributions are paid side by side, each with its own least "
            "payment, as the fund's calculator does. The Government's rules were not read."
        ),
        _("The payment is rounded to the nearest tenge, as the published figures are."),
        _("In the first year a share of the savings is paid; later it is last year's payment and the raise."),
        _("A raise for disability exists, but its size was not found: the payment may be larger."),
        _("Payments that began before 2018 follow an older rule, which is not encoded."),
        _("The income tax before 2026 is not taken off here, because the allowances are not asked."),
    ),
)

has_savings = shared.has_savings("220.1")
professional_part = shared.professional_part("221.1")
retires_on = retirement.retires_on("207.1")
is_of_age = shared.is_of_age("220.1(1), 221.1(1)")
is_permanently_disabled = conditions.is_permanently_disabled("220.1(2), 221.1(2)")
did_harmful_work_long = shared.did_harmful_work_long("224.2")
small_sum = shared.small_sum("220.2, 221.2")
has_left_for_good = shared.has_left_for_good("220.1(3), 221.1(3)")
mandatory_at_once, professional_at_once = shared.at_once("220.2, 221.2")
mandatory_monthly, professional_monthly = shared.monthly("220.2, 221.2")
first_year_mandatory, first_year_professional = shared.first_year("224.2")


@rule("220.1, 221.1", _("You have reached the retirement age, or have disability group I or II without a term"))
def has_common_ground(is_of_age, is_permanently_disabled):
    return is_of_age | is_permanently_disabled


@rule(
    "220.1-1, 221.1(2-1)", _("You left harmful work at the early age, after enough contributions"), since="2024-01-01"
)
def left_harmful_work(
    on, birth_date, has_professional_savings, professional_months, does_harmful_work, early_age, early_months
):
    is_old_enough = on >= years_after(birth_date, early_age)
    return is_old_enough & has_professional_savings & (professional_months >= early_months) & ~does_harmful_work


@rule(
    "220.1, 221.1",
    _("The time for payments has come"),
    otherwise=_("They begin at the retirement age, or with disability group I or II without a term."),
    name="may_be_paid",
)
def may_be_paid_before_2024(has_common_ground):
    return has_common_ground


@rule(
    "220.1, 220.1-1, 221.1",
    _("The time for payments has come"),
    since="2024-01-01",
    otherwise=_(
        "They begin at the retirement age, with disability group I or II without a term, or at 55 after seven years of "
        "professional contributions and the end of harmful work."
    ),
)
def may_be_paid(has_common_ground, left_harmful_work):
    return has_common_ground | left_harmful_work


@rule(
    "220.1(3), 220.2, 221.1(3), 221.2",
    _("The savings of an account are too large to be paid out at once, and you live here"),
    otherwise=_("Small savings, and those of people who left for good, are paid out at once instead."),
)
def is_paid_monthly(
    fund_paid_before, mandatory_savings, professional_part, mandatory_monthly, professional_monthly, has_left_for_good
):
    goes_on = fund_paid_before & (mandatory_savings + professional_part >= 1)
    return (goes_on | (mandatory_monthly + professional_monthly >= 1)) & ~has_left_for_good


@rule("220.1, 221.1, 224.1(1)", _("You have the right to monthly payments"))
def eligible(has_savings, may_be_paid, is_paid_monthly):
    return has_savings & may_be_paid & is_paid_monthly


@rule("224.3", _("First day you can be paid from, if you apply at once"))
def starts_on(on, retires_on, may_be_paid):
    return choose(may_be_paid, on, retires_on)


@rule("224.2", _("Raise for harmful work or disability"), unit="times")
def coefficient(is_of_age, did_harmful_work_long, is_permanently_disabled, harmful_raise, disability_raise):
    harmful = choose(is_of_age & did_harmful_work_long, harmful_raise, 1)
    return greatest(harmful, choose(is_permanently_disabled, disability_raise, 1))


@rule("224.2", _("Least payment of the first year"))
def floor(on, subsistence_minimum_history, floor_share):
    return as_of(start_of_year(on), subsistence_minimum_history) * floor_share


@rule("224.2", _("Payment of a later year: that of the year before and the raise"))
def later_year(fund_paid_before, fund_payment_last_year, yearly_raise):
    return choose(fund_paid_before, fund_payment_last_year * (yearly_raise + 1), 0)


@rule("224.2, 224.3", _("Monthly payment, no more than is saved, of each account to the nearest tenge"))
def amount(
    eligible,
    fund_paid_before,
    later_year,
    first_year_mandatory,
    first_year_professional,
    mandatory_savings,
    professional_part,
):
    going_on = least(later_year, mandatory_savings + professional_part)
    first_year = nearest_tenge(first_year_mandatory) + nearest_tenge(first_year_professional)
    return choose(eligible, choose(fund_paid_before, nearest_tenge(going_on), first_year), 0)
