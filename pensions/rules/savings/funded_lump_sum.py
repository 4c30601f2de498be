"""Pension savings paid out at once, because they are small or their owner has left for good (articles 220, 221)."""

import datetime

from pensions import savings as shared
from socialcode.engine import OneOf, Provision, _, choose, down_to_tenge, rule
from socialcode.provisions import conditions, retirement

provision = Provision(
    "funded_lump_sum",
    _("Pension savings paid out at once"),
    article="220, 221",
    since=datetime.date(2021, 4, 1),
    pays="savings",
    summary=_("Small savings are paid out once, all together, instead of monthly."),
    where=_("One application on egov.kz or at a service centre covers all pensions."),
    events=("old_age", "illness"),
    excludes=(
        OneOf("funded_payout", "220.2, 221.2", unless="other_account_is_large"),
        OneOf("pension_annuity", "220.2, 221.2, 224.1(2)"),
    ),
    deductions=(_("Until the end of 2025 income tax was withheld; from 2026 the fund's payments are free of it."),),
    assumptions=(
        _("We round down, so that the account is not exceeded."),
        _(
            "Savings from mandatory and from professional contributions are tested one by one, as articles 220 and 221 "
            "stand apart. The Government's rules were not read."
        ),
        _("From 2028 the limit counts minimum pensions by age; it is the same figure under a new name."),
    ),
)

has_savings = shared.has_savings("220.1")
professional_part = shared.professional_part("221.1")
retires_on = retirement.retires_on("207.1")
is_of_age = shared.is_of_age("220.1(1), 221.1(1)")
is_permanently_disabled = conditions.is_permanently_disabled("220.1(2), 221.1(2)")
has_left_for_good = shared.has_left_for_good("220.1(3), 221.1(3)")
is_not_paid_yet = shared.is_not_paid_yet("220.2")
small_sum = shared.small_sum("220.2, 221.2")
right_has_come = shared.right_has_come("220.1, 221.1")
mandatory_at_once, professional_at_once = shared.at_once("220.2, 221.2")


@rule(
    "220.2, 221.2",
    _("The savings of an account may be paid out at once"),
    otherwise=_("Savings above the limit are paid out monthly instead."),
)
def may_be_paid_at_once(mandatory_at_once, professional_at_once):
    return mandatory_at_once | professional_at_once


@rule("220.2, 221.2", _("You have the right to all savings at once"))
def eligible(has_savings, right_has_come, is_not_paid_yet, may_be_paid_at_once):
    return has_savings & right_has_come & is_not_paid_yet & may_be_paid_at_once


@rule("220.2, 221.2", _("Your other account is too large for that, so it is paid monthly besides"))
def other_account_is_large(mandatory_savings, mandatory_at_once, professional_part, professional_at_once):
    mandatory_stays = (mandatory_savings >= 1) & ~mandatory_at_once
    return mandatory_stays | ((professional_part >= 1) & ~professional_at_once)


@rule("224.3", _("First day you can be paid, if you apply at once"))
def starts_on(on, right_has_come, retires_on):
    return choose(right_has_come, on, retires_on)


@rule("220.2, 221.2", _("Savings of the accounts that are paid out at once"))
def paid_out(mandatory_at_once, mandatory_savings, professional_at_once, professional_part):
    return choose(mandatory_at_once, mandatory_savings, 0) + choose(professional_at_once, professional_part, 0)


@rule("220.2, 221.2", _("Amount: all savings of these accounts, in whole tenge"))
def amount(eligible, paid_out):
    return choose(eligible, down_to_tenge(paid_out), 0)
