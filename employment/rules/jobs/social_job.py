"""Subsidised job: social job (article 111 and the government's resolution)."""

import datetime

from employment import conditions, subsidised
from socialcode.engine import Provision, _, rule

provision = Provision(
    "social_job",
    _("Social job"),
    article="111",
    since=datetime.date(2023, 7, 1),
    payee="employer",
    summary=_("A job for groups that find work hard to get; the state pays part of the wage."),
    where=conditions.WHERE,
    events=("work",),
    told=(conditions.opened_by_registration("111.1"),),
    ends=subsidised.ENDS,
    assumptions=(
        subsidised.LIST_NOT_SEEN,
        _("The share comes from a draft of 2023. Sources name a limit of 20 or 30 MCI; we take the lower."),
        subsidised.PAID_TO_EMPLOYER,
        conditions.GENERAL_TIME,
    ),
)

looks = conditions.looks("111.1")
is_registered = conditions.is_registered("111.1")
may_join = conditions.may_join()
starts_on = subsidised.starts_on()
ends_on = subsidised.ends_on()
part_of_wage = subsidised.part_of_wage()
amount = subsidised.capped_amount()


@rule(
    "111.9",
    _("The career centre has offered you a social job"),
    otherwise=_("Ask the career centre whether you are in one of the groups on the government's list."),
)
def is_offered(offered_social_job):
    return offered_social_job


@rule("111.1", _("You can take part"))
def eligible(looks, is_registered, may_join, is_offered):
    return looks & is_registered & may_join & is_offered
