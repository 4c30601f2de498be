"""Who may be paid for working as an individual assistant (article 163, point 2)."""

import datetime

from socialcode.engine import Ground, Provision, _, rule, years_after
from socialcode.engine.grounds import NOT_SAID
from socialcode.provisions import retirement

provision = Provision(
    "assistant_work",
    _("Work as an individual assistant"),
    article="163.2",
    since=datetime.date(2023, 7, 1),
    pays="service",
    summary=_("Paid work for those who help a person with group I disability, also their own relative."),
    where=_("Register on the portal of social services. The person you help chooses you there."),
    events=("work",),
    ends=(Ground(_("the state benefit for caring for the person is granted to somebody"), "163.2", NOT_SAID),),
    assumptions=(
        _("The person you help needs the right to an assistant, and it is for them to choose you."),
        _("The akimat pays for each hour by a contract, within a guaranteed sum that we have not found."),
        _("The Code names no time to decide. We show the general time of offices."),
    ),
)

retires_on = retirement.retires_on("207.1")


@rule(
    "163.2",
    _("You want to work as an assistant"),
    otherwise=_("You can register at any time, once you want to do this work."),
)
def is_willing(wants_to_assist):
    return wants_to_assist != "none"


@rule("163.2(3)", _("You are of age"), otherwise=_("You can register from your 18th birthday."))
def is_adult(on, birth_date, adult_age):
    return on >= years_after(birth_date, adult_age)


@rule(
    "163.2(5)",
    _("You have not reached the retirement age"),
    otherwise=_("From the retirement age on, this work is not open to you."),
    name="is_young_enough",
)
def is_young_enough(on, retires_on):
    return on < retires_on


@rule(
    "163.2(5)",
    _("You have not reached the retirement age, or help your husband, wife or close relative"),
    otherwise=_("From the retirement age on, you can be the assistant of your husband, wife or close relative only."),
    name="is_young_enough",
    since="2026-01-01",
)
def is_young_enough_or_a_relative(on, wants_to_assist, retires_on):
    return (wants_to_assist == "relative") | (on < retires_on)


@rule(
    "163.2(1), 163.2(2), 163.2(6), 163.2(7)",
    _("No illness, conviction or court's decision stands against it"),
    otherwise=_("You can register once the reason against it has ended."),
)
def is_admitted(assistant_is_barred):
    return ~assistant_is_barred


@rule(
    "163.2(4)",
    _("You have completed the training"),
    otherwise=_("Ask the career centre for the training; after it you can register."),
)
def is_trained(assistant_is_trained):
    return assistant_is_trained


@rule(
    "163.2",
    _("Nobody is paid the benefit for caring for the person you would help"),
    otherwise=_("You must choose: either a carer receives the benefit, or the person has an assistant."),
)
def no_carer_is_paid(carer_of_assisted_is_paid):
    return ~carer_of_assisted_is_paid


@rule("163.2", _("You may work as an assistant"))
def eligible(is_willing, is_adult, is_young_enough, is_admitted, is_trained, no_carer_is_paid):
    return is_willing & is_adult & is_young_enough & is_admitted & is_trained & no_carer_is_paid
