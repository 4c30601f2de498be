"""The months to come as they are read: a table, a picture and a list of days, each in the reader's words."""

import datetime
from dataclasses import dataclass
from functools import cached_property

from babel.dates import format_skeleton
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from socialcode.engine.parameters import Values
from socialcode.templatetags.portal import money

from .income import INCOME
from .months import AGAIN, APPLY, CHANGE, END, Forecast, Line, Moment, first_days, law_on
from .months_chart import Bars, bars
from .reasons import named, reason
from .results import newest_figures_are_older
from .visit import Visit

NOTHING = "–"


@dataclass(frozen=True)
class Event:
    """A day on which something happens: `title` in a few words, `text` in a sentence or empty."""

    day: datetime.date
    kind: str
    title: str
    text: str


@dataclass(frozen=True)
class MonthsPage:
    visit: Visit
    values: Values

    @cached_property
    def forecast(self) -> Forecast:
        return Forecast(self.visit, self.values)

    @property
    def columns(self) -> list[dict]:
        return [{"title": _("Payment")}, *({"title": name, "numeric": True} for name in self.month_names)]

    @cached_property
    def month_names(self) -> list[str]:
        return [format_skeleton("yMMM", on, locale=get_language()) for on in self.forecast.days]

    @property
    def rows(self) -> list[list[str]]:
        places = range(len(self.forecast.days))
        rows = [[self._name(line), *(self._cell(line, place) for place in places)] for line in self.lines]
        return [*rows, [_("Together"), *(money(amount) if amount else NOTHING for amount in self.forecast.sums)]]

    @property
    def lines(self) -> list[Line]:
        return list(self.forecast.lines.values())

    @cached_property
    def bars(self) -> Bars | None:
        """The monthly payments as a picture; None if there are none."""
        monthly = [line for line in self.lines if line.result.provision.pays == "monthly"]
        layers = [
            (self._name(line), [line.paid.get(place) or 0 for place in range(len(self.month_names))])
            for line in monthly
        ]
        return bars(layers, self.month_names)

    @cached_property
    def events(self) -> list[Event]:
        return [self._event(moment) for moment in self.forecast.moments]

    @property
    def older_figures(self) -> int | None:
        """The year of the newest published figures, if the table goes on after it."""
        last = first_days(self.visit.on)[-1]
        return newest_figures_are_older(law_on(self.values, last), last)

    def _name(self, line: Line) -> str:
        name = named(self.visit, line.result)
        return _("%(payment)s, you already receive it") % {"payment": name} if line.result.received else name

    @staticmethod
    def _cell(line: Line, place: int) -> str:
        if place not in line.paid:
            return NOTHING
        amount = line.paid[place]
        return _("not known yet") if amount is None else money(amount)

    def _event(self, moment: Moment) -> Event:
        name = named(self.visit, moment.result)
        title = {
            END: _("Last day: %(payment)s"),
            AGAIN: _("Apply again: %(payment)s"),
            CHANGE: _("New amount: %(payment)s"),
            APPLY: _("Last day to apply: %(payment)s"),
        }.get(moment.kind, _("Begins: %(payment)s"))
        return Event(moment.day, moment.kind, title % {"payment": name}, _text(moment))


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
        if INCOME in moment.result.provision.facts:
            sentences.append(_("The income of the quarter before decides, and your new payments are part of it."))
    return " ".join(sentences)
