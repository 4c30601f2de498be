"""Subsidy to an employer who hires somebody who moves for work (article 112, point 4, sub-point 5)."""

import datetime

from employment import conditions, relocation
from socialcode.engine import Provision, _, choose, rule, up_to_tenge

provision = Provision(
    "mover_hiring",
    _("Subsidy for hiring people who move"),
    article="112",
    since=datetime.date(2026, 1, 1),
    pays="once",
    payee="employer",
    summary=_("The state pays an employer in the new place who hires you when you move."),
    where=relocation.WHERE,
    events=("work",),
    assumptions=(
        _("The size is known from the press and is the largest one; the order itself was not read."),
        _("Besides, the new place may offer an office flat or a room in a dormitory, courses and help for a business."),
        *relocation.ASSUMPTIONS,
    ),
)

moves_for_work = relocation.wants_to_move()
is_settler = relocation.is_settler()
is_registered_anyhow = relocation.is_registered_anyhow()
was_registered_long = relocation.was_registered_long()
may_join = conditions.may_join()
places, goes_where_needed_before_2026, goes_where_needed = relocation.of_the_place()


@rule(
    "112.4(5)",
    _("An employer in the new place hires you"),
    otherwise=_("Ask the career centre which employers there take part."),
)
def is_hired_there(has_job_in_new_place):
    return has_job_in_new_place


@rule("112.1, 112.4(5)", _("An employer can be paid for hiring you"))
def eligible(
    moves_for_work, is_settler, is_registered_anyhow, was_registered_long, goes_where_needed, may_join, is_hired_there
):
    may_move = moves_for_work & is_settler & is_registered_anyhow & was_registered_long & goes_where_needed
    return may_move & may_join & is_hired_there


@rule("112.4(5)", _("Largest subsidy to the employer"))
def amount(eligible, size, mci):
    return choose(eligible, up_to_tenge(size * mci), 0)
