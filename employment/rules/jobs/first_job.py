"""Subsidised job: first job (article 111 and the government's resolution)."""

import datetime

from employment import conditions, subsidised
from socialcode.engine import Provision, _, rule

provision = Provision(
    "first_job",
    _("First job"),
    article="111",
    since=datetime.date(2023, 7, 1),
    payee="employer",
    met_when_asked=(("is_young", "111.9"),),
    summary=_("A job for young people who never worked; the employer keeps you for at least a year."),
    where=conditions.WHERE,
    events=("work", "study"),
    ends=subsidised.ENDS,
    assumptions=(
        subsidised.UNTIL_35,
        _("The resolution was not read. Press reports name up to 30 MCI and 18 months since 2022; we show these."),
        subsidised.PAID_TO_EMPLOYER,
        conditions.GENERAL_TIME,
    ),
)

looks, is_registered, may_join, is_young, starts_on, ends_on, amount = subsidised.job_of_the_young()


@rule(
    "111.9",
    _("You have never worked"),
    otherwise=_("It is for people without any work so far."),
)
def is_inexperienced(work_experience):
    return work_experience == "none"


@rule(
    "111.9",
    _("You do not study"),
    otherwise=_("It is for people who neither work nor study."),
)
def is_not_studying(studies):
    return studies == "none"


@rule("111.1", _("You can take part"))
def eligible(looks, is_registered, may_join, is_young, is_inexperienced, is_not_studying):
    return looks & is_registered & may_join & is_young & is_inexperienced & is_not_studying
