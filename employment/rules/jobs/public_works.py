"""Subsidised job: public works (article 111 and the government's resolution)."""

import datetime

from employment import conditions, subsidised
from socialcode.engine import Provision, _, rule, years_after
from socialcode.provisions import retirement

provision = Provision(
    "public_works",
    _("Public works"),
    article="111",
    since=datetime.date(2023, 7, 1),
    payee="employer",
    summary=_("Temporary work for the community, for the unemployed, students and senior pupils."),
    where=conditions.WHERE,
    events=("work", "study"),
    ends=subsidised.ENDS,
    assumptions=(
        _("The amount is the least wage of public works; the wage can be higher."),
        subsidised.PAID_TO_EMPLOYER,
        conditions.GENERAL_TIME,
    ),
)

looks = conditions.looks("111.1")
may_join = conditions.may_join()
starts_on = subsidised.starts_on()
amount = subsidised.fixed_amount()
retires_on = retirement.retires_on("111.9, 207.1")
is_below_retirement, ends_on = subsidised.until_retirement()


@rule(
    "111.1",
    _("You are registered as unemployed, or study and work in your free time"),
    otherwise=_("Register as unemployed first: on enbek.kz, on egov.kz or at a career centre."),
    in_reach=conditions.REGISTERING,
)
def is_unemployed_or_studies(is_registered_unemployed, studies):
    return is_registered_unemployed | (studies != "none")


@rule("111.9", _("You are old enough"), otherwise=_("You can take part from your 16th birthday on."))
def is_old_enough(on, birth_date, least_age):
    return on >= years_after(birth_date, least_age)


@rule("111.1", _("You can take part"))
def eligible(looks, may_join, is_unemployed_or_studies, is_old_enough, is_below_retirement):
    return looks & may_join & is_unemployed_or_studies & is_old_enough & is_below_retirement
