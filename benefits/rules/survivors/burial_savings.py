"""One-off burial payment out of the pension savings of a person who died (article 242, point 3)."""

import datetime

from benefits import conditions
from socialcode.engine import Provision, _, choose, down_to_tenge, rule

provision = Provision(
    "burial_savings",
    _("Burial payment from pension savings"),
    article="242.3",
    since=datetime.date(2023, 7, 1),
    unit="claim",
    about="deceased",
    pays="once",
    summary=_("Paid once to the family by the pension fund, out of the savings of the person who died."),
    where=_("Apply at the pension fund that keeps the savings, for example the Unified Pension Savings Fund."),
    is_asked_elsewhere=True,
    events=("death",),
    assumptions=(
        _("The fund's rounding is not published. We round down, so that the account is not exceeded."),
        _("We use the MCI and the minimum pension of the day you apply; the Code names the year but not whose day."),
    ),
)

relative_has_died = conditions.relative_has_died("242.3")


@rule("242.3", _("You are a family member"), otherwise=_("A family member of the person can apply."))
def is_family(tie_to_deceased):
    return tie_to_deceased == "family"


@rule(
    "242.3",
    _("The person had pension savings"),
    otherwise=_("There is nothing to pay out. Ask the pension fund whether there is an account."),
)
def has_savings(deceased_savings):
    return down_to_tenge(deceased_savings) > 0


@rule(
    "242.3",
    _("Nobody else has received the burial payment from the savings"),
    otherwise=_("It is paid once to the family."),
)
def nobody_else_is_paid(relative_is_paid, burial_savings_are_paid):
    return ~(relative_is_paid & burial_savings_are_paid)


@rule("242.3", _("You have the right to the payment"))
def eligible(relative_has_died, is_family, has_savings, nobody_else_is_paid):
    return relative_has_died & is_family & has_savings & nobody_else_is_paid


@rule("242.3", _("Largest burial payment"))
def limit(mci, mci_limit):
    return mci * mci_limit


@rule("242.3", _("What remains on the account after it; a minus means that the savings are smaller"))
def remainder(deceased_savings, limit):
    return deceased_savings - limit


@rule("242.3", _("Amount: up to the limit, or all if no more than a minimum pension remains, rounded down"))
def amount(eligible, remainder, minimum_pension, deceased_savings, limit):
    payment = choose(remainder <= minimum_pension, deceased_savings, limit)
    return choose(eligible, down_to_tenge(payment), 0)
