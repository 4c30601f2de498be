"""What usual changes of a life do to the facts of this department."""

from socialcode.engine.days import MONTHS_OF_YEAR, years_after
from socialcode.entitlement.what_if import LATER, Changing, part_of


@part_of(LATER)
def retires_a_year_later(household: Changing) -> bool:
    """The day moves by a year, worked through."""
    own = __name__.partition(".")[0]
    if not any(provision.app == own for provision in household.provisions):
        return False
    household.move_to(years_after(household.on, 1))
    for name, more in (("pension_years", 1), ("contribution_months", MONTHS_OF_YEAR)):
        if name in household.known:
            household.say(name, household.known[name] + more)
    return True
