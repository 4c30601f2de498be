"""The retirement age, which rules of several apps need (article 207, point 1)."""

import datetime
from functools import lru_cache
from itertools import pairwise

from socialcode.engine import History, Rule, _, by_table, choose, days, end_of_month, months_after, rule


def retires_on(article: str) -> tuple[Rule, Rule]:
    """The first day on which a person is as old as article 207 demands in that very year, and the age it takes.

    Who got there before the article's first day is measured by its first line. The age is a rule of its own, so that
    its tables are looked up once.
    """

    @rule(article, _("Retirement age for your date of birth"), name="retirement_age", unit="years")
    def age(birth_date, sex, retirement_age_men_history, retirement_age_women_history):
        men = by_table(birth_date, ages_by_birth(retirement_age_men_history))
        return choose(sex == "male", men, by_table(birth_date, ages_by_birth(retirement_age_women_history)))

    @rule(article, _("The day you reach the retirement age"), name="retires_on")
    def day(birth_date, retirement_age):
        found = months_after(birth_date, retirement_age * 12)
        # Half a year from a month's last day ends on a month's last day, as the pension fund counts it.
        ends_a_month = (retirement_age % 1 != 0) & (birth_date == end_of_month(birth_date))
        return choose(ends_a_month, end_of_month(found), found)

    return age, day


@lru_cache(maxsize=64)
def ages_by_birth(history: History) -> dict:
    """The age in years by the first birthday it applies to: who reaches an age before it is raised, keeps it."""
    steps = sorted(history.items())
    table = {datetime.date.min: steps[0][1]}
    for (_since, age), (raised_on, higher) in pairwise(steps):
        table[days.months_after(raised_on, -int(age * days.MONTHS_OF_YEAR))] = higher
    return table
