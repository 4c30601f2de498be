"""Special social services for people in a hard life situation (articles 131-142)."""

import datetime

from socialcode.engine import Provision, _, rule

provision = Provision(
    "special_social_services",
    _("Special social services"),
    article="131..142",
    since=datetime.date(2023, 7, 1),
    pays="service",
    summary=_(
        "Free help in a hard life situation: at home, in a day centre, in a residential centre or for a short stay."
    ),
    where=_("Apply at the akimat or on the portal of social services. A relative or the rural akim may do it for you."),
    events=("illness", "old_age", "family"),
    assumptions=(
        _(
            "A social worker finds out which help is needed: in the household, medical, for the mind, in learning, in "
            "work, in culture, with money or in law."
        ),
        _("Help beyond the free list is paid for by the person, by the list and prices of the region."),
        _("With disability or in old age you choose the provider on the portal of social services."),
        _("The homeless and victims of violence get help anywhere; the homeless and trafficked without a decision."),
        _("Violence is judged by criteria of the Ministry of Internal Affairs, which are not checked here."),
        _("The Code names no time to decide. We show the general time of offices."),
    ),
)


@rule(
    "133.1, 141.4(1)",
    _("One of the twelve grounds of the Code is true of you or your relative"),
    otherwise=_("Without such a ground the same services can be had at one's own cost."),
)
def has_ground(hard_situation):
    return hard_situation != "none"


@rule(
    "141.1",
    _("With disability: the individual programme names the services"),
    otherwise=_("Ask the medical and social examination to put social services into the individual programme."),
)
def is_in_programme(hard_situation, services_in_programme):
    return (hard_situation != "disability") | services_in_programme


@rule(
    "141.4(3)",
    _("No doctor has found that the services would harm the person"),
    otherwise=_("You can apply once the doctors find nothing against it any more."),
)
def is_not_harmful(services_are_harmful):
    return ~services_are_harmful


@rule(
    "133.3",
    _("No court's special demands after violence last"),
    otherwise=_("Until they end, the services can be had at one's own cost."),
    since="2024-06-16",
)
def is_not_violent(court_demands_last):
    return ~court_demands_last


@rule("131", _("You have the right to the services"))
def eligible(has_ground, is_in_programme, is_not_harmful):
    return has_ground & is_in_programme & is_not_harmful


@rule("131", _("You have the right to the services"), name="eligible", since="2024-06-16")
def eligible_without_violence(has_ground, is_in_programme, is_not_harmful, is_not_violent):
    return has_ground & is_in_programme & is_not_harmful & is_not_violent


@rule("142.2", _("What your region pays a provider for one person at home a month"))
def tariff_at_home(region, care_tariff_at_home):
    return care_tariff_at_home


@rule("142.2", _("What your region pays a provider for one person in a day centre a month"))
def tariff_half_day(region, care_tariff_half_day):
    return care_tariff_half_day


@rule("142.2", _("What your region pays a provider for one person in a residential centre a month"))
def tariff_residential(region, care_tariff_residential):
    return care_tariff_residential
