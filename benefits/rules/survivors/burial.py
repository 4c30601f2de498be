"""One-off burial payment from the budget (article 242, points 1-2)."""

import datetime

from benefits import conditions
from socialcode.engine import Provision, _, as_of, by_table, choose, one_of, rule, up_to_tenge, years_after

provision = Provision(
    "burial",
    _("Burial payment from the state"),
    article="242.1, 242.2",
    since=datetime.date(2023, 7, 1),
    unit="claim",
    about="deceased",
    pays="once",
    summary=_("Paid once to the family or to whoever buried a person with a pension or a state benefit."),
    events=("death",),
    assumptions=(
        _("For deaths before July 2023 we use the sizes of the Code and the MCI of the day of death."),
        _("Where an insurer paid a pension annuity, the insurer makes a burial payment by its contract as well."),
    ),
)

relative_has_died = conditions.relative_has_died("242.1")
in_time = conditions.in_time("242.2")


@rule(
    "242.1",
    _("You are a family member or buried the person"),
    otherwise=_("The family, or the person who arranged the burial, can apply."),
)
def may_claim(tie_to_deceased):
    return one_of(tie_to_deceased, "family", "buried")


@rule(
    "242.1",
    _("The person received an age pension, a base pension or a state benefit"),
    otherwise=_("The state pays only after recipients of a pension or a state benefit."),
)
def was_recipient(deceased_received):
    return deceased_received != "nothing"


@rule("242.2", _("Last day to apply"))
def apply_by(death_date, years_to_apply):
    return years_after(death_date, years_to_apply)


@rule(
    "242.1",
    _("Nobody else has received the burial payment for this death"),
    otherwise=_("It is paid once: to the family or to who arranged the burial."),
)
def nobody_else_is_paid(relative_is_paid, burial_is_paid):
    return ~(relative_is_paid & burial_is_paid)


@rule("242.1", _("You have the right to the payment"))
def eligible(relative_has_died, may_claim, was_recipient, in_time, nobody_else_is_paid):
    return relative_has_died & may_claim & was_recipient & in_time & nobody_else_is_paid


@rule("242.1", _("Size by what the person received"), unit="mci")
def size(deceased_received, mci_by_recipient):
    return by_table(deceased_received, mci_by_recipient)


@rule("242.1, 242.2", _("Amount with the MCI of the day of death, rounded up to a whole tenge"))
def amount(eligible, size, death_date, mci_history):
    return choose(eligible, up_to_tenge(size * as_of(death_date, mci_history)), 0)
