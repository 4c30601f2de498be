"""One member's own part of the Fund's payment for loss of a breadwinner (article 239, point 5)."""

import datetime

from benefits import shares
from socialcode.engine import Provision, _, rule
from socialcode.provisions import deductions

from . import survivor_insured

provision = Provision(
    "survivor_insured_share",
    _("Own part of the payment for loss of a breadwinner"),
    article="239",
    since=datetime.date(2023, 7, 1),
    summary=_("Paid to you apart, if the Fund's payment for the whole family goes to somebody else."),
    events=("death",),
    ends=survivor_insured.provision.ends,
    suspends=survivor_insured.provision.suspends,
    arrears=survivor_insured.provision.arrears,
    deductions=(deductions.NOTHING_FOR_DEBTS, deductions.OVERPAID_IF_YOU_APPLY),
    counts_towards=("targeted_assistance",),
    assumptions=(shares.EQUAL, shares.ROUNDED, shares.OTHERS_GET_LESS),
)

wants_share = shares.wants_share("239.5")
own_share = shares.own_share("239.5", "shared_payment", "shared_payment_members")
is_something = shares.is_something("239.4, 239.5")
starts_on = shares.from_the_day_of_asking("239.5")
amount = shares.amount("239.5")


@rule("239.5", _("You have the right to your own part"))
def eligible(wants_share, is_something):
    return wants_share & is_something
