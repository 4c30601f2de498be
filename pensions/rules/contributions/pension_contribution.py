"""Mandatory pension contribution of a person, due every month (articles 248, 249)."""

import datetime

from pensions import earnings
from socialcode.engine import OneOf, Provision, _, nearest_tenge, one_of, rule
from socialcode.provisions import conditions, contributions, retirement

provision = Provision(
    "pension_contribution",
    _("Mandatory pension contribution"),
    article="248, 249",
    since=datetime.date(2023, 7, 1),
    pays="due",
    summary=_(
        "A part of your income goes to your pension account. Employers take it off the pay, others pay it themselves."
    ),
    events=("work",),
    excludes=(OneOf("single_payment", "249.2"),),
    follows=(earnings.freed_by_service_pension("248.3(4)"),),
    assumptions=(
        contributions.ROUNDED,
        _("With several employers, each looks at its own pay only. We compute one of them."),
        _("An entrepreneur who earns less than the minimum wage may also pay from the minimum wage."),
        contributions.NO_OFFICE,
    ),
)

retires_on = retirement.retires_on("207.1")
is_below_pension_age = contributions.is_below_pension_age("248.3(1)")
is_permanently_disabled = conditions.is_permanently_disabled("248.3(2)")
is_not_freed = contributions.is_not_freed("248.3(2)")
has_no_service_pension = contributions.has_no_service_pension("248.3(4)")
does_not_serve = earnings.does_not_serve("248.3(3)")
is_paid_apart = earnings.is_paid_apart("249.2")
pension_base = contributions.pension_base("249.1")
due = contributions.due("249.1")
pay_by = contributions.pay_by("248.9")
ends_on = contributions.ends_on("248.3(1)")


@rule(
    "248.2, 248.4",
    _("You have earnings on which it is due"),
    otherwise=_("It is due only on pay, on income from a business and on contracts for work."),
)
def has_earnings(earns_as):
    return ~one_of(earns_as, "none", "assistant")


@rule("248.1, 248.2, 248.4", _("The contribution is due"))
def eligible(
    has_earnings, does_not_serve, is_paid_apart, is_below_pension_age, is_not_freed, has_no_service_pension, is_a_tenge
):
    owes = is_below_pension_age & is_not_freed & has_no_service_pension
    return has_earnings & does_not_serve & is_paid_apart & owes & is_a_tenge


@rule("249.1", _("Contribution for the month: income × rate, in whole tenge"))
def contribution(pension_base, mandatory_pension_rate):
    return nearest_tenge(pension_base * mandatory_pension_rate)
