"""Services of an individual assistant (article 163, point 2)."""

import datetime

from assistance import disability
from socialcode.engine import Ground, Provision, _, choose, rule
from socialcode.engine.grounds import NOT_SAID

provision = Provision(
    "individual_assistant",
    _("Individual assistant"),
    article="163.1, 163.2",
    since=datetime.date(2023, 7, 1),
    pays="service",
    summary=_("Free help of an assistant for people with group I disability who find it difficult to move about."),
    where=_("Choose the assistant on the portal of social services."),
    events=("illness",),
    ends=(Ground(_("the state benefit for caring for you is granted to somebody"), "163.2", NOT_SAID),),
    assumptions=(
        _("The akimat pays within a guaranteed sum, which we have not found. You pay what is above it."),
        _("The time to decide is from a description of the service; the Code names none."),
    ),
)

is_disabled = disability.is_disabled
is_in_programme = disability.is_in_programme("assistant")


@rule("163.2", _("You have group I"), otherwise=_("An assistant is paid for with group I only."))
def has_group1(disability_group):
    return disability_group == "group1"


@rule(
    "163.2",
    _("It is difficult for you to move about"),
    otherwise=_("You can apply if moving about becomes difficult for you."),
)
def hardly_moves(moves_with_difficulty):
    return moves_with_difficulty


@rule(
    "163.2",
    _("Nobody receives the state benefit for caring for you"),
    otherwise=_("You must choose: either the carer receives the benefit, or you have an assistant."),
)
def has_no_carer(carer_benefit_is_paid):
    return ~carer_benefit_is_paid


@rule("163.2", _("You have the right to an assistant"))
def eligible(is_disabled, has_group1, hardly_moves, has_no_carer, is_in_programme):
    return is_disabled & has_group1 & hardly_moves & has_no_carer & is_in_programme


@rule("163.2", _("Hours a day at most"), unit="hours")
def hours(eligible, hours_a_day):
    return choose(eligible, hours_a_day, 0)
