"""Health of a family as registers know it: how many members, never what they have."""

from socialcode.engine import _, choose, months_after
from socialcode.engine.derived import count, derive, newest_receipt, said, some, step, where
from socialcode.registers.derived.periods import in_force

LONG = 2  # months


@derive(sentence=_("Members whose disability is in force."))
def members_with_disability(members):
    """Silent unless there are some: a disability may be newer than the register."""
    disabled = where(members, members.is_disabled)
    return said(count(disabled), disabled.disability_receipt)


@step()
def health_is_known(health):
    return some(health)


@step()
def health_receipt(health):
    return newest_receipt(health)


@step()
def health_now(health, on):
    return in_force(health, on)


@step()
def has_clinic(health_now):
    return some(where(health_now, health_now.kind == "clinic"))


@step()
def has_health_insurance(health_now):
    return some(where(health_now, health_now.kind == "insurance"))


@step()
def is_ill_for_long(health_now, on):
    ill = where(health_now, health_now.kind == "illness")
    return some(where(ill, ill.since < months_after(on, -LONG)))


@derive(sentence=_("Members whom no clinic has on its list."))
def members_without_clinic(members):
    return _known_of_all(members, ~members.has_clinic)


@derive(sentence=_("Members for whom no health insurance is in force."))
def members_without_health_insurance(members):
    return _known_of_all(members, ~members.has_health_insurance)


@derive()
def members_ill_for_long(members):
    return _known_of_all(members, members.is_ill_for_long)


def _known_of_all(members, condition):
    """How many members a condition holds of; open while the registers of health never heard of one of them."""
    silent = where(members, ~members.health_is_known)
    return said(choose(count(silent) == 0, count(where(members, condition)), None), members.health_receipt)
