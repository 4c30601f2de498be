"""Whether children learn, and grown-ups have learned something they can live by."""

from socialcode.engine import _, rule

from .dimension import Dimension


@rule(
    "24.2",
    _("Every child of school age is at school"),
    otherwise=_("Enrol the child at the school of your address."),
)
def children_are_at_school(children_of_school_age, children_at_school):
    return children_at_school >= children_of_school_age


@rule(
    "133.1(4)",
    _("No child is in a closed school"),
    otherwise=_("Special social services help the child and the family."),
)
def no_child_in_a_closed_school(children_in_closed_schools):
    return children_in_closed_schools == 0


@rule(
    "24.2",
    _("Somebody who can work has learned a profession"),
    otherwise=_("Ask the career centre about training."),
)
def somebody_has_a_profession(able_bodied_members, members_with_profession):
    return (able_bodied_members == 0) | (members_with_profession > 0)


@rule(
    "24.2",
    _("Every young person works or learns"),
    otherwise=_("The career centre helps young people to a first job or training."),
)
def young_people_are_busy(idle_young_members):
    return idle_young_members == 0


DIMENSION = Dimension(
    "education",
    _("Education"),
    (children_are_at_school, no_child_in_a_closed_school, somebody_has_a_profession, young_people_are_busy),
)
