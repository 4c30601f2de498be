"""The months to come as they are read: a table, a picture and a list of days, each in the reader's words."""

import datetime
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache

from babel.dates import format_skeleton
from dateutil.relativedelta import relativedelta
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from socialcode.engine import Meaning
from socialcode.engine.days import end_of_month
from socialcode.engine.registry import registry
from socialcode.entitlement.income import looks_at_income
from socialcode.entitlement.months import AGAIN, APPLY, CHANGE, END, Forecast, Moment, Schedule, first_days
from socialcode.entitlement.reasons import reason
from socialcode.entitlement.results import newest_figures_are_older
from socialcode.templatetags.portal import money

from ..household import VisitedHousehold
from ..visit import Subject, Visit
from ..wording import named, subject_name
from . import timeline
from .timeline import Timeline

NOTHING = "–"
BIRTHDAY = "birthday"
OF_CHILDREN = frozenset({1, 3, 6, 7, 16, 18, 23})  # years
FROM_AGE = 55  # from here on each year of the visitor's own may bring something
LAST = (END, AGAIN, APPLY)


@dataclass(frozen=True)
class DayToRemember:
    """A day on which something happens: `title` in a few words, `text` in a sentence or empty."""

    day: datetime.date
    kind: str
    title: str
    text: str


@dataclass(frozen=True)
class MonthsPage:
    """The page of the months to come: a table, a picture and days to remember of one forecast."""

    household: VisitedHousehold

    @cached_property
    def forecast(self) -> Forecast:
        return Forecast(self.household)

    @property
    def columns(self) -> list[dict]:
        return [{"title": _("Payment")}, *({"title": name, "numeric": True} for name in self.month_names)]

    @cached_property
    def month_names(self) -> list[str]:
        return [_name_of_month(on, get_language()) for on in self.forecast.days]

    @property
    def rows(self) -> list[list[str]]:
        """A line of cells for each payment, the sums of all of them last."""
        places = range(len(self.forecast.days))
        rows = [[self._name(paid), *(self._cell(paid, place) for place in places)] for paid in self.schedules]
        return [*rows, [_("Together"), *map(self._together, places)]]

    @property
    def schedules(self) -> list[Schedule]:
        return list(self.forecast.schedules.values())

    @cached_property
    def timeline(self) -> Timeline:
        """The payments of the months as a picture; own savings and services are in the table and the list only."""
        days = self.forecast.days
        once_or_monthly = [one for one in self.schedules if one.result.provision.pays in ("monthly", "once")]
        places = range(len(days))
        sums = [self._monthly(place) for place in places]
        return Timeline(
            years=timeline.years(days),
            marks=timeline.marks([(e.day, e.kind in LAST) for e in self.events], days[0], len(days)),
            lines=[
                timeline.line(self._name(one), one.result.provision.pays, one.paid, len(days))
                for one in once_or_monthly
            ],
            steps=timeline.steps(sums, {place for place in places if self._is_open(place)}),
        )

    def _monthly(self, place: int) -> int:
        """What is paid every month, as far as it is known; what is paid once is no part of the steps."""
        monthly = (one for one in self.schedules if one.result.provision.pays == "monthly")
        return sum(one.paid.get(place) or 0 for one in monthly)

    def _is_open(self, place: int) -> bool:
        """Whether something is paid in a month of which the amount is not known yet."""
        monthly = [one for one in self.schedules if one.result.provision.pays == "monthly"]
        is_open = any(one.provision.pays == "monthly" for one in self.forecast.open.get(place, ()))
        return is_open or any(one.paid.get(place, 0) is None for one in monthly)

    @cached_property
    def open_names(self) -> list[str]:
        """Payments of which an open answer decides, each once."""
        results = [result for month in self.forecast.open.values() for result in month]
        return [*dict.fromkeys(named(self.household.visit, one.provision, one.subject) for one in results)]

    @cached_property
    def events(self) -> list[DayToRemember]:
        """What happens, birthdays among it, the first first."""
        found = [*map(self._event, self.forecast.moments), *self._birthdays()]
        return sorted(found, key=lambda event: event.day)

    def _birthdays(self) -> Iterator[DayToRemember]:
        visit = self.household.visit
        for on, subject, age in birthdays(visit, end_of_month(self.forecast.days[-1])):
            whose = subject_name(visit, subject)
            title = _("%(whose)s: %(age)s years old") if whose else _("You turn %(age)s")
            yield DayToRemember(on, BIRTHDAY, title % {"whose": whose, "age": age}, "")

    @property
    def older_figures(self) -> int | None:
        """The year of the newest published figures, if the table goes on after it."""
        last = first_days(self.household.on)[-1]
        return newest_figures_are_older(self.household.as_of(last).values, last)

    def _name(self, schedule: Schedule) -> str:
        name = named(self.household.visit, schedule.result.provision, schedule.result.subject)
        return _("%(payment)s, you already receive it") % {"payment": name} if schedule.result.received else name

    @staticmethod
    def _cell(schedule: Schedule, place: int) -> str:
        if place not in schedule.paid:
            return NOTHING
        amount = schedule.paid[place]
        return _("not known yet") if amount is None else money(amount)

    def _together(self, place: int) -> str:
        """The sum of a month; what is not known yet is not nothing."""
        amount = self.forecast.sums[place]
        is_known = all(schedule.paid.get(place, 0) is not None for schedule in self.schedules)
        if is_known and place not in self.forecast.open:
            return money(amount) if amount else NOTHING
        return f"{_('at least')} {money(amount)}" if amount else _("not known yet")

    def _event(self, moment: Moment) -> DayToRemember:
        name = named(self.household.visit, moment.result.provision, moment.result.subject)
        title = {
            END: _("Last day: %(payment)s"),
            AGAIN: _("Apply again: %(payment)s"),
            CHANGE: _("New amount: %(payment)s"),
            APPLY: _("Last day to apply: %(payment)s"),
        }.get(moment.kind, _("Begins: %(payment)s"))
        return DayToRemember(moment.day, moment.kind, title % {"payment": name}, _text(moment))


@lru_cache(maxsize=512)
def _name_of_month(on: datetime.date, language: str) -> str:
    return format_skeleton("yMMM", on, locale=language)


def _text(moment: Moment) -> str:
    if moment.kind == AGAIN:
        return _again(moment)
    if moment.kind == CHANGE:
        change = _("%(was)s until now, %(now)s a month from this day on.")
        return change % {"was": money(moment.was), "now": money(moment.now)}
    if moment.kind == APPLY:
        return _("Apply in time, or the right may be lost.")
    if moment.left_out:
        return reason(moment.left_out)
    if moment.refused:
        unmet = ", ".join(_(step.sentence) for step in moment.refused.explanation.unmet)
        return _("From the next day on this is no longer true: %(conditions)s.") % {"conditions": unmet}
    return ""


def _again(moment: Moment) -> str:
    sentences = [_("It is granted until this day. Apply again to go on receiving it.")]
    if moment.now is not None:
        change = _("Then it is %(now)s a month instead of %(was)s.")
        sentences.append(change % {"was": money(moment.was), "now": money(moment.now)})
        if looks_at_income(moment.result.provision):
            sentences.append(_("The income of the quarter before decides, and your new payments are part of it."))
    return " ".join(sentences)


def birthdays(visit: Visit, until: datetime.date) -> Iterator[tuple[datetime.date, Subject, int]]:
    """Each day after the visit's up to another one, whose it is, and the age in full years."""
    for subject in (visit.person, *visit.children):
        born = _born(visit, subject)
        if born is None:
            continue
        of_child = subject is not visit.person
        first = relativedelta(visit.on, born).years + 1
        for age in range(first, relativedelta(until, born).years + 1):
            if age in OF_CHILDREN if of_child else age >= FROM_AGE:
                yield born + relativedelta(years=age), subject, age


def _born(visit: Visit, subject: Subject) -> datetime.date | None:
    if subject is visit.person:
        return visit.known(subject).get(registry.meant(Meaning.BORN).name)
    return visit.born(subject)
