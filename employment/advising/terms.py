"""The days that the law gives people and centres, and what a refusal of suitable work leads to. Nothing is stored here.

A term in working days is counted from the day the person was told (`told_on`); every function gives its last day. The
values are dated, as they stand on that day.
"""

import datetime
from dataclasses import dataclass

from socialcode.engine.days import days_after, months_after, years_after
from socialcode.law.terms import term_after
from socialcode.law.values import values_on

WAITING_DAYS = "unemployed_registration.waiting_days"
YEARS_AFTER_TRAINING = "vocational_training.years_after_leaving"
CALLS = {"measure": "measure_call_days", "visit": "centre_visit_days"}


def answer_by(told_on: datetime.date) -> datetime.date:
    """Until when an offer of suitable work is answered (articles 98.3 and 99.2)."""
    return term_after(told_on, "offer_answer_days")


def go_by(accepted_on: datetime.date) -> datetime.date:
    """Until when somebody goes to the employer after the centre's letter, which acceptance brings (99.4(3))."""
    return term_after(accepted_on, "employer_visit_days")


def no_show_after(accepted_on: datetime.date) -> datetime.date:
    """The last day on which coming to the job offered still counts as coming (100.1(2))."""
    return term_after(accepted_on, "no_show_days")


def come_by(kind: str, told_on: datetime.date) -> datetime.date:
    """Until when somebody comes whom the centre calls: to a measure (100.1(2)), or for a visit (99.4(2))."""
    return term_after(told_on, CALLS[kind])


def word_by(told_on: datetime.date) -> datetime.date:
    """Until when the person has their word before a removal (Administrative Procedural Code, article 73)."""
    return term_after(told_on, "hearing_days")


def reminds_on(day: datetime.date, name: str) -> datetime.date:
    """The last day whose reminders are due on `day`, by the value called so."""
    return term_after(day, name)


def waits_until(ground: str, removed_on: datetime.date) -> datetime.date | None:
    """The last day on which somebody removed on a ground is not registered anew (100.2); None where none waits."""
    days = int(values_on(removed_on).value(WAITING_DAYS).get(ground, 0))
    return days_after(removed_on, days) if days else None


@dataclass(frozen=True)
class Bar:
    """What else follows from leaving help of the centre: until when no measure at all, or no course, after somebody is
    registered anew on a day."""

    measures_until: datetime.date | None = None
    training_until: datetime.date | None = None


def bar(ground: str, registered_anew: datetime.date) -> Bar:
    """By articles 111.7 (three months) and 109.4 (a year), counted from the new registration."""
    values = values_on(registered_anew)
    if ground == "left_subsidised_job":
        return Bar(measures_until=months_after(registered_anew, int(values.value("measures_bar_months"))))
    if ground == "left_training":
        return Bar(training_until=years_after(registered_anew, int(values.value(YEARS_AFTER_TRAINING))))
    return Bar()


@dataclass(frozen=True)
class Refusals:
    """How many refusals of suitable work count (`counted`), and at how many somebody is removed (`limit`)."""

    counted: int
    limit: int

    @property
    def next_one(self) -> int:
        """The number of the refusal, if the person refused now."""
        return self.counted + 1

    @property
    def is_last(self) -> bool:
        """Whether one more refusal leads to removal."""
        return self.next_one >= self.limit

    @property
    def leads_to_removal(self) -> bool:
        return self.counted >= self.limit

    @property
    def left(self) -> int:
        """How many refusals lead to nothing yet."""
        return max(self.limit - self.counted - 1, 0)


def refusals(counted: int, on: datetime.date) -> Refusals:
    """Where somebody stands on a day who has refused so many offers without a good reason (100.1(1))."""
    return Refusals(counted, int(values_on(on).value("refusals_to_removal")))
