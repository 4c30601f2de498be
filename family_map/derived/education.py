"""Who learns in a family, by the register of education."""

from socialcode.engine import _, choose, one_of
from socialcode.engine.derived import count, derive, newest_receipt, said, some, step, where

AT_SCHOOL = (7, 15)  # years of age at which every child is at school, whatever day it begins and ends
YOUNG = (15, 34)


@step()
def is_of_school_age(age):
    return (age >= AT_SCHOOL[0]) & (age <= AT_SCHOOL[1])


@derive(sentence=_("Children of the family from 7 to 15 years."))
def children_of_school_age(members):
    return said(count(where(members, members.is_of_school_age)), members.civil_status)


@step()
def study_is_known(studies):
    return some(studies)


@step()
def any_study_receipt(studies):
    return newest_receipt(studies)


@derive(sentence=_("Children from 7 to 15 years whom a school has enrolled."))
def children_at_school(members):
    """Open while the register of education never heard of one of the children."""
    children = where(members, members.is_of_school_age)
    silent = where(children, ~children.study_is_known)
    nobody = where(members, count(children) == 0)
    at_school = count(where(children, children.learns))
    return said(choose(count(silent) == 0, at_school, None), nobody.civil_status, children.any_study_receipt)


@step()
def learns_in_closed_school(studies_now):
    """Unknown of a row that does not say its level."""
    level = choose(studies_now.level == "", None, studies_now.level)
    return some(where(studies_now, level == "closed"))


@derive()
def children_in_closed_schools(members):
    """Open while the register of education never heard of one of the children."""
    children = where(members, members.is_of_school_age)
    silent = where(children, ~children.study_is_known)
    nobody = where(members, count(children) == 0)
    closed = count(where(children, children.learns_in_closed_school))
    return said(choose(count(silent) == 0, closed, None), nobody.civil_status, children.any_study_receipt)


@step()
def has_profession(studies):
    finished = where(studies, studies.is_finished)
    return some(where(finished, one_of(finished.level, "vocational", "higher")))


@derive(sentence=_("Those who can work and finished a college or a university."))
def members_with_profession(members):
    """Open while the register of education never heard of somebody who can work."""
    workers = where(members, members.can_work)
    silent = where(workers, ~workers.study_is_known)
    learned = count(where(workers, workers.has_profession))
    return said(choose(count(silent) == 0, learned, None), workers.any_study_receipt)


@step()
def is_young(age):
    return (age >= YOUNG[0]) & (age <= YOUNG[1])


@derive()
def idle_young_members(members):
    """Open while neither register knows anything of one of the young."""
    young = where(members, members.is_young)
    silent = where(young, ~young.study_is_known & ~young.employment_is_known)
    nobody = where(members, count(young) == 0)
    idle = count(where(young, ~young.works & ~young.learns))
    return said(
        choose(count(silent) == 0, idle, None),
        nobody.civil_status,
        young.any_study_receipt,
        young.employment_receipt,
    )
