"""What registers say of a recognised disability and of a loss of ability to work."""

from socialcode.engine import choose, first_known, one_of, years_after
from socialcode.engine.derived import derive, latest, of_latest, said, some, step, unbroken_since, where
from socialcode.registers.derived.periods import without_end

ADULT_AT = 18


@derive()
def child_has_disability(disability):
    return said(True, disability)


@derive()
def child_disability_since(disability):
    return said(latest(disability.since), disability)


@derive()
def disability_until(disability, birth_date):
    """Without a last day it lasts until the child is 18."""
    last = of_latest(disability.until, disability.since)
    return said(first_known(last, years_after(birth_date, ADULT_AT)), disability)


@derive("child_disability_group")
@derive()
def disability_group(disability):
    group = of_latest(disability.group, disability.since)
    return said(choose(one_of(group, "group1", "group2", "group3"), group, None), disability)


@derive()
def person_has_disability(disability):
    return said(True, disability)


@derive()
def disability_since(disability):
    return said(latest(disability.since), disability)


@derive()
def disability_is_permanent(disability):
    return said(some(without_end(disability)), disability)


@derive()
def recognised_until(disability):
    return said(of_latest(disability.until, disability.since), disability)


@step()
def capacity_loss(disability):
    return where(disability, first_known(disability.capacity_loss >= 0, False))


@derive()
def capacity_loss_is_set(capacity_loss):
    return said(True, capacity_loss)


@derive()
def capacity_loss_percent(capacity_loss):
    return said(of_latest(capacity_loss.capacity_loss, capacity_loss.since), capacity_loss)


@derive()
def capacity_loss_since(capacity_loss, disabilities):
    """The first day of the loss, of whatever degree, if it was set again each time without a break."""
    newest = latest(capacity_loss.since)
    is_set = first_known(disabilities.capacity_loss >= 0, False)
    losses = where(disabilities, is_set & (disabilities.since <= newest))
    return said(unbroken_since(losses.since, first_known(losses.until, newest)), capacity_loss)


@derive()
def capacity_loss_is_permanent(capacity_loss):
    return said(some(without_end(capacity_loss)), capacity_loss)


@derive()
def capacity_loss_until(capacity_loss):
    return said(of_latest(capacity_loss.until, capacity_loss.since), capacity_loss)
