"""What usual changes of a life do to the facts of this department."""

from socialcode.entitlement.what_if import JOB, Changing, part_of


@part_of(JOB)
def ends_unemployment(household: Changing) -> bool:
    """Who takes a job leaves the register of the unemployed; False for who was not on it."""
    was_unemployed = bool(household.known.get("is_registered_unemployed"))
    if was_unemployed:
        household.say("is_registered_unemployed", False)
    return was_unemployed
