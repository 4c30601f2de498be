"""Mandatory professional pension contribution of the employer for harmful work (articles 248, 250)."""

import datetime

from pensions import earnings
from socialcode.engine import Ground, OneOf, Provision, _, nearest_tenge, rule
from socialcode.engine.grounds import NOT_SAID
from socialcode.provisions import contributions, retirement

provision = Provision(
    "professional_contribution",
    _("Professional pension contribution for harmful work"),
    article="248, 250",
    since=datetime.date(2023, 7, 1),
    pays="due",
    summary=_("Your employer pays it from its own money, on top of your pay, while you do harmful work."),
    events=("work",),
    excludes=(OneOf("special_professional", "195-5.3(4)"),),
    follows=(earnings.freed_by_service_pension("248.5(3)"),),
    ends=(
        Ground(_("an examination of the workplace finds that the work is no longer harmful"), "250.2", NOT_SAID),
        Ground(_("you move to work that is not on the list"), "250.2", NOT_SAID),
    ),
    assumptions=(
        contributions.ROUNDED,
        _("The Code names no greatest income for this contribution, so none is used."),
        contributions.NO_OFFICE,
    ),
)

retires_on = retirement.retires_on("207.1")
is_below_pension_age = contributions.is_below_pension_age("248.5(1)")
has_no_service_pension = contributions.has_no_service_pension("248.5(3)")
due = contributions.due("250.1")
pay_by = contributions.pay_by("248.9")
ends_on = contributions.ends_on("248.5(1)")


@rule(
    "248.5",
    _("You have a job with an employer"),
    otherwise=_("Only employers pay it, for their workers. Entrepreneurs do not pay it for themselves."),
)
def has_employer(earns_as):
    return earns_as == "employee"


@rule(
    "248.5",
    _("Your work is on the list of harmful work"),
    otherwise=_("Ask your employer whether your job is on the list. It is due only for those jobs."),
)
def is_harmful(does_harmful_work):
    return does_harmful_work


@rule("248.5, 250.2", _("The contribution is due"))
def eligible(has_employer, is_harmful, is_below_pension_age, has_no_service_pension, is_a_tenge):
    return has_employer & is_harmful & is_below_pension_age & has_no_service_pension & is_a_tenge


@rule("250.1", _("Contribution for the month: pay × rate, in whole tenge"))
def contribution(monthly_earnings, rate):
    return nearest_tenge(monthly_earnings * rate)
