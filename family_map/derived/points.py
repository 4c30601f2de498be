"""What the table of points asks beyond the indicators, as far as registers know it."""

from socialcode.engine import choose, one_of
from socialcode.engine.derived import count, derive, said, some, step, sum_of, where


@derive()
def adult_members(members):
    return said(count(where(members, members.is_adult)), members.civil_status)


def _owned(*kinds):
    """A step: how many things of these kinds a person owns."""

    def owned(properties_now):
        return count(where(properties_now, one_of(properties_now.kind, *kinds)))

    return owned


step("vehicles_owned")(_owned("vehicle"))
step("transport_owned")(_owned("transport"))
step("premises_owned")(_owned("premises"))
step("land_owned")(_owned("land"))


@derive()
def cars_owned(members):
    return said(sum_of(members.vehicles_owned), members.property_receipt)


@derive()
def has_commercial_transport(members):
    return said(sum_of(members.transport_owned) > 0, members.property_receipt)


@derive()
def has_commercial_property(members):
    return said(sum_of(members.premises_owned) > 0, members.property_receipt)


@derive()
def owns_land(members):
    return said(sum_of(members.land_owned) > 0, members.property_receipt)


@derive()
def working_members(members):
    """Open while the registers know nothing of what somebody who can work does."""
    silent = where(members, members.can_work & ~members.employment_is_known)
    working = count(where(members, members.works))
    return said(choose(count(silent) == 0, working, None), members.employment_receipt)


def _is(kind):
    """A step: whether a person is known as such."""

    def known_as(employments_now):
        return some(where(employments_now, employments_now.kind == kind))

    return known_as


step("is_sole_trader")(_is("business"))
step("is_founder")(_is("founder"))


@derive()
def has_sole_trader(members):
    return _if_anybody(members, members.is_sole_trader)


@derive()
def has_company_founder(members):
    return _if_anybody(members, members.is_founder)


def _if_anybody(members, condition):
    """Whether a condition holds of a member; open while nothing is known of what somebody who can work does."""
    silent = where(members, members.can_work & ~members.employment_is_known)
    found = some(where(members, condition))
    return said(choose(found, True, choose(count(silent) == 0, False, None)), members.employment_receipt)


@derive()
def minors_and_students(members):
    """Open while the register of education says nothing of one who may be a student."""
    grown = where(members, members.may_be_a_student)
    silent = where(grown, ~grown.study_is_known)
    found = count(where(members, ~members.is_adult | members.is_a_student))
    return said(choose(count(silent) == 0, found, None), members.civil_status)


def _has_group(*groups):
    """A step: whether the disability in force is of one of the groups."""

    def has_group(disability):
        return some(where(disability, one_of(disability.group, *groups)))

    return has_group


step("has_severe_group")(_has_group("group1", "group2"))
step("has_third_group")(_has_group("group3"))


@derive()
def adults_with_severe_disability(members):
    """Silent unless there are some: a disability may be newer than the register."""
    found = where(members, members.is_adult & members.has_severe_group)
    return said(count(found), found.disability_receipt)


@derive()
def adults_with_group_3(members):
    found = where(members, members.is_adult & members.has_third_group)
    return said(count(found), found.disability_receipt)
