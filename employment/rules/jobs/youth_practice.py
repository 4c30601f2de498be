"""Subsidised job: youth practice (article 111 and the government's resolution)."""

import datetime

from employment import conditions, subsidised
from socialcode.engine import Provision, _, rule, years_after

provision = Provision(
    "youth_practice",
    _("Youth practice"),
    article="111",
    since=datetime.date(2023, 7, 1),
    payee="employer",
    met_when_asked=(("is_young", "111.9"), ("is_graduate", "111.9")),
    summary=_("First work in the trade you learned; the state pays the wage."),
    where=conditions.WHERE,
    events=("work", "study"),
    ends=subsidised.ENDS,
    assumptions=(
        subsidised.UNTIL_35,
        _("The five years since the diploma come from the press; the resolution itself was not read."),
        subsidised.PAID_TO_EMPLOYER,
        conditions.GENERAL_TIME,
    ),
)

looks, is_registered, may_join, is_young, starts_on, ends_on, amount = subsidised.job_of_the_young()


@rule(
    "111.9",
    _("You finished a college or university not long ago"),
    otherwise=_("It is for graduates in the first years after the diploma."),
)
def is_graduate(on, has_diploma, graduated_on, diploma_years):
    return has_diploma & (on <= years_after(graduated_on, diploma_years))


@rule(
    "111.4, 111.9",
    _("You have not worked in the trade you learned"),
    otherwise=_("It is for graduates without work in their trade so far."),
)
def is_new_in_trade(work_experience):
    return work_experience != "trade"


@rule("111.1", _("You can take part"))
def eligible(looks, is_registered, may_join, is_young, is_graduate, is_new_in_trade):
    return looks & is_registered & may_join & is_young & is_graduate & is_new_in_trade
