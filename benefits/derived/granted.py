"""Benefits granted here, to the person or to others for the same child."""

from socialcode.awards.derived import newest_paid, paid, paid_to_the_end, to_others
from socialcode.engine import days_after, least, years_after
from socialcode.engine.derived import derive, of_latest, said, step, where
from socialcode.registers.derived.person import still_raised

ADULT_AT = 18
CHILDCARE = ("childcare_state", "childcare_insured")
INCAPACITY, SURVIVOR = "incapacity_insured", "survivor_insured"


@derive()
def relative_is_paid(awards_of_children, asker, on):
    """Silent where nothing is paid here for a child of the person: somewhere else it may be."""
    rows = awards_of_children
    raised = where(rows, (rows.tie_since <= on) & still_raised(rows, rows.tie_until))
    return said(True, to_others(paid(raised, on), asker))


@derive()
def other_carer_is_paid(awards_about, asker, on):
    return said(True, to_others(paid(awards_about, on, *CHILDCARE), asker))


@derive()
def other_raiser_is_paid(awards_about, asker, on):
    return said(True, to_others(paid(awards_about, on, "disabled_child_carer"), asker))


@derive()
def disability_benefit_is_paid(awards_about, asker, on):
    return said(True, to_others(paid(awards_about, on, "disability_child"), asker))


@step()
def incapacity_paid(awards, on):
    return newest_paid(awards, on, INCAPACITY)


@step()
def survivor_paid(awards, on):
    return newest_paid(awards, on, SURVIVOR)


@derive()
def incapacity_is_granted(incapacity_paid):
    return said(True, incapacity_paid)


@derive()
def receives_survivor_benefit(awards, on):
    return said(True, paid(awards, on, "survivor_state"))


@derive()
def receives_disability_benefit(awards, on):
    return said(True, paid(awards, on, "disability_state"))


@derive()
def incapacity_granted_on(incapacity_paid):
    return said(of_latest(incapacity_paid.granted_on, incapacity_paid.since), incapacity_paid)


@derive()
def survivor_is_granted(survivor_paid):
    return said(True, survivor_paid)


@derive()
def survivor_granted_on(survivor_paid):
    return said(of_latest(survivor_paid.granted_on, survivor_paid.since), survivor_paid)


@derive()
def term_was_paid(awards_about, recognised_until):
    return said(True, paid_to_the_end(awards_about, recognised_until, "disability_state"))


@step()
def last_day_as_child(birth_date):
    return days_after(years_after(birth_date, ADULT_AT), -1)


@derive()
def child_term_was_paid(awards_about, disability_until, last_day_as_child):
    """The term of a child ends at the latest on the day before it is 18."""
    return said(True, paid_to_the_end(awards_about, least(disability_until, last_day_as_child), "disability_child"))


@derive()
def loss_term_was_paid(awards_about, capacity_loss_until):
    return said(True, paid_to_the_end(awards_about, capacity_loss_until, INCAPACITY))


@derive()
def special_term_was_paid(awards_about, recognised_until):
    return said(True, paid_to_the_end(awards_about, recognised_until, "special_disability"))


@derive()
def special_child_term_was_paid(awards_about, disability_until, last_day_as_child):
    last_day = least(disability_until, last_day_as_child)
    return said(True, paid_to_the_end(awards_about, last_day, "special_disability_child"))


@derive()
def counted_days_were_paid(awards, counted_until):
    return said(True, paid_to_the_end(awards, counted_until, "survivor_state"))


@derive()
def fund_days_were_paid(awards, fund_counted_until):
    return said(True, paid_to_the_end(awards, fund_counted_until, SURVIVOR))
