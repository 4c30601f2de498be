"""What registers say of a family that asks for targeted assistance. Its income they do not: farming, gifts and alimony
count and stand in no register. Nor do they say what a home or a car is worth keeping."""

from socialcode.people.models.person import ADULT_AT
from socialcode.registers.known import Known, by_family, by_row, from_registers
from socialcode.registers.known_facts import studies_full_time
from socialcode.registers.models import Disability
from socialcode.registers.records import Records

SMALL_CHILD = range(1, 7)
LARGE_FAMILY = 4
SEVERE = (Disability.Group.GROUP1, Disability.Group.GROUP2, Disability.Group.CHILD)


@from_registers("family_members")
def family_members(records: Records) -> Known | None:
    return by_family(len(records.family), records)


@from_registers("children_aged_1_to_6")
def children_aged_1_to_6(records: Records) -> Known | None:
    return by_family(sum(child.age in SMALL_CHILD for child in records.children_of_family), records)


@from_registers("may_own_cars")
def may_own_cars(records: Records) -> Known | None:
    """Silent unless it is so: a disability may be newer than the register. Full-time students count until 23."""
    if sum(child.age < ADULT_AT or studies_full_time(child) for child in records.children_of_family) >= LARGE_FAMILY:
        return by_family(True, records)
    found = [row for member in records.family for row in member.in_force(Disability.objects.current())]
    return by_row(True, *(row for row in found if row.group in SEVERE))
