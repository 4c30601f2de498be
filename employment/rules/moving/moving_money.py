"""Money for moving to another place for work (article 112)."""

import datetime

from employment import relocation
from socialcode.engine import Provision, _, choose, rule, up_to_tenge

provision = Provision(
    "moving_money",
    _("Moving money"),
    article="112",
    since=datetime.date(2025, 1, 1),
    pays="once",
    summary=_("Once for you and each family member who moves with you."),
    where=relocation.WHERE,
    events=("work",),
    ends=(relocation.BROKEN_FROM_THE_FIRST,),
    assumptions=relocation.ASSUMPTIONS,
)

(
    moves_for_work,
    is_settler,
    is_registered_anyhow,
    was_registered_long,
    employer_does_not_pay,
    may_join,
) = relocation.of_the_person()
places, goes_where_needed_before_2026, goes_where_needed = relocation.of_the_place()
eligible = relocation.may_move()


@rule("112.4(1)", _("Moving money for all who move"))
def amount(eligible, moving_members, size, mci):
    return choose(eligible, up_to_tenge(moving_members * size * mci), 0)
