"""Special workplace for a person with disability (article 108)."""

import datetime

from employment import conditions
from socialcode.engine import Ground, Provision, _, choose, rule, up_to_tenge
from socialcode.engine.grounds import NOT_SAID

provision = Provision(
    "disabled_workplace",
    _("Workplace fitted for a person with disability"),
    article="108",
    since=datetime.date(2023, 7, 1),
    pays="once",
    payee="employer",
    summary=_("The state pays an employer for fitting a workplace for you; you keep it for at least a year."),
    where=conditions.WHERE,
    events=("work", "illness"),
    ends=(
        Ground(_("the employer does not keep the workplace for a year: what was paid comes back"), "108.1", NOT_SAID),
    ),
    assumptions=(
        _("The amount is the largest one; the employer is paid what the workplace costs."),
        conditions.GENERAL_TIME,
    ),
)


@rule(
    "108.1",
    _("You look for work, or have a job to keep"),
    otherwise=_("It is for people who look for work, or who keep their job that way."),
)
def needs_workplace(looks_for_work, earns_as):
    return looks_for_work | (earns_as == "employee")


@rule(
    "108.1",
    _("You have a recognised disability"),
    otherwise=_("Special workplaces are for people with a recognised disability."),
)
def is_disabled(person_has_disability):
    return person_has_disability


@rule("108.1, 108.2", _("An employer can be paid for fitting a workplace for you"))
def eligible(needs_workplace, is_disabled):
    return needs_workplace & is_disabled


@rule("108.1", _("Largest subsidy of the workplace"))
def amount(eligible, size, mci):
    return choose(eligible, up_to_tenge(size * mci), 0)
