"""The table of points: what gives a family points or takes some, each looked up by a step of its table."""

from collections.abc import Callable
from inspect import signature

from socialcode.engine import Rule, _, by_table, choose, rule

from .dimension import with_arguments


def item(sentence: str) -> Callable[[Callable], Rule]:
    """A rule `points_for_<name>` from a formula that gives the step of the table of points of the same name."""

    def made(step: Callable) -> Rule:
        name = f"points_for_{step.__name__}"
        arguments = tuple(signature(step).parameters)

        def looked_up(*operands):
            return by_table(step(*operands[:-1]), operands[-1])

        return rule("24.3", sentence, name=name, unit="points")(with_arguments(looked_up, [*arguments, table_of(name)]))

    return made


def table_of(name: str) -> str:
    return f"table_{name.removeprefix('points_')}"


def _if(condition):
    return choose(condition, 1, 0)


@item(_("Points for income per head"))
def income(income_per_head, subsistence_minimum):
    reached = _if(income_per_head > 0) + _if(income_per_head * 4 >= subsistence_minimum)
    for times in (1, 2, 3, 4):
        reached = reached + _if(income_per_head >= subsistence_minimum * times)
    return reached


@item(_("Points for loans"))
def loans(has_loans):
    return _if(has_loans)


@item(_("Points for overdue debts"))
def debts(adults_with_overdue_debt, adult_members):
    return choose(adults_with_overdue_debt == 0, 0, choose(adults_with_overdue_debt >= adult_members, 2, 1))


@item(_("Points for cars"))
def cars(cars_owned):
    return cars_owned


@item(_("Points for transport used for business"))
def transport(has_commercial_transport):
    return _if(has_commercial_transport)


@item(_("Points for farm machinery"))
def machinery(kinds_of_machinery):
    return kinds_of_machinery


@item(_("Points for members who can work"))
def able_members(able_bodied_members):
    return able_bodied_members


@item(_("Points for members who work"))
def workers(working_members):
    return working_members


@item(_("Points for a sole trader"))
def trader(has_sole_trader):
    return _if(has_sole_trader)


@item(_("Points for the founder of a company"))
def founder(has_company_founder):
    return _if(has_company_founder)


@item(_("Points for children and students"))
def children(minors_and_students):
    return minors_and_students


@item(_("Points for grown-ups with disability of group I or II"))
def severe_disability(adults_with_severe_disability):
    return adults_with_severe_disability


@item(_("Points for grown-ups with disability of group III"))
def group_3(adults_with_group_3):
    return adults_with_group_3


@item(_("Points for disability since childhood"))
def childhood_disability(members_disabled_as_children):
    return members_disabled_as_children


@item(_("Points for members without a clinic"))
def clinic(members_without_clinic):
    return members_without_clinic


@item(_("Points for members without health insurance"))
def insurance(members_without_health_insurance):
    return members_without_health_insurance


@item(_("Points for chronic illness"))
def chronic_illness(members_with_chronic_illness):
    return members_with_chronic_illness


@item(_("Points for a dispensary's register"))
def dispensary(members_on_dispensary_register):
    return members_on_dispensary_register


@item(_("Points for children without a preschool"))
def preschool(small_children_without_preschool):
    return small_children_without_preschool


@item(_("Points for children who are not at school"))
def school(children_of_school_age, children_at_school):
    return _if(children_at_school < children_of_school_age)


@item(_("Points for homes"))
def homes(dwellings_owned):
    return dwellings_owned


@item(_("Points for room in the home"))
def room(dwellings_owned, area_of_home, family_members, area_per_member):
    return choose(dwellings_owned == 0, 0, choose(area_of_home >= family_members * area_per_member, 2, 1))


@item(_("Points for property used for business"))
def premises(has_commercial_property):
    return _if(has_commercial_property)


@item(_("Points for the place"))
def place(kind_of_place):
    return kind_of_place


@item(_("Points for the personal farm"))
def farm(farm_value):
    return farm_value


@item(_("Points for land"))
def land(owns_land):
    return _if(owns_land)


ITEMS: tuple[Rule, ...] = tuple(found for found in tuple(vars().values()) if isinstance(found, Rule))
