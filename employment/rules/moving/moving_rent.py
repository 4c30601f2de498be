"""Money for rent and utilities after moving for work (article 112)."""

import datetime

from employment import relocation
from socialcode.engine import Ground, Provision, _, choose, days_after, months_after, rule, up_to_tenge
from socialcode.engine.grounds import NOT_SAID
from socialcode.provisions import pauses

provision = Provision(
    "moving_rent",
    _("Rent money after moving"),
    article="112",
    since=datetime.date(2025, 1, 1),
    met_when_asked=(("goes_where_needed", "112.3"),),
    summary=_("Every month for rent and utilities in the new place."),
    where=relocation.WHERE,
    events=("work",),
    ends=(Ground(_("the months of rent are over"), "112.4(1)", NOT_SAID), relocation.BROKEN),
    assumptions=(
        pauses.NOT_READ,
        _("Sources name 15 to 30 MCI a month for a family. The lowest is counted; the steps show the highest, too."),
        _("Twelve months of rent are confirmed for kandas only; they are counted from the day asked about."),
        relocation.RENT_OR_HOME,
        *relocation.ASSUMPTIONS,
    ),
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


@rule("112.4(1)", _("First day, if you move on the day asked about"))
def starts_on(on):
    return on


@rule("112.4(1)", _("Last day rent is paid for"))
def ends_on(starts_on, months_paid):
    return days_after(months_after(starts_on, months_paid), -1)


@rule("112.4(1)", _("Highest monthly amount"))
def most_rent(most_size, mci):
    return up_to_tenge(most_size * mci)


@rule("112.4(1)", _("Lowest monthly amount"))
def amount(eligible, least_size, mci):
    return choose(eligible, up_to_tenge(least_size * mci), 0)
