"""Free vocational training for the unemployed (article 109)."""

import datetime

from employment import conditions
from socialcode.engine import Ground, Provision, _, one_of, rule, years_after
from socialcode.engine.grounds import NOT_SAID

provision = Provision(
    "vocational_training",
    _("Free course from the career centre"),
    article="109",
    since=datetime.date(2023, 7, 1),
    pays="service",
    summary=_("Learn a trade, a new trade or more of your own: at a college, with an employer or online."),
    where=conditions.WHERE,
    events=("work", "study"),
    told=(conditions.opened_by_registration("109.1"),),
    ends=(
        Ground(
            _("you leave the course without a good reason: the next is possible a year after registering again"),
            "109.4",
            NOT_SAID,
        ),
    ),
    assumptions=(
        _("The two years are counted from the end of the last course; the Code does not say from which day."),
        _("After leaving a course you can be sent to one again only once; the centre knows whether you were."),
        _("The centre sends you if there is no suitable work for your skills, or you must change your trade."),
        conditions.GENERAL_TIME,
    ),
)

looks = conditions.looks("109.1")
is_registered = conditions.is_registered("109.1")
may_join = conditions.may_join()


@rule(
    "109.1",
    _("You are a citizen or a kandas"),
    otherwise=_("You can take part after you get citizenship or kandas status."),
)
def status_counts(legal_status):
    return one_of(legal_status, "citizen", "kandas")


@rule(
    "109.1",
    _("Your last course is long enough ago"),
    otherwise=_("You can take part once two years have passed since the last course."),
)
def is_not_too_soon(on, had_training, last_training_ended, years_between):
    return ~had_training | (on >= years_after(last_training_ended, years_between))


@rule(
    "109.4",
    _("No waiting time runs because you left a course"),
    otherwise=_("You can take part once a full year has passed since you registered as unemployed again."),
)
def has_waited(on, deregistration_reason, unemployed_since, years_after_leaving):
    is_over = on > years_after(unemployed_since, years_after_leaving)
    return (deregistration_reason != "left_training") | is_over


@rule("109.1", _("You can be sent to a course"))
def eligible(looks, is_registered, may_join, status_counts, is_not_too_soon, has_waited):
    return looks & is_registered & may_join & status_counts & is_not_too_soon & has_waited
