"""What a rule may ask about a person, and how an answer is read. Unknown is None."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from enum import StrEnum
from functools import lru_cache
from typing import Any

import polars as pl

from .exact import EXACT
from .text import _

MOST_MONEY = Decimal(10) ** 12
EARLIEST = datetime.date(1900, 1, 1)
YEARS_TO_COME = 20  # a day that may come is not later than so many years
EVERYBODY = 200  # an age, in years, that nobody reaches


class Kind(StrEnum):
    YES_NO = "yes_no"
    NUMBER = "number"
    MONEY = "money"
    DATE = "date"
    CHOICE = "choice"
    SERIES = "series"


COLUMNS = {
    Kind.YES_NO: pl.Boolean,
    Kind.NUMBER: pl.Int64,
    Kind.MONEY: EXACT,
    Kind.DATE: pl.Date,
    Kind.CHOICE: pl.String,
    Kind.SERIES: pl.List(EXACT),
}


class Meaning(StrEnum):
    """What the portal itself must know of people: it finds such a fact by its meaning, however it is called."""

    BORN = "born"  # the person's date of birth
    SEX = "sex"
    CHILD_BORN = "child_born"  # the child's date of birth
    CHILDREN_OF_FAMILY = "children_of_family"  # how many children under 18 live in the family
    INCOME_OF_QUARTER = "income_of_quarter"  # what the family received in the quarter before, tenge


class FactError(ValueError):
    """A wrong answer: `message` is a sentence with %-placeholders for `values`, to be translated before filling in."""

    def __init__(self, message: str, **values):
        self.message, self.values = message, values
        super().__init__(message % values)


@dataclass(frozen=True)
class Fact:
    """A known or unknown truth. `of` says whose it is (person, child, family), `page` with which others it is asked.
    What is asked for each child may stand in registers about the person (`in_registers_of`), such as an income before
    its birth.

    `most` bounds numbers, `months` is a series' length; dates lie on or before the day of assessment unless `may_come`.
    `asked_if` names another fact and those of its values after which this question makes sense. A series, or a sum
    over its months, ends with the month before the date that the first known fact of `before` gives. `situation` is a
    short sentence a person ticks if it is true of them ("I lost my job"); unticked, the answer is `without`: one page
    settles many rights at once. An answer to a `quarterly` fact is about the quarter of the day of assessment, or the
    one before: in another quarter it says nothing any more.
    `said` are sentences that each say one of the choices. With `without=None` nothing is known where it is not ticked.
    Its sentence can be true only of one `sex`, at some `ages` (full years, both included) or `with_children`; `rare`
    ones stand last, one that `brings_child` makes a child be described. Before the age `later` it is offered only once
    other answers have left it open. What people know is asked, and the rest computed: `is_pay` may be given as pay
    before deductions or as the sum on the card, months `in_years` as years and months, days as a last day counted
    with the first one, the fact `days_from`. Where nobody knows, `estimate` names the published figure counted with.
    `means` says what the portal itself takes the fact for, `instead_of` names a fact that makes this one needless.
    `says_paid` names the provisions of which it says that another person receives them.
    """

    name: str
    kind: Kind
    label: str
    question: str
    help: str = ""
    of: str = "person"
    in_registers_of: str = ""
    page: str = ""
    choices: tuple[tuple[str, str], ...] = ()
    least: int = 0
    most: int | Decimal = MOST_MONEY
    months: int = 0
    may_come: bool = False
    asked_if: tuple[str, tuple] = ()
    before: tuple[str, ...] = ()
    situation: str = ""
    without: bool | str | int | None = False
    said: tuple[tuple[str, str], ...] = ()
    sex: str = ""
    ages: tuple[int, int] | tuple[()] = ()
    with_children: bool = False
    rare: bool = False
    later: int = 0
    is_pay: bool = False
    in_years: bool = False
    days_from: str = ""
    estimate: str = ""
    brings_child: bool = False
    means: Meaning | None = None
    instead_of: str = ""
    says_paid: tuple[str, ...] = ()
    quarterly: bool = False

    def makes_sense(self, known: Mapping[str, Any]) -> bool:
        """Whether this may be asked yet: the fact it depends on is known and has one of the values named."""
        lead, values = self.asked_if or ("", ())
        return not lead or known.get(lead) in values

    @property
    def column(self):
        """The column type this fact has in a table."""
        return COLUMNS[self.kind]

    def read(self, raw, on: datetime.date):
        """An answer (typed, from JSON or a form) as the engine's value; None stays None. Raises FactError."""
        return None if raw is None else getattr(self, f"_read_{self.kind}")(raw, on)

    def _read_yes_no(self, raw, on):
        if not isinstance(raw, bool):
            raise FactError(_("Answer yes or no (true or false)."))
        return raw

    def _read_number(self, raw, on):
        number = _decimal(raw)
        if number != number.to_integral_value():
            raise FactError(_("Give a whole number."))
        return int(_bounded(number, self.least, self.most))

    def _read_money(self, raw, on):
        return _amount(raw, self.least, self.most)

    def _read_date(self, raw, on):
        try:
            day = raw if isinstance(raw, datetime.date) else datetime.date.fromisoformat(raw)
        except (TypeError, ValueError):
            raise FactError(_("Give a real date as year-month-day, for example 2026-01-31.")) from None
        if day < EARLIEST:
            raise FactError(_("This date is too long ago."))
        if day > on and not self.may_come:
            raise FactError(_("This date is after the day you are asking about."))
        if day.year > on.year + YEARS_TO_COME:
            raise FactError(_("This date is too far in the future."))
        return day

    def _read_choice(self, raw, on):
        if raw not in (known := [value for value, _label in self.choices]):
            raise FactError(_("Choose one of: %(choices)s."), choices=", ".join(known))
        return raw

    def _read_series(self, raw, on):
        if not isinstance(raw, list | tuple) or len(raw) != self.months:
            raise FactError(_("Give exactly %(months)s monthly amounts."), months=self.months)
        return list(_amounts(self.least, self.most, *(None if item is None else str(item) for item in raw)))


def _decimal(raw) -> Decimal:
    try:
        if isinstance(raw, bool):
            raise TypeError
        number = Decimal(str(raw))
    except (InvalidOperation, TypeError):
        raise FactError(_("Give a number in digits.")) from None
    if not number.is_finite():
        raise FactError(_("Give a number in digits."))
    return number


def _bounded(number, least, most):
    if number < least:
        raise FactError(_("This number cannot be less than %(least)s."), least=least)
    if number > most:
        raise FactError(_("This number cannot be more than %(most)s."), most=most)
    return number


def _amount(raw, least, most) -> Decimal:
    amount = _bounded(_decimal(raw), least, most)
    if amount != round(amount, 2):
        raise FactError(_("Give an amount in tenge with at most two places after the point."))
    return amount


@lru_cache(maxsize=512)  # a page of questions reads the months of every child four times
def _amounts(least, most, *written: str | None) -> tuple[Decimal | None, ...]:
    return tuple(None if one is None else _amount(one, least, most) for one in written)
