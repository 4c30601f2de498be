"""What a provision declares of others: which it cannot be had beside, and which change it once they are granted."""

import datetime
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, NamedTuple


class Effect(StrEnum):
    """What becomes of a payment beside another one. Where there is none, both are paid in full, together."""

    ONE_OF = "one_of"  # a person has only one of the two
    ONE_PERSON = "one_person"  # one cannot have it while another person receives the other, or it itself
    TOP_UP = "top_up"  # only what is above the other is paid, if anything
    ENDS = "ends"  # it ends once the other is granted
    PAUSES = "pauses"  # it is not paid as long as the other is, and goes on afterwards
    OPENS = "opens"  # it can be had, or in full, only with the other
    LOWERS = "lowers"  # it is smaller with the other
    INCOME = "income"  # the other counts as income for it, and so it is smaller


@dataclass(frozen=True)
class OneOf:
    """One cannot have both a provision and `provision`, by this `article`, unless the own rule `unless` holds.

    Where the own rule `changes_over` holds, who receives the other one has asked for this one in its place: the other
    one then ends the day before `starts_on`.
    """

    provision: str
    article: str
    unless: str = ""
    changes_over: str = ""


class Granted(NamedTuple):
    """A payment that is granted to the same person: its amount (None if unknown) and its first day."""

    amount: int | None
    since: datetime.date


@dataclass(frozen=True)
class Told:
    """What becomes of a provision beside `provisions` where the answer to its own `fact` says that it does.

    Its rules carry it and nothing follows by itself: whether one lives in a care centre, or has bought an annuity, no
    other right says.
    """

    fact: str
    provisions: tuple[str, ...]
    effect: Effect
    article: str


@dataclass(frozen=True)
class Follows:
    """What a fact of a provision becomes once one of other `provisions` is granted to the same person.

    `value` is what it becomes; of a fact that counts members of a family, one more of them. None means the amount of
    that payment, or its first day if it `is_day`. `when` names a fact and those of its values with which it holds.
    `effect` says what then becomes of the provision, `article` where the law says so.
    """

    fact: str
    provisions: tuple[str, ...]
    value: bool | str | int | None = None
    is_day: bool = False
    when: tuple[str, tuple] = ()
    effect: Effect = Effect.TOP_UP
    article: str = ""

    def holds(self, known: Mapping) -> bool:
        lead, values = self.when or ("", ())
        return not lead or known.get(lead) in values

    def becomes(self, granted: Collection[Granted]) -> Any:
        """The fact's value once these are granted; None if it is not known."""
        if self.value is not None:
            return self.value
        if self.is_day:
            return min(one.since for one in granted)
        amounts = [one.amount for one in granted]
        return None if None in amounts else sum(amounts)
