"""What is paid in each of the months to come, what begins and ends, and until when to apply.

Every month is assessed anew by the law of its first day, the first month by the law of the day asked about. Where the
income of a quarter decides about the next one, the income that was given goes on, with what new payments brought in the
quarter before and without what ended. A right once granted runs to its own end, even if one could not apply for it any
more; where the law then gives it again, one applies again. Figures of the future that are not published are those in
force. A month counts in full if a payment runs in it.
"""

import datetime
from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from functools import cached_property, lru_cache
from itertools import groupby

from socialcode.engine import Case, explain_cases
from socialcode.engine.days import (
    days_after,
    end_of_month,
    month_number,
    months_after,
    start_of_month,
    start_of_quarter,
)
from socialcode.engine.parameters import Values

from .combination import Combination, LeftOut, Taken, combine
from .household import Household
from .income import MONTHS_OF_QUARTER, counts, looks_at_income
from .lasting import out_for_good
from .results import Result, assess, assess_each, with_earned
from .rivals import leaves, rivals_of

HORIZON = 24
START, END, AGAIN, CHANGE, APPLY = "start", "end", "again", "change", "apply"
Key = tuple[str, int]


@dataclass(frozen=True)
class Moment:
    """Something that happens on a day. `was` and `now` are the amounts around it if they change; a right ends because
    the law refuses it from then on, or is left out for others that are better."""

    day: datetime.date
    kind: str
    result: Result
    was: int | None = None
    now: int | None = None
    refused: Result | None = None
    left_out: LeftOut | None = None


@dataclass
class Schedule:
    """One payment over the months: what is paid by the place of the month; None where the amount is not known."""

    result: Result
    paid: dict[int, int | None] = field(default_factory=dict)


def first_days(on: datetime.date, count: int = HORIZON) -> list[datetime.date]:
    """The day asked about, then the first day of every month after it."""
    return [on, *(start_of_month(months_after(on, step)) for step in range(1, count))]


@lru_cache(maxsize=256)
def law_on(values: Values, on: datetime.date) -> Values:
    """The same values as seen on another day, those of a year that are not published yet as in the year before; kept,
    since the engine prepares its formulas once for the same values."""
    return replace(values, on=on, carries_on=True)


class Forecast:
    """The months from the day of a household on. `schedules` and `moments` are in the order in which they come.

    `open` are, by the place of a month, payments of which an open answer decides; they are in no sum.
    """

    def __init__(self, household: Household):
        self.days = first_days(household.on)
        self.schedules: dict[Key, Schedule] = {}
        self.moments: list[Moment] = []
        self.open: dict[int, list[Result]] = {}
        self._granted: dict[Key, Result] = {}
        self._household, self._had_right = household, set()
        self._look_through(household)
        self._end_with_the_table()
        self.moments.sort(key=lambda moment: moment.day)

    @cached_property
    def sums(self) -> list[int]:
        """What is paid in each month together; unknown amounts are not in it."""
        return [
            sum(schedule.paid.get(place) or 0 for schedule in self.schedules.values())
            for place in range(len(self.days))
        ]

    def _look_through(self, household: Household) -> None:
        """Quarter by quarter, since the payments of one are income that decides about the next."""
        days = [household.as_of(on) for on in self.days]
        first = assess(days[0])
        for_good = out_for_good(first, days)
        staying = [result for result in first if result.provision.name in for_good]
        assessed = [first, *assess_each(days[1:], for_good)]
        for _quarter, months in groupby(range(len(days)), lambda place: start_of_quarter(self.days[place])):
            places = list(months)
            here = slice(places[0], places[-1] + 1)
            found = with_earned(assessed[here], days[here], self._earned_before(self.days[places[0]]))
            for place, results in zip(places, found, strict=True):
                self._look_at(place, days[place], results)
                self._see_open(place, [*results, *staying] if place else results)

    def _look_at(self, place: int, household: Household, assessed: list[Result]) -> None:
        on = self.days[place]
        results = {_key(r): self._held(r, on) for r in assessed if not self._is_settled(r, place)}
        running = [result for result in results.values() if result.received or _runs(result, on)]
        combination = combine(household, running)
        paid = {_key(taken.result): taken for taken in (*combination.payments, *_received(running, on))}
        for key in [key for key in self._granted if key not in paid]:
            self._end(key, place, results.get(key), combination)
        for key, taken in paid.items():
            self._pay(key, place, taken)
        self._had_right = {_key(result) for result in running}

    def _see_open(self, place: int, assessed: Iterable[Result]) -> None:
        on, paid = self.days[place], {key for key, schedule in self.schedules.items() if place in schedule.paid}
        paid |= {_key(one) for month in self.open.values() for one in month if one.provision.pays == "once"}
        for result in assessed:
            is_new = result.provision.adds_up and not result.received and _key(result) not in paid
            if is_new and result.explanation.outcome == "likely" and not _over(result, on):
                self.open.setdefault(place, []).append(result)

    def _earned_before(self, on: datetime.date) -> int:
        """What payments brought in the quarter before above what they brought when the income was given."""
        month = month_number(on)
        quarter = range(month - month % MONTHS_OF_QUARTER - MONTHS_OF_QUARTER, month - month % MONTHS_OF_QUARTER)
        places = [number - month_number(self.days[0]) for number in quarter if number >= month_number(self.days[0])]
        return sum(
            (schedule.paid.get(place) or 0) - (schedule.paid.get(0) or 0) * schedule.result.received
            for schedule in self.schedules.values()
            if counts(schedule.result.provision)
            for place in places
        )

    def _is_settled(self, result: Result, place: int) -> bool:
        """Whether it is paid once and was paid before this month."""
        schedule = self.schedules.get(_key(result))
        return result.provision.pays == "once" and schedule is not None and min(schedule.paid) < place

    def _held(self, result: Result, on: datetime.date) -> Result:
        """A right that was granted until a day and has not ended, although it could not be granted now; another payment
        granted since then ends it."""
        granted = self._granted.get(_key(result))
        if result.explanation.outcome == "entitled" or granted is None or result.granted:
            return result
        until = granted.explanation.ends_on
        return replace(result, explanation=granted.explanation) if until and until >= on else result

    def _pay(self, key: Key, place: int, taken: Taken) -> None:
        on, found = self.days[place], taken.result.explanation
        schedule = self.schedules.setdefault(key, Schedule(taken.result))
        before = self._granted.get(key)
        if before is None:
            self._begin(place, taken)
        elif (until := before.explanation.ends_on) and until < on:
            self.moments.append(Moment(until, AGAIN, before, *self._change(schedule, place, taken)))
        elif change := self._change(schedule, place, taken):
            self.moments.append(Moment(on, CHANGE, taken.result, *change))
        schedule.paid[place] = taken.amount
        if taken.result.provision.pays == "monthly" and (before is None or found.ends_on is None or _over(before, on)):
            self._granted[key] = taken.result

    @staticmethod
    def _change(schedule: Schedule, place: int, taken: Taken) -> tuple[int, int] | tuple[()]:
        was, now = schedule.paid[place - 1], taken.amount
        return () if was == now or None in (was, now) else (was, now)

    def _begin(self, place: int, taken: Taken) -> None:
        on, found = self.days[place], taken.result.explanation
        since = max(found.starts_on or on, on)
        arose = self._arose(place, taken.result)
        if place and arose and self.days[place - 1] < arose < on:
            since = arose
            self._pay_since_last_month(place, taken)
        if since > self.days[0]:
            self.moments.append(Moment(since, START, taken.result))
        if not taken.result.received and found.apply_by and found.apply_by >= self.days[0]:
            self.moments.append(Moment(found.apply_by, APPLY, taken.result))

    def _arose(self, place: int, result: Result) -> datetime.date | None:
        """The first day paid; where payment begins with the day of asking, of somebody who asks on the first day on
        which the law gives it."""
        on, starts_on = self.days[place], result.explanation.starts_on
        if starts_on != on or not place or _key(result) in self._had_right or looks_at_income(result.provision):
            return starts_on
        before = self.days[place - 1]
        days = [days_after(before, step) for step in range(1, (on - before).days)]
        first = bisect_left(days, True, key=lambda day: is_given(result, self._household.as_of(day)))
        return [*days, on][first]

    def _pay_since_last_month(self, place: int, taken: Taken) -> None:
        """The right began inside the month before, which counts in full unless a payment stood in the way."""
        paid = [schedule.result for schedule in self.schedules.values() if place - 1 in schedule.paid]
        in_the_way = [other for other in paid if leaves(taken.result, other) or _follows(other, taken.result)]
        if not rivals_of(taken.result, paid) and not in_the_way:
            self.schedules[_key(taken.result)].paid[place - 1] = taken.amount

    def _end(self, key: Key, place: int, now: Result | None, combination: Combination) -> None:
        """`now` is what the law says of the right in the first month without it."""
        on, granted = self.days[place], self._granted.pop(key)
        until = granted.explanation.ends_on
        refused = now if now and now.explanation.unmet else None
        if until and until < on:
            self.moments.append(Moment(until, END, granted, refused=refused))
            return
        left_out = next((left for left in combination.left_out if _key(left.result) == key), None)
        self.moments.append(Moment(days_after(on, -1), END, granted, refused=refused, left_out=left_out))

    def _end_with_the_table(self) -> None:
        last = end_of_month(self.days[-1])
        for granted in self._granted.values():
            if (until := granted.explanation.ends_on) and until <= last:
                self.moments.append(Moment(until, END, granted))


def _key(result: Result) -> Key:
    return result.provision.name, result.subject.number


def is_given(result: Result, household: Household) -> bool:
    """Whether the law gives the right on the household's day."""
    case = Case([result.provision], household.known_of(result.subject), household.on, household.values)
    return explain_cases([case])[0][0].outcome == "entitled"


def _follows(result: Result, lead: Result) -> bool:
    names = {name for follow in result.provision.follows for name in follow.provisions}
    return result.subject is lead.subject and lead.provision.name in names


def _over(result: Result, on: datetime.date) -> bool:
    return result.explanation.ends_on is not None and result.explanation.ends_on < on


def _runs(result: Result, on: datetime.date) -> bool:
    """Whether something of it is paid in the month of this day."""
    found = result.explanation
    begun = found.starts_on is None or found.starts_on <= end_of_month(on)
    return found.outcome == "entitled" and begun and (result.provision.pays == "once" or not _over(result, on))


def _received(running: Iterable[Result], on: datetime.date) -> list[Taken]:
    """Monthly payments that one receives already and still has a right to."""
    return [
        Taken(result, result.in_hand)
        for result in running
        if result.received and result.provision.adds_up and result.provision.pays == "monthly" and _runs(result, on)
    ]
