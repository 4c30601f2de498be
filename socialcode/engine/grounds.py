"""Why a payment is paused, ends or goes to somebody else, and what is paid for the past: the point of the law, the day
it takes effect, and how a paused one goes on.

A day is counted from the days of one circumstance of one payment; where one that is needed is not known, the result is
not known either. `NOT_SAID` is what the law leaves open: its day is never known here.
"""

import datetime
from collections.abc import Callable
from dataclasses import dataclass

from .days import days_after, months_after, start_of_month
from .text import _

Day = datetime.date | None
PERSON_DIED, CHILD_DIED = "person_died", "child_died"


@dataclass(frozen=True)
class Days:
    """The days of one circumstance; None while a day is not known.

    `granted`: the first day of the payment. `happened`: what the ground names. `known`: the office got the news of it.
    `paused`: the first day not paid. `over`: the circumstance passed, such as the day new papers were issued.
    `asked`: somebody asked for the payment to go on, or for money of the past. `unpaid`: the first day for which money
    was due and not received.
    """

    granted: Day = None
    happened: Day = None
    known: Day = None
    paused: Day = None
    over: Day = None
    asked: Day = None
    unpaid: Day = None


@dataclass(frozen=True)
class DayRule:
    """A word for a day: `words` is the sentence a person reads, `day(days)` the day or None while it is not known."""

    name: str
    words: str
    count: Callable[..., Day]
    needs: tuple[str, ...] = ()

    def day(self, days: Days) -> Day:
        given = [getattr(days, name) for name in self.needs]
        return None if None in given else self.count(*given)


def _month_after(day: datetime.date) -> datetime.date:
    return start_of_month(months_after(day, 1))


def _itself(day: datetime.date) -> datetime.date:
    return day


def _unknown() -> None:
    return None


NOT_SAID = DayRule("not_said", _("The Code does not name the day."), _unknown)
MONTH_AFTER_NEWS = DayRule(
    "month_after_news", _("From the month after the office learns of it."), _month_after, ("known",)
)
MONTH_AFTER = DayRule(
    "month_after", _("Paid to the end of the month in which it happens."), _month_after, ("happened",)
)
THAT_DAY = DayRule("that_day", _("From the day on which it happens."), _itself, ("happened",))
FROM_THE_FIRST = DayRule("from_the_first", _("From the first day it was paid."), _itself, ("granted",))

FROM_PAUSE = DayRule("from_pause", _("For the time of the pause, too."), _itself, ("paused",))
SINCE_OVER = DayRule("since_over", _("From the day this is over."), _itself, ("over",))
NOT_BEFORE_PAUSE = DayRule(
    "not_before_pause", _("From the day this is over, but not before the pause."), max, ("over", "paused")
)
MONTH_AFTER_OVER = DayRule("month_after_over", _("From the month after this is over."), _month_after, ("over",))
MONTH_AFTER_PAUSE = DayRule("month_after_pause", _("From the month after the pause."), _month_after, ("paused",))
SINCE_ASKED = DayRule("since_asked", _("From the day you ask for it."), _itself, ("asked",))
ALL_THE_PAST = DayRule(
    "all_the_past", _("It is paid for all the past, from the day the right to it began."), _itself, ("unpaid",)
)


def _at_most(months: int, before: str, words: str, since: str = "paused") -> DayRule:
    """From the pause or another day, but for no longer than so many months before a later one: a limit on money for the
    past."""

    def count(first, day):
        return max(first, months_after(day, -months))

    beginning = "pause" if since == "paused" else since
    return DayRule(f"from_{beginning}_{months}_months_before_{before}", words, count, (since, before))


MONTH_BEFORE_OVER = _at_most(1, "over", _("For the time of the pause, too, but for one month at most."))
HALF_YEAR_BEFORE_OVER = _at_most(6, "over", _("For the time of the pause, too, but for six months at most."))
THREE_YEARS_BEFORE_OVER = _at_most(36, "over", _("For the time of the pause, too, but for three years at most."))
THREE_YEARS_BEFORE_ASKED = _at_most(
    36, "asked", _("For the time of the pause, too, but for three years at most before you ask for it.")
)

THREE_YEARS_OF_UNPAID = _at_most(
    36, "asked", _("It is paid for the past, but for three years at most before you ask for it."), since="unpaid"
)


@dataclass(frozen=True)
class Resumption:
    """How a paused payment goes on: from which day, `when` (the words that follow "if"), and who receives it then."""

    from_day: DayRule
    when: str
    payee: str = "recipient"


@dataclass(frozen=True)
class Ground:
    """Why a payment ends, or is paused or goes to somebody else if it says how it goes on (`resumes`, the cases in the
    order of the law).

    `article` cites the points that say so, `from_day` gives the first day that is not paid to the recipient so far.
    `sign` names what a register shows of it (PERSON_DIED, CHILD_DIED); empty where somebody has to find it.
    """

    sentence: str
    article: str
    from_day: DayRule
    resumes: tuple[Resumption, ...] = ()
    sign: str = ""

    def first_day_unpaid(self, days: Days) -> Day:
        return self.from_day.day(days)

    def last_day_paid(self, days: Days) -> Day:
        first = self.first_day_unpaid(days)
        return first and days_after(first, -1)


@dataclass(frozen=True)
class Arrears:
    """Money that was due and not received in time: why (`sentence`), and the first day for which it is still paid."""

    sentence: str
    article: str
    from_day: DayRule

    def first_day_paid(self, days: Days) -> Day:
        return self.from_day.day(days)
