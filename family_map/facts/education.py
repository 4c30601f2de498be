"""What the map asks of learning in a family."""

from socialcode.engine import _
from socialcode.engine.agreements import at_most

from .economic import members

LEARNING = _("Learning in the family")

FACTS = [
    members(
        "children_of_school_age",
        _("children of school age"),
        _("How many children in your family are of school age?"),
        LEARNING,
    ),
    members(
        "children_at_school",
        _("of them at school"),
        _("How many of them are enrolled at a school?"),
        LEARNING,
    ),
    members(
        "children_in_closed_schools",
        _("children in closed schools"),
        _("How many children of your family are in a closed school or one with a special regime?"),
        LEARNING,
    ),
    members(
        "members_with_profession",
        _("members who can work and have learned a profession"),
        _("How many of those who can work have vocational or higher education?"),
        LEARNING,
    ),
    members(
        "idle_young_members",
        _("young members who neither work nor learn"),
        _("How many people from 15 to 34 in your family neither work nor learn?"),
        LEARNING,
    ),
]
AGREE = [
    at_most("children_at_school", "children_of_school_age"),
    at_most("members_with_profession", "able_bodied_members"),
    at_most("children_of_school_age", "family_members"),
    at_most("able_bodied_members", "family_members"),
]
