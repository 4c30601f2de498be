"""By what terms a payment is offered: the law's dated values, which administrators amend."""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import Self

from socialcode.engine.parameters import Values
from socialcode.law.values import values_on

ALL = "all"  # the line of a table for payments that it does not name
LETTER, VISIT = 1, 2  # what follows silence


@dataclass(frozen=True)
class Terms:
    """Of one payment on one day. Days are days of the calendar; `floor` is in tenge, `sampled_share` from 0 to 1."""

    is_offered: bool
    floor: Decimal
    fresh_days: int
    answer_days: int
    remind_days: int
    again_days: int
    is_by_rule: bool
    sampled_share: Decimal
    after_silence: int
    most_missing: int

    @classmethod
    def of(cls, provision: str, on: datetime.date) -> Self:
        return cls.read(provision, values_on(on))

    @classmethod
    def of_each(cls, provisions: Iterable[str], on: datetime.date) -> dict[str, Self]:
        """Of some payments on a day, by name: one query."""
        values = values_on(on)
        return {name: cls.read(name, values) for name in provisions}

    @classmethod
    def read(cls, provision: str, values: Values) -> Self:
        """The same of values at hand. What no table says of a payment before its first day is: not offered."""

        def said(name: str) -> Decimal:
            table = values.value(f"proactive_{name}") or {}
            return Decimal(table.get(provision, table.get(ALL, 0)))

        whole = (int(said(name)) for name in ("fresh_days", "answer_days", "remind_days", "again_days"))
        return cls(
            bool(said("offered")),
            said("floor"),
            *whole,
            bool(said("by_rule")),
            said("sampled_share"),
            int(said("after_silence")),
            int(said("most_missing")),
        )
