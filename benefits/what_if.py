"""What usual changes of a life do to the facts of this department."""

from collections.abc import Mapping
from typing import Any

from socialcode.entitlement.what_if import CHILD, Changing, part_of


@part_of(CHILD)
def adds_a_newborn(household: Changing) -> bool:
    """A child born on the day asked about, living with the one who asks like the others."""
    children = household.known.get("children_under_18")
    if children is not None:
        household.say("children_under_18", children + 1)
    if not household.asks_about_children:
        return children is not None
    orders = [child.get("birth_order") for child in household.children]
    newborn = {
        "child_birth_date": household.on,
        "child_arrival": "born",
        "child_in_state_care": False,
        "cares_for_child": True,
        "other_carer_is_paid": False,
        "child_has_disability": False,
    }
    if orders and None not in orders:
        newborn["birth_order"] = max(orders) + 1
    newborn |= _income_so_far(household)
    household.add_child(newborn)
    return True


def _income_so_far(household: Changing) -> Mapping[str, Any]:
    """What was earned before the youngest child came, taken for what is earned before the next one."""
    known = [child for child in household.children if "income_before_birth" in child and "child_birth_date" in child]
    youngest = max(known, key=lambda child: child["child_birth_date"], default={})
    earned = ("income_before_birth", "regime_contributions_before_birth")
    return {"born_together": 1} | {name: youngest[name] for name in earned if name in youngest}
