"""Services of a sign-language specialist (article 163, point 3)."""

import datetime

from assistance import disability
from socialcode.engine import Ground, Provision, _, greatest, rule
from socialcode.engine.grounds import NOT_SAID

provision = Provision(
    "sign_language",
    _("Sign-language specialist"),
    article="163.1, 163.3",
    since=datetime.date(2023, 7, 1),
    pays="service",
    summary=_("Free hours with a sign-language specialist every year, for people with disability of hearing."),
    where=_("Choose the specialist on the portal of social services."),
    events=("illness",),
    ends=(Ground(_("the hours of the year are used up; with the new year they begin again"), "163.3", NOT_SAID),),
    assumptions=(
        _("We count the hours by calendar year; the Code says only: a year."),
        _("The akimat pays within a guaranteed sum, which we have not found. You pay what is above it."),
        _("The Code names no time to decide. We show the general time of offices."),
    ),
)

is_disabled = disability.is_disabled
is_in_programme = disability.is_in_programme("sign_language")


@rule(
    "163.3",
    _("Your disability is one of hearing"),
    otherwise=_("This help is for people with disability of hearing only."),
)
def hears_badly(has_hearing_disability):
    return has_hearing_disability


@rule("163.3", _("Hours left this year"), unit="hours")
def hours_left(sign_language_hours_used, hours_a_year):
    return greatest(hours_a_year - sign_language_hours_used, 0)


@rule(
    "163.3",
    _("Hours are left this year"),
    otherwise=_("You can have more hours from 1 January."),
)
def has_hours_left(hours_left):
    return hours_left > 0


@rule("163.3", _("You have the right to a specialist"))
def eligible(is_disabled, hears_badly, has_hours_left, is_in_programme):
    return is_disabled & hears_badly & has_hours_left & is_in_programme
