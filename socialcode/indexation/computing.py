"""The new amount of many awards: what each was granted on, by the law of another day, a provision at a time."""

import datetime
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from itertools import groupby
from typing import Any

from socialcode.awards.granting import withheld
from socialcode.awards.life import Withheld
from socialcode.engine import FactError, results
from socialcode.engine.nation.evaluate import frame_of
from socialcode.engine.registry import registry
from socialcode.law.values import values_on

from .models import Line

Held = Line.Held
AMOUNT, NET = "amount", "net_amount"


@dataclass(frozen=True)
class Standing:
    """A term of an award as it stands: `computed` is what its assessment came to, `facts` the raw facts it stands on by
    name, `indexed` whether the term came of an earlier computation of new amounts."""

    award: int
    term: int
    since: datetime.date
    gross: Decimal
    provision: str
    region: str
    computed: Decimal | None
    facts: dict[str, Any]
    indexed: bool

    @property
    def is_as_computed(self) -> bool:
        """Whether the law alone made the amount, so that the law alone may make the next one."""
        return self.indexed or self.gross == self.computed


@dataclass(frozen=True)
class NewAmount:
    """What a term comes to from a day on, in tenge; None where it cannot be computed. `held` is why a person looks."""

    standing: Standing
    since: datetime.date
    after: Decimal | None
    withheld: tuple[Withheld, ...] | None
    held: str

    @property
    def is_changed(self) -> bool:
        return bool(self.held) or self.after != self.standing.gross


def new_amounts(standing: Iterable[Standing], on: datetime.date) -> Iterator[NewAmount]:
    """Each term anew by the law of a day, or of its own first day where that is later."""

    def alike(one: Standing) -> tuple:
        return one.provision, one.region, max(on, one.since)

    for (provision, region, day), group in groupby(sorted(standing, key=alike), key=alike):
        yield from _of_one_law(list(group), registry.provision(provision), values_on(day, region))


def _of_one_law(rows: list[Standing], provision, values) -> Iterator[NewAmount]:
    names = [AMOUNT, *([NET] if NET in provision.rules else [])]
    facts = [{name: raw for name, raw in row.facts.items() if name in provision.facts} for row in rows]
    try:
        found = results(provision, frame_of(provision.facts, facts, values.on), values.on, values, names).rows(
            named=True
        )
    except FactError:
        found = [_alone(provision, row, values, names) for row in facts]  # one of them cannot be read
    for row, amounts in zip(rows, found, strict=True):
        yield _judged(row, values.on, amounts[AMOUNT], amounts.get(NET, amounts[AMOUNT]))


def _alone(provision, facts: dict, values, names: list[str]) -> dict:
    """One row by itself, where a row of many cannot be read any more: nothing is then known of it."""
    try:
        return results(provision, frame_of(provision.facts, [facts], values.on), values.on, values, names).row(
            0, named=True
        )
    except FactError:
        return dict.fromkeys(names)


def _judged(row: Standing, since: datetime.date, amount, net) -> NewAmount:
    after, in_hand = (None if each is None else Decimal(each) for each in (amount, net))
    held = ""
    if not row.is_as_computed:
        held = Held.BY_HAND
    elif after is None or in_hand is None:
        held = Held.NOT_KNOWN
    elif after < row.gross:
        held = Held.LOWER
    taken = None if after is None else withheld(row.provision, after, in_hand)
    return NewAmount(row, since, after, taken, held)
