"""Care in a family, by registers."""

from socialcode.engine import choose, one_of
from socialcode.engine.derived import count, derive, newest_receipt, said, some, step, where
from socialcode.registers.derived.periods import in_force

ADULT_AT = 18


@step()
def ties_now(ties, on):
    return in_force(ties, on)


@step()
def has_parent(ties_now):
    return some(where(ties_now, one_of(ties_now.kind, "parent", "adopter")))


@step()
def somebody_acts(ties_now):
    return some(ties_now)


@step()
def tie_receipt(ties_now):
    return newest_receipt(ties_now)


@derive()
def children_without_parents(members):
    """Children for whom a guardian acts and no parent; open while nobody is known to act for one of the children."""
    children = where(members, members.age < ADULT_AT)
    silent = where(children, ~children.somebody_acts)
    nobody = where(members, count(children) == 0)
    alone = count(where(children, ~children.has_parent))
    return said(choose(count(silent) == 0, alone, None), nobody.civil_status, children.tie_receipt)
