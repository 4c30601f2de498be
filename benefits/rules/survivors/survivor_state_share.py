"""One member's own part of the state benefit for loss of a breadwinner (article 235, points 2 and 3)."""

import datetime

from benefits import conditions, shares
from socialcode.engine import OneOf, Provision, _, rule
from socialcode.provisions import deductions

from . import survivor_state

provision = Provision(
    "survivor_state_share",
    _("Own part of the state benefit for loss of a breadwinner"),
    article="235",
    since=datetime.date(2023, 7, 1),
    summary=_("Paid to you apart, if the benefit for the whole family goes to somebody else."),
    events=("death",),
    excludes=(OneOf("disability_state", "234.7"),),
    ends=survivor_state.provision.ends,
    suspends=survivor_state.provision.suspends,
    arrears=survivor_state.provision.arrears,
    deductions=(deductions.NOTHING_FOR_DEBTS, deductions.OVERPAID_IF_YOU_APPLY),
    counts_towards=("targeted_assistance",),
    assumptions=(shares.EQUAL, shares.ROUNDED, shares.OTHERS_GET_LESS),
)

lives_here = conditions.lives_here("234.1")
wants_share = shares.wants_share("235.2")
own_share = shares.own_share("235.2", "shared_benefit", "shared_benefit_members")
is_something = shares.is_something("235.1, 235.2")
starts_on = shares.from_the_day_of_asking("235.3")
amount = shares.amount("235.2")


@rule("235.2", _("You have the right to your own part"))
def eligible(lives_here, wants_share, is_something):
    return lives_here & wants_share & is_something
