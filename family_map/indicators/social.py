"""Whether everybody in a family is cared for and safe."""

from socialcode.engine import _, rule

from .dimension import Dimension


@rule(
    "133.1(1), 133.1(2)",
    _("Every child has parents who care for it"),
    otherwise=_("Ask the department of education who can care for the child."),
)
def children_have_parents(children_without_parents):
    return children_without_parents == 0


@rule(
    "133.1(3)",
    _("No child is neglected"),
    otherwise=_("The centre for supporting families helps parents and children."),
)
def no_child_is_neglected(neglected_children):
    return neglected_children == 0


@rule(
    "133.1(9), 133.2",
    _("Nobody in the family suffers violence"),
    otherwise=_("Call 111, or the police by 102."),
)
def nobody_suffers_violence(members_who_suffer_violence):
    return members_who_suffer_violence == 0


@rule(
    "133.1(11), 133.1(12)",
    _("Nobody was released from prison lately or is on probation"),
    otherwise=_("Special social services and the career centre help to begin anew."),
)
def nobody_is_on_probation(released_members):
    return released_members == 0


@rule(
    "133.1(8)",
    _("No old person is left without the care they need"),
    otherwise=_("A social worker can come home: ask about special social services."),
)
def old_people_are_cared_for(old_members_without_care):
    return old_members_without_care == 0


DIMENSION = Dimension(
    "social",
    _("Care and safety"),
    (
        children_have_parents,
        no_child_is_neglected,
        nobody_suffers_violence,
        nobody_is_on_probation,
        old_people_are_cared_for,
    ),
)
