"""Where a family lives and what it owns of homes, by registers."""

from socialcode.engine import _, choose
from socialcode.engine.derived import count, derive, newest_receipt, said, some, step, sum_of, where
from socialcode.registers.derived.periods import in_force


@step()
def has_address(home):
    return some(home)


@step()
def address_receipt(home):
    return newest_receipt(home)


@derive(sentence=_("Members whom the address register does not know."))
def members_without_address(members):
    return said(count(where(members, ~members.has_address)), members.address_receipt)


@step()
def properties_now(properties, on):
    return in_force(properties, on)


@step()
def own_homes(properties_now):
    return where(properties_now, properties_now.kind == "home")


@step()
def homes_owned(own_homes):
    return count(own_homes)


@step()
def area_owned(own_homes):
    return sum_of(own_homes.area)


@step()
def owns_unsafe_home(own_homes):
    return some(where(own_homes, own_homes.is_unsafe))


@step()
def property_receipt(properties_now):
    return newest_receipt(properties_now)


@derive(sentence=_("Homes that stand in the name of a member."))
def dwellings_owned(members):
    return said(sum_of(members.homes_owned), members.property_receipt)


@derive(sentence=_("The area of these homes, added up."))
def area_of_home(members):
    """Open while the area of one of the homes is not known."""
    return said(sum_of(members.area_owned), members.property_receipt)


@derive()
def home_is_unsafe(members):
    """Only where there is one home: of several, another one can be lived in."""
    only_one = sum_of(members.homes_owned) == 1
    return said(choose(only_one, some(where(members, members.owns_unsafe_home)), None), members.property_receipt)
