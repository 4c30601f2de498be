"""What the map asks of care and safety in a family."""

from socialcode.engine import _

from .economic import members

CARE = _("Care and safety in the family")

FACTS = [
    members(
        "children_without_parents",
        _("children without parents who care for them"),
        _("How many children in your family are orphans or have no parents who care for them?"),
        CARE,
    ),
    members(
        "neglected_children",
        _("neglected children"),
        _("How many children in your family were found to be neglected?"),
        CARE,
    ),
    members(
        "members_who_suffer_violence",
        _("members who suffer violence"),
        _("How many people in your family suffer violence?"),
        CARE,
        _("Also without a criminal case."),
    ),
    members(
        "released_members",
        _("members released from prison or on probation"),
        _("How many people in your family were released from prison, or are on probation?"),
        CARE,
    ),
    members(
        "old_members_without_care",
        _("old members without the care they need"),
        _("How many old people in your family cannot care for themselves and have nobody who does?"),
        CARE,
    ),
]
