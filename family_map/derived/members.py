"""What is asked of each member of a family."""

from socialcode.engine import one_of
from socialcode.engine.derived import some, step, where
from socialcode.provisions.retirement import retires_on

ADULT_AT = 18
RETIREMENT_AGE, RETIREMENT_DAY = retires_on("207.1")

step("retirement_age")(RETIREMENT_AGE.formula)
step("retires_on")(RETIREMENT_DAY.formula)


@step()
def is_adult(age):
    return age >= ADULT_AT


@step()
def can_work(is_adult, disabilities_now, retires_on, on):
    """Adults before the retirement age without disability of group I or II; the length of an illness is not known."""
    severe = where(disabilities_now, one_of(disabilities_now.group, "group1", "group2"))
    return is_adult & ~some(severe) & (on < retires_on)
