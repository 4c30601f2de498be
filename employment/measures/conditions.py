"""What an employer has to meet before the centre creates subsidised places with it (order No 395 of 2025).

Rules of what is known of the employer and of dated values alone: no database. An answer is yes, no, or not known yet.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import ROUND_FLOOR, ROUND_HALF_UP, Decimal

from django.utils.translation import gettext
from django.utils.translation import gettext_noop as _

from socialcode.engine.parameters import Values
from socialcode.templatetags.portal import money

PERCENT, HUNDREDTH = 100, Decimal("0.01")
SUMS = ("owes",)  # among the numbers: tenge


@dataclass(frozen=True)
class Employer:
    """What is known on the day of the question.

    `places` are the subsidised places it has and asks for; `ended` how many contracts were over last year, `stayed` and
    `not_looked` of how many it is known that the person stayed, or not known yet; `owes` is tenge to be paid back.
    """

    months: int
    has_arrears: bool
    pays_contributions: bool
    headcount: int
    places: int
    ended: int = 0
    stayed: int = 0
    not_looked: int = 0
    owes: Decimal = Decimal(0)


@dataclass(frozen=True)
class Condition:
    """`sentence` is what is asked for, `because` what is known of it; both with numbers to fill in. `has_exceptions`:
    the rules name some that could not be read, so an officer may let it pass with a reason."""

    name: str
    sentence: str
    because: str
    source: str
    ask: Callable[[Employer, Values], tuple[bool | None, dict]]
    has_exceptions: bool = False


@dataclass(frozen=True)
class Answer:
    """How a condition stands: `met` is None where it is not known yet; `numbers` fill in its sentences."""

    condition: Condition
    met: bool | None
    numbers: dict

    @property
    def sentence(self) -> str:
        return gettext(self.condition.sentence) % self.numbers

    @property
    def because(self) -> str:
        sums = {name: money(Decimal(self.numbers[name])) for name in SUMS if name in self.numbers}
        return gettext(self.condition.because) % (self.numbers | sums)

    @property
    def source(self) -> str:
        return gettext(self.condition.source)


COMPUTED, TOLD = _("counted by the portal"), _("as the employer says; the centre compares it with papers")


def _in_business(employer: Employer, values: Values):
    least = int(values.value("measure_employer_months"))
    return employer.months >= least, {"least": least, "months": employer.months}


def _without_arrears(employer: Employer, _values: Values):
    return not employer.has_arrears, {}


def _contributing(employer: Employer, values: Values):
    return employer.pays_contributions, {"months": int(values.value("measure_contribution_months"))}


def least_kept(ended: int, values: Values) -> int:
    """How many of so many workers of last year an employer had to keep; a part of a person counts as one."""
    if ended < values.value("measure_kept_from"):
        return min(ended, 1)
    whole, rest = divmod(ended * values.value("measure_kept_share"), 1)
    return int(whole) + bool(rest)


def _kept(employer: Employer, values: Values):
    least = least_kept(employer.ended, values)
    met = employer.stayed >= least
    if not met and employer.stayed + employer.not_looked >= least:
        met = None
    numbers = {"least": least, "ended": employer.ended, "stayed": employer.stayed, "open": employer.not_looked}
    return met, numbers


def _within_staff(employer: Employer, values: Values):
    share = values.value("measure_most_of_staff")
    most = int((employer.headcount * share).to_integral_value(ROUND_FLOOR))
    percent = int((share * PERCENT).to_integral_value(ROUND_HALF_UP))
    return employer.places <= most, {
        "percent": percent,
        "most": most,
        "staff": employer.headcount,
        "places": employer.places,
    }


def _owes_nothing(employer: Employer, _values: Values):
    return not employer.owes, {"owes": f"{employer.owes.quantize(HUNDREDTH):f}"}


CONDITIONS = (
    Condition(
        "in_business",
        _("Registered and active for at least %(least)d months"),
        _("Registered for %(months)d months by the BIN."),
        COMPUTED,
        _in_business,
    ),
    Condition(
        "without_arrears",
        _("No wages are owed"),
        _("By the word of who sent the application."),
        TOLD,
        _without_arrears,
    ),
    Condition(
        "contributing",
        _("Social payments for each of the last %(months)d months"),
        _("By the word of who sent the application."),
        TOLD,
        _contributing,
    ),
    Condition(
        "kept",
        _("Of the workers whose contracts were over last year at least %(least)d stayed"),
        _("Contracts over last year: %(ended)d; stayed: %(stayed)d; not looked at yet: %(open)d."),
        COMPUTED,
        _kept,
    ),
    Condition(
        "within_staff",
        _("Subsidised places are at most %(percent)d in a hundred of the staff"),
        _("Staff: %(staff)d, so at most %(most)d; with those asked for now: %(places)d."),
        COMPUTED,
        _within_staff,
        has_exceptions=True,
    ),
    Condition(
        "owes_nothing",
        _("Nothing is to be paid back for earlier contracts"),
        _("To be paid back: %(owes)s."),
        COMPUTED,
        _owes_nothing,
    ),
)
BY_NAME = {condition.name: condition for condition in CONDITIONS}


def ask(employer: Employer, values: Values) -> list[Answer]:
    """How every condition stands, in the order of the rules."""
    return [Answer(condition, *condition.ask(employer, values)) for condition in CONDITIONS]


def kept(answers: list[Answer]) -> list[dict]:
    """The answers as rows that stay."""
    return [{"name": one.condition.name, "met": one.met, "numbers": one.numbers} for one in answers]


def read(rows: list[dict]) -> Iterator[Answer]:
    """Answers that were kept; a condition of former times that has no words any more is left out."""
    return (Answer(BY_NAME[row["name"]], row["met"], row["numbers"]) for row in rows if row["name"] in BY_NAME)


def in_the_way(answers: list[Answer]) -> list[Answer]:
    """What is not met and has no exceptions: no reason lets it pass."""
    return [one for one in answers if one.met is False and not one.condition.has_exceptions]


def need_a_reason(answers: list[Answer]) -> list[Answer]:
    """What is not known yet, or has exceptions: an officer lets it pass with a reason only."""
    return [one for one in answers if one.met is None or (one.met is False and one.condition.has_exceptions)]
