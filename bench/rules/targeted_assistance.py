"""Targeted social assistance as articles 126 and 127 compute it; for the benchmark, without property or contract."""

import datetime

from socialcode.engine import Provision, choose, ratio, rule, up_to_tenge

provision = Provision(
    "targeted_assistance",
    "Targeted social assistance",
    article="120-127",
    since=datetime.date(2023, 7, 1),
    unit="family",
)


@rule("127", "Months of income that all members together have")
def person_months(family_members, months_of_quarter):
    return family_members * months_of_quarter


@rule("127", "Income per person and month")
def income_per_person(income_of_quarter, person_months):
    return ratio(income_of_quarter, person_months)


@rule("120", "The income per person is below the poverty line")
def eligible(income_per_person, poverty_line):
    return income_per_person < poverty_line


@rule(
    "126", "Monthly amount: what the members lack, and the supplement for young children, rounded up to a whole tenge"
)
def amount(
    eligible, person_months, poverty_line, income_of_quarter, months_of_quarter, young_children, supplement, mci
):
    lacking = ratio(person_months * poverty_line - income_of_quarter, months_of_quarter)
    return choose(eligible, up_to_tenge(lacking + young_children * (supplement * mci)), 0)
