"""Changing over between the disability and the survivor benefit, of which one is paid (articles 175 and 234).

It counts from the day the application is registered; the benefit that was paid ends the day before.
"""

from socialcode.engine import _, rule


@rule("175.6", _("You receive the survivor benefit and change over on the day you apply"), name="changes_over")
def from_survivor_benefit(receives_survivor_benefit):
    return receives_survivor_benefit


@rule(
    "234.7",
    _("You are the only member, receive the disability benefit and change over on the day you apply"),
    name="changes_over",
)
def from_disability_benefit(receives_disability_benefit, applicant_counts, dependants):
    return receives_disability_benefit & applicant_counts & (dependants == 1)
