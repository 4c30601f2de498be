"""What registers say of a family for the map.

A register that is silent about somebody it should know leaves a fact open: nothing is taken for none.
"""

from socialcode.engine.carriers import One
from socialcode.engine.days import months_after, start_of_quarter
from socialcode.engine.registry import registry
from socialcode.people.models import Address
from socialcode.people.models.person import ADULT_AT
from socialcode.provisions.retirement import retires_on
from socialcode.registers.known import Known, by_family, by_row, from_registers
from socialcode.registers.models import Disability, Employment, Income, Property, Study
from socialcode.registers.records import Records

MONTHS_OF_QUARTER = 3
AT_SCHOOL = range(7, 16)  # years of age at which every child is at school, whatever day it begins and ends
SEVERE = (Disability.Group.GROUP1, Disability.Group.GROUP2)
RETIREMENT_AGE, RETIREMENT_DAY = retires_on("207.1")


@from_registers("income_of_registers")
def income_of_registers(records: Records) -> Known | None:
    """Of the three months of the quarter before; open while an adult has no income at all in the register, or what it
    says of the quarter may still be on its way."""
    begins = start_of_quarter(records.on)
    since = months_after(begins, -MONTHS_OF_QUARTER)
    of_adults = [member.rows(Income.objects.current()) for member in records.family if member.age >= ADULT_AT]
    rows = [row for member in records.family for row in member.rows(Income.objects.current())]
    known = by_row(sum(row.amount for row in rows if since <= row.month < begins), *rows)
    return known if all(of_adults) and known and known.received_on >= begins else None


@from_registers("able_bodied_members")
def able_bodied_members(records: Records) -> Known | None:
    return by_family(len(_able_bodied(records)), records)


@from_registers("unemployed_members")
def unemployed_members(records: Records) -> Known | None:
    """Open while the registers know nothing of what somebody who can work does."""
    of_each = [member.in_force(Employment.objects.current()) for member in _able_bodied(records)]
    unemployed = sum(any(row.kind == Employment.Kind.UNEMPLOYED for row in rows) for rows in of_each)
    return by_row(unemployed, *(row for rows in of_each for row in rows)) if all(of_each) else None


@from_registers("members_without_address")
def members_without_address(records: Records) -> Known | None:
    of_each = [member.address for member in records.family]
    addresses: list[Address] = [address for address in of_each if address]
    return by_row(len(of_each) - len(addresses), *addresses)


@from_registers("dwellings_owned")
def dwellings_owned(records: Records) -> Known | None:
    rows = [row for member in records.family for row in member.in_force(Property.objects.current())]
    return by_row(sum(row.kind == Property.Kind.HOME for row in rows), *rows)


@from_registers("children_of_school_age")
def children_of_school_age(records: Records) -> Known | None:
    return by_family(len(_school_children(records)), records)


@from_registers("children_at_school")
def children_at_school(records: Records) -> Known | None:
    """Open while the register of education never heard of one of the children."""
    children = _school_children(records)
    if not children:
        return by_family(0, records)
    of_each = [child.rows(Study.objects.current()) for child in children]
    at_school = sum(bool(child.in_force(Study.objects.current())) for child in children)
    return by_row(at_school, *(row for rows in of_each for row in rows)) if all(of_each) else None


@from_registers("members_with_disability")
def members_with_disability(records: Records) -> Known | None:
    """Silent unless there are some: a disability may be newer than the register."""
    of_each = [member.in_force(Disability.objects.current()) for member in records.family]
    return by_row(sum(map(bool, of_each)), *(row for rows in of_each for row in rows))


def _able_bodied(records: Records) -> list[Records]:
    return [member for member in records.family if _can_work(member)]


def _can_work(member: Records) -> bool:
    """Adults before the retirement age without disability of group I or II; the length of an illness is not known."""
    if member.age < ADULT_AT:
        return False
    disabled = any(row.group in SEVERE for row in member.in_force(Disability.objects.current()))
    values = registry.values(member.on)
    born = One(member.person.birth_date)
    ages = [values.by_start(name) for name in ("retirement_age_men", "retirement_age_women")]
    retires = RETIREMENT_DAY.formula(born, RETIREMENT_AGE.formula(born, One(member.person.sex), *ages))
    return not disabled and member.on < retires.it


def _school_children(records: Records) -> list[Records]:
    return [member for member in records.family if member.age in AT_SCHOOL]
