"""Subsidised job: silver age, for people of fifty and more (article 111 and the government's resolution)."""

import datetime

from employment import conditions, subsidised
from socialcode.engine import Provision, _, choose, months_after, rule, years_after
from socialcode.provisions import retirement

provision = Provision(
    "silver_age",
    _("Silver age job"),
    article="111",
    since=datetime.date(2023, 7, 1),
    payee="employer",
    met_when_asked=(("may_join", "111.7"),),
    summary=_("A job for people of 50 and more; the state pays part of the wage for three years."),
    where=conditions.WHERE,
    events=("work", "old_age"),
    told=(conditions.opened_by_registration("111.1"),),
    ends=subsidised.ENDS,
    assumptions=(
        _("The limit is read as one of the subsidy, not of the wage; whether taxes count with the wage is not known."),
        _("The subsidy is rounded down to a whole tenge."),
        _("After the three years the employer keeps you for a year or until your pension."),
        subsidised.PAID_TO_EMPLOYER,
        conditions.GENERAL_TIME,
    ),
)

looks = conditions.looks("111.1")
is_registered = conditions.is_registered("111.1")
may_join = conditions.may_join()
retires_on = retirement.retires_on("111.9, 207.1")
is_below_retirement, ends_on = subsidised.until_retirement()
part_of_wage = subsidised.part_of_wage()
amount = subsidised.capped_amount()


@rule("111.9", _("First day of the job"))
def starts_on(silver_age_since):
    return silver_age_since


@rule("111.9", _("You are old enough"), otherwise=_("You can take part from your 50th birthday on."))
def is_old_enough(on, birth_date, least_age):
    return on >= years_after(birth_date, least_age)


@rule(
    "111.9",
    _("The wage is still subsidised"),
    otherwise=_("The three years are over. The employer keeps you at the full wage."),
)
def is_still_paid(on, starts_on, months_paid):
    return on < months_after(starts_on, months_paid)


@rule("111.1", _("You can take part"))
def eligible(looks, may_join, is_registered, is_old_enough, is_below_retirement, is_still_paid):
    return looks & may_join & is_registered & is_old_enough & is_below_retirement & is_still_paid


@rule("111.9", _("Share of the wage in this year of the job"), unit="share")
def subsidised_share(on, starts_on, share_by_months):
    share = share_by_months[0]
    for months in sorted(share_by_months):
        share = choose(on >= months_after(starts_on, months), share_by_months[months], share)
    return share
