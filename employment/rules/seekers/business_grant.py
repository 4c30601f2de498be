"""Grant for a new business idea (article 110)."""

import datetime

from employment import conditions
from socialcode.engine import Provision, _, choose, rule, up_to_tenge

provision = Provision(
    "business_grant",
    _("Grant for a new business"),
    article="110",
    since=datetime.date(2023, 7, 1),
    pays="once",
    summary=_("Money that need not be paid back, for the business idea of people in some groups."),
    where=conditions.WHERE,
    events=("work",),
    assumptions=(
        _("The list of groups is known from the press only and may be longer. Ask the career centre."),
        _("The amount is the largest grant. Grants are given by competition, so the right is one to take part."),
        conditions.GENERAL_TIME,
    ),
)

may_join = conditions.may_join()


@rule(
    "110.2(2)",
    _("You want to start a business"),
    otherwise=_("The grant is for people who start a business."),
)
def starts_business(wants_own_business):
    return wants_own_business


@rule(
    "110.1",
    _("You are in one of the groups"),
    otherwise=_("Ask the career centre: its list of groups may be longer than the one known here."),
)
def is_in_group(grant_category):
    return grant_category != "none"


@rule(
    "110.3",
    _("You finished the business course"),
    otherwise=_("Take the Bastau Business course first; it is free."),
)
def finished_course(has_business_certificate):
    return has_business_certificate


@rule("110.1, 110.2(2)", _("You can take part in the competition for a grant"))
def eligible(starts_business, is_in_group, finished_course, may_join):
    return starts_business & is_in_group & finished_course & may_join


@rule("110.2(2), 110.3", _("Largest grant"))
def amount(eligible, size, mci):
    return choose(eligible, up_to_tenge(size * mci), 0)
