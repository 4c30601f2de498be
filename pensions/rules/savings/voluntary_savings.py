"""Payments out of voluntary pension contributions (article 223)."""

import datetime

from pensions import savings as shared
from socialcode.engine import Ground, Provision, _, rule, years_after
from socialcode.engine.grounds import NOT_SAID

provision = Provision(
    "voluntary_savings",
    _("Voluntary pension savings"),
    article="223",
    since=datetime.date(2023, 7, 1),
    pays="service",
    summary=_("What you saved voluntarily is yours from 50 on; how it is paid out stands in your contract."),
    where=_("Apply at the pension fund that keeps the savings."),
    is_asked_elsewhere=True,
    events=("old_age", "illness"),
    ends=(
        Ground(_("the savings are used up"), "223.3", NOT_SAID),
        Ground(_("the person dies: what is left goes to the heirs"), "223.2", NOT_SAID),
    ),
    assumptions=(
        _("Size and times of the payments are agreed in the contract, so no amount is shown."),
        _("The time for the decision is not known; ten working days are assumed."),
    ),
)

has_left_for_good = shared.has_left_for_good("223.1(3)")


@rule(
    "223.1", _("You have voluntary savings"), otherwise=_("You can sign a contract with the pension fund at any time.")
)
def has_voluntary(has_voluntary_savings):
    return has_voluntary_savings


@rule(
    "223.1",
    _("You are 50 or older, have a disability, or have left Kazakhstan for good as a foreigner"),
    otherwise=_("You can apply from the age of 50, or after a disability is recognised."),
)
def may_be_paid(on, birth_date, payout_age, person_has_disability, has_left_for_good):
    return (on >= years_after(birth_date, payout_age)) | person_has_disability | has_left_for_good


@rule("223.1", _("You have the right to payments from voluntary savings"))
def eligible(has_voluntary, may_be_paid):
    return has_voluntary & may_be_paid
