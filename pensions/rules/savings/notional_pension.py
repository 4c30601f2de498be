"""Pension from the employer's contributions on a notional account (article 222)."""

import datetime

from pensions import savings as shared
from socialcode.engine import Provision, _, choose, rule
from socialcode.provisions import conditions, endings, retirement

provision = Provision(
    "notional_pension",
    _("Pension from the employer's contributions"),
    article="222",
    since=datetime.date(2024, 1, 1),
    pays="service",
    summary=_("For life, from the contributions that employers pay from their own money since 2024."),
    where=_("Apply at the pension fund."),
    is_asked_elsewhere=True,
    events=("old_age", "illness"),
    ends=(
        endings.person_dies("222.4"),
        endings.leaves("222.4"),
    ),
    assumptions=(
        _("The Government sets the figures for the size every year; no formula was found. Only the limit is shown."),
        _("These contributions are not your property: nobody inherits them, and the State does not guarantee them."),
        _("The time for the decision is not known; ten working days are assumed."),
    ),
)

retires_on = retirement.retires_on("207.1")
is_of_age = shared.is_of_age("222.1(1)")
is_permanently_disabled = conditions.is_permanently_disabled("222.1(2)")


@rule(
    "222.1",
    _("Employers paid their contributions for you long enough"),
    otherwise=_("The right needs five years of these contributions together, so it comes in 2029 at the earliest."),
)
def has_months(employer_contribution_months, least_months):
    return employer_contribution_months >= least_months


@rule(
    "222.1",
    _("You have reached the retirement age, or have disability group I or II without a term"),
    otherwise=_("You can apply at the retirement age, or with disability group I or II without a term."),
)
def right_has_come(is_of_age, is_permanently_disabled):
    return is_of_age | is_permanently_disabled


@rule("222.1", _("You have the right to this pension"))
def eligible(has_months, right_has_come):
    return has_months & right_has_come


@rule("222.4", _("First day you can be paid from, if you apply at once"))
def starts_on(on, right_has_come, retires_on):
    return choose(right_has_come, on, retires_on)


@rule("222.3", _("Largest monthly payment"))
def largest_payment(subsistence_minimum, cap_minimums):
    return subsistence_minimum * cap_minimums
