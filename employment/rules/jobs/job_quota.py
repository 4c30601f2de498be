"""Jobs that employers keep for people who find work less easily (article 107)."""

import datetime

from employment import conditions
from socialcode.engine import Provision, _, rule

provision = Provision(
    "job_quota",
    _("Job within the quota"),
    article="107",
    since=datetime.date(2023, 7, 1),
    pays="service",
    summary=_("The akimat sets how many jobs employers keep for you. The career centre sends you to one."),
    where=conditions.WHERE,
    events=("work", "illness"),
    assumptions=(
        _(
            "The shares are those for people with disability. Heavy and harmful work does not count, nor do employers "
            "among whose people more than one in five has a disability."
        ),
        _("For the other groups the akimat sets the share. Whether a job is free is known to the career centre."),
        conditions.GENERAL_TIME,
    ),
)

looks = conditions.looks("107.1")


@rule(
    "107.1(1), 107.1(2), 107.1(3), 107.1(4)",
    _("You belong to a group for which jobs are kept"),
    otherwise=_(
        "Jobs are kept for people with disability, on probation or released from prison, and for young people without "
        "parents who finish their studies."
    ),
)
def is_in_group(person_has_disability, quota_group):
    return person_has_disability | (quota_group != "none")


@rule("107.1", _("You can be sent to such a job"))
def eligible(looks, is_in_group):
    return looks & is_in_group


@rule("107.2", _("Least share of jobs that an employer of 50 people or more keeps"), unit="share")
def least_kept(least_quota):
    return least_quota


@rule("107.2", _("Largest share of jobs that such an employer keeps"), unit="share")
def most_kept(largest_quota):
    return largest_quota
