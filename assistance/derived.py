"""What registers say of a family that asks for targeted assistance. Its income they do not: farming, gifts and alimony
count and stand in no register. Nor do they say what a home or a car is worth keeping."""

from socialcode.engine import _, choose, one_of
from socialcode.engine.derived import count, derive, newest_receipt, said, some, step, where

ADULT_AT = 18
SMALL_FROM, SMALL_UNTIL = 1, 7
LARGE_FAMILY = 4


@derive(sentence=_("Everybody who belongs to the family."))
def family_members(members):
    return said(count(members), members.civil_status)


@derive(sentence=_("Children of the family from 1 year to 6 years."))
def children_aged_1_to_6(members):
    small = where(members, (members.kin == "child") & (members.age >= SMALL_FROM) & (members.age < SMALL_UNTIL))
    return said(count(small), members.civil_status)


@step()
def severe_disabilities(disabilities_now):
    return where(disabilities_now, one_of(disabilities_now.group, "group1", "group2", "child"))


@step()
def is_severely_disabled(severe_disabilities):
    return some(severe_disabilities)


@step()
def severe_disability_receipt(severe_disabilities):
    return newest_receipt(severe_disabilities)


@derive(sentence=_("The family has four children or more, or a member with a severe disability."))
def may_own_cars(members):
    """Silent unless it is so: a disability may be newer than the register. Full-time students count until 23."""
    of_age = (members.age < ADULT_AT) | members.is_a_student
    is_large = count(where(members, (members.kin == "child") & of_age)) >= LARGE_FAMILY
    disabled = where(members, members.is_severely_disabled)
    large = where(members, is_large)
    return said(
        choose(is_large | some(disabled), True, None),
        large.civil_status,
        where(disabled, ~is_large).severe_disability_receipt,
    )
