"""One-off state grant for the birth of a child (articles 79-80)."""

import datetime

from benefits import conditions
from socialcode.engine import Provision, _, by_table, choose, months_after, rule, up_to_tenge
from socialcode.provisions import deductions

provision = Provision(
    "birth_grant",
    _("Grant for the birth of a child"),
    article="79..80",
    since=datetime.date(2023, 7, 1),
    unit="child",
    pays="once",
    summary=_("Paid once for each child, whatever the family's income."),
    events=("birth",),
    deductions=(deductions.NOTHING_FOR_DEBTS,),
    assumptions=(_("We use the MCI of the day of application; the Code does not say which MCI counts."),),
)

lives_here = conditions.lives_here("79.1")
status_counts = conditions.status_counts("79.1")
in_time = conditions.in_time("79.3")


@rule("79.3", _("Last day to apply"))
def apply_by(child_birth_date, months_to_apply):
    return months_after(child_birth_date, months_to_apply)


@rule(
    "73.1(1)",
    _("Nobody else has received the birth grant for this child"),
    otherwise=_("It is paid once for each child, to one person."),
)
def nobody_else_is_paid(relative_is_paid, birth_grant_is_paid):
    return ~(relative_is_paid & birth_grant_is_paid)


@rule("79.1, 79.2", _("You have the right to the grant"))
def eligible(lives_here, status_counts, in_time, nobody_else_is_paid):
    return lives_here & status_counts & in_time & nobody_else_is_paid


@rule("80.1", _("Size for this child, by the order of birth"), unit="mci")
def size(birth_order, size_by_birth_order):
    return by_table(birth_order, size_by_birth_order)


@rule("80.1, 80.2", _("Amount, rounded up to a whole tenge"))
def amount(eligible, size, mci):
    return choose(eligible, up_to_tenge(size * mci), 0)
