"""The retirement age, which rules of several apps need (article 207, point 1)."""

from itertools import pairwise

from socialcode.engine import Rule, _, choose, end_of_month, months_after, rule


def retires_on(article: str) -> Rule:
    """The first day on which a person is as old as article 207 demands in that very year.

    Who got there before the article's first day is measured by its first line.
    """

    @rule(article, _("The day you reach the retirement age"), name="retires_on")
    def day(birth_date, sex, retirement_age_men_history, retirement_age_women_history):
        def reached(age):
            months = age * 12
            found = months_after(birth_date, months)
            if months % 12:
                # Half a year from a month's last day ends on a month's last day, as the pension fund counts it.
                found = choose(birth_date == end_of_month(birth_date), end_of_month(found), found)
            return found

        def first_day(history):
            steps = sorted(history.items())
            found = reached(steps[-1][1])
            for (_since, age), (raised_on, _higher) in reversed(list(pairwise(steps))):
                on_age = reached(age)
                found = choose(on_age < raised_on, on_age, found)
            return found

        men, women = first_day(retirement_age_men_history), first_day(retirement_age_women_history)
        return choose(sex == "male", men, women)

    return day
