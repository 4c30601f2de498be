"""Subsidised job: contract of generations (article 111 and the government's resolution)."""

import datetime

from employment import conditions, subsidised
from socialcode.engine import Provision, _, rule

provision = Provision(
    "generation_contract",
    _("Contract of generations"),
    article="111",
    since=datetime.date(2023, 7, 1),
    payee="employer",
    met_when_asked=(("is_young", "111.9"),),
    summary=_("You learn a job from a worker near pension age and then take it over."),
    where=conditions.WHERE,
    events=("work",),
    ends=subsidised.ENDS,
    assumptions=(
        subsidised.UNTIL_35,
        _("The amount comes from a draft of 2023; the age and the months are recalled, not confirmed."),
        subsidised.PAID_TO_EMPLOYER,
        conditions.GENERAL_TIME,
    ),
)

looks, is_registered, may_join, is_young, starts_on, ends_on, amount = subsidised.job_of_the_young()


@rule(
    "111.9",
    _("A worker near pension age will teach you the job"),
    otherwise=_("Ask the career centre for an employer with such a worker."),
)
def will_be_taught(has_mentor):
    return has_mentor


@rule("111.1", _("You can take part"))
def eligible(looks, is_registered, may_join, is_young, will_be_taught):
    return looks & is_registered & may_join & is_young & will_be_taught
