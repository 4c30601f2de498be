"""What usual changes of a life do to the facts of this department."""

from socialcode.entitlement.income import MONTHS_OF_QUARTER
from socialcode.entitlement.what_if import CHILD, JOB, Changing, part_of


@part_of(JOB)
def adds_pay_to_the_income(household: Changing) -> bool:
    """The pay of the new job (tenge a month) becomes income of the whole quarter; False where no income was said."""
    income = household.known.get("family_income_of_quarter")
    if income is not None:
        household.say("family_income_of_quarter", income + household.pay * MONTHS_OF_QUARTER)
    return income is not None


@part_of(CHILD)
def adds_a_member(household: Changing) -> bool:
    """One member more; False where their number was not said."""
    members = household.known.get("family_members")
    if members is not None:
        household.say("family_members", members + 1)
    return members is not None
