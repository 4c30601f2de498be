"""What the map asks of health in a family: how many members, never what they have."""

from socialcode.engine import _

from .economic import members

WELL = _("Health of the family")

FACTS = [
    members(
        "members_with_disability",
        _("members with disability"),
        _("How many people in your family have a recognised disability?"),
        WELL,
        _("Of group I, II or III, or a child with disability."),
    ),
    members(
        "members_ill_for_long",
        _("members ill for more than two months"),
        _("How many people in your family are ill for more than two months?"),
        WELL,
    ),
    members(
        "members_with_dangerous_illness",
        _("members limited by an illness that is dangerous to others or to society"),
        _("How many people in your family are limited by an illness that is dangerous to others or to society?"),
        WELL,
    ),
    members(
        "small_children_with_limits",
        _("children up to three limited in their development"),
        _("How many children up to three in your family are limited in their development?"),
        WELL,
    ),
    members(
        "members_without_clinic",
        _("members who belong to no clinic"),
        _("How many people in your family belong to no clinic?"),
        WELL,
    ),
    members(
        "members_without_health_insurance",
        _("members without health insurance"),
        _("How many people in your family have no health insurance?"),
        WELL,
    ),
]
