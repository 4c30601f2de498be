"""What the State adds if savings are smaller than the contributions raised by inflation (articles 217-219)."""

import datetime

from pensions import savings as shared
from socialcode.engine import Provision, _, choose, rule, up_to_tenge
from socialcode.provisions import conditions, retirement

provision = Provision(
    "state_guarantee",
    _("State guarantee of pension contributions"),
    article="217..219",
    since=datetime.date(2023, 7, 1),
    pays="once",
    summary=_("The State pays the difference if you saved less than your contributions raised by inflation."),
    where=_("Apply at a service centre. Whoever receives the base pension is offered it without applying."),
    events=("old_age", "illness"),
    assumptions=(
        _("Only the fund knows the contributions raised by inflation. Without that figure no amount is shown."),
        _("After a withdrawal, a transfer to a manager or an annuity only later contributions are guaranteed."),
        _("Unless the fund paid you before, today's savings stand for those of the day on which the right came."),
        _("The difference is rounded up to a whole tenge; the Government's rules were not read."),
        _("The time for the decision is not known; ten working days are assumed."),
    ),
)

has_savings = shared.has_savings("218.1")
professional_part = shared.professional_part("219")
savings = shared.savings("219")
retires_on = retirement.retires_on("207.1")
is_of_age = shared.is_of_age("218.1(1)")
is_permanently_disabled = conditions.is_permanently_disabled("218.1(2)")
has_left_for_good = shared.has_left_for_good("218.1(2)")
right_has_come = shared.right_has_come("218.1")


@rule("219", _("Savings that are compared: those of the day on which the right to payments came"))
def compared_savings(fund_paid_before, savings_at_right, savings):
    return choose(fund_paid_before, savings_at_right, savings)


@rule("219", _("What is missing: contributions raised by inflation less the savings"))
def shortfall(indexed_contributions, compared_savings):
    return indexed_contributions - compared_savings


@rule(
    "219",
    _("Your savings are smaller than your contributions raised by inflation"),
    otherwise=_("Your savings have grown faster than prices, so there is nothing to add."),
)
def has_shortfall(shortfall):
    return shortfall > 0


@rule("217.1, 218.1", _("You have the right to the difference"))
def eligible(has_savings, right_has_come, has_shortfall):
    return has_savings & right_has_come & has_shortfall


@rule("219", _("Amount: the difference, rounded up to a whole tenge"))
def amount(eligible, shortfall):
    return choose(eligible, up_to_tenge(shortfall), 0)
