"""The retirement age, which rules of several apps need (article 207, point 1)."""

import calendar
import datetime
from itertools import pairwise

from socialcode.engine import Rule, _, by_table, choose, end_of_month, months_after, rule


def retires_on(article: str) -> Rule:
    """The first day on which a person is as old as article 207 demands in that very year.

    Who got there before the article's first day is measured by its first line.
    """

    @rule(article, _("The day you reach the retirement age"), name="retires_on")
    def day(birth_date, sex, retirement_age_men_history, retirement_age_women_history):
        men = months_by_birth(retirement_age_men_history)
        women = months_by_birth(retirement_age_women_history)
        is_man = sex == "male"
        months = choose(is_man, by_table(birth_date, men), by_table(birth_date, women))
        half_year = choose(
            is_man, by_table(birth_date, _in_half_years(men)), by_table(birth_date, _in_half_years(women))
        )
        found = months_after(birth_date, months)
        # Half a year from a month's last day ends on a month's last day, as the pension fund counts it.
        return choose(half_year & (birth_date == end_of_month(birth_date)), end_of_month(found), found)

    return day


def months_by_birth(history: dict) -> dict:
    """The age in months by the first birthday it applies to: who reaches an age before it is raised, keeps it."""
    steps = sorted(history.items())
    table = {datetime.date.min: steps[0][1] * 12}
    for (_since, age), (raised_on, higher) in pairwise(steps):
        table[_months_before(raised_on, int(age * 12))] = higher * 12
    return table


def _in_half_years(table: dict) -> dict:
    return {born: months % 12 != 0 for born, months in table.items()}


def _months_before(day: datetime.date, months: int) -> datetime.date:
    year, month = divmod(day.year * 12 + day.month - 1 - months, 12)
    return day.replace(year=year, month=month + 1, day=min(day.day, calendar.monthrange(year, month + 1)[1]))
