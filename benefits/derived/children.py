"""What registers say of children and their family."""

from socialcode.engine import _, by_table, choose, days_after
from socialcode.engine.derived import count, derive, of_latest, said, some, step, where
from socialcode.registers.derived.periods import in_force, newest

ADULT_AT = 18
ARRIVALS = {"parent": "born", "adopter": "adopted", "guardian": "guardianship"}


@derive()
def child_birth_date(birth_date, population):
    return said(birth_date, population)


@derive(sentence=_("By age among all children of the person."))
def birth_order(children_raised, birth_date, iin):
    is_older = children_raised.born < birth_date
    not_younger = is_older | ((children_raised.born == birth_date) & (children_raised.iin <= iin))
    is_raised = some(where(children_raised, children_raised.iin == iin))
    return said(choose(is_raised, count(where(children_raised, not_younger)), None), children_raised)


@derive()
def born_together(children_raised, birth_date, iin):
    """Twins may be born before and after midnight."""
    born = children_raised.born
    together = where(children_raised, (born >= days_after(birth_date, -1)) & (born <= days_after(birth_date, 1)))
    return said(choose(some(where(together, together.iin == iin)), count(together), None), together)


@step()
def tie(ties, asker, on):
    """What ties the child to who asks."""
    return newest(in_force(where(ties, ties.representative == asker), on))


@step()
def tie_kind(tie):
    return of_latest(tie.kind, tie.since)


@derive()
def child_arrival(tie, tie_kind):
    return said(by_table(tie_kind, ARRIVALS), tie)


@derive()
def custody_date(tie, tie_kind):
    """Only of a child who was not born into the family."""
    return said(choose(tie_kind == "parent", None, of_latest(tie.since, tie.since)), tie)


@derive()
def raises_child_as(tie, tie_kind):
    return said(tie_kind, tie)


@derive(sentence=_("Children of the family who are not 18 yet."))
def children_under_18(members):
    children = where(members, (members.kin == "child") & (members.age < ADULT_AT))
    return said(count(children), members.civil_status)


@derive(sentence=_("Children of the family from 18 to 22 years in full-time study."))
def student_children(members):
    """Silent as soon as the register of education has nothing of one who may be a student."""
    grown = where(members, (members.kin == "child") & members.may_be_a_student)
    learning = where(grown, grown.learns)
    students = where(grown, grown.learns_full_time)
    nobody = where(members, count(grown) == 0)
    return said(
        choose(count(learning) == count(grown), count(students), None), nobody.civil_status, learning.study_receipt
    )
