"""Where a family lives: an address, a home of its own, room enough, safety."""

from socialcode.engine import _, rule

from .dimension import Dimension


@rule(
    "133.1(10)",
    _("Everybody has a registered address"),
    otherwise=_("Have everybody registered where they live."),
)
def everybody_has_an_address(members_without_address):
    return members_without_address == 0


@rule(
    "125.1(1)",
    _("The family owns a home"),
    otherwise=_("Ask your akimat about the queue for housing and about help with the rent."),
)
def owns_a_home(dwellings_owned):
    return dwellings_owned > 0


@rule(
    "125.1(1)",
    _("The home has room enough for each member"),
    otherwise=_("Ask your akimat about the queue for housing."),
)
def has_room_enough(dwellings_owned, area_of_home, family_members, area_per_member):
    return (dwellings_owned == 0) | (area_of_home >= family_members * area_per_member)


@rule(
    "125.1(1)",
    _("The only home is not officially unsafe"),
    otherwise=_("Ask your akimat about a home in place of the unsafe one."),
)
def home_is_safe(dwellings_owned, home_is_unsafe):
    return (dwellings_owned != 1) | ~home_is_unsafe


DIMENSION = Dimension("housing", _("Housing"), (everybody_has_an_address, owns_a_home, has_room_enough, home_is_safe))
