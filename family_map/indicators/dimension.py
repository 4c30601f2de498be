"""A dimension of the map: its indicators weigh alike, in whole parts, so that no weight is ever rounded."""

import datetime
import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from inspect import Parameter, Signature

from socialcode.engine import Rule, _, choose, first_known, rule
from socialcode.engine.provision import BEGINNING

PARTS = math.lcm(*range(1, 11))  # of a dimension: any number of indicators up to ten divides it


@dataclass(frozen=True)
class Dimension:
    """`indicators` are rules with the result true where the family lacks nothing, false where it does."""

    name: str
    title: str
    indicators: tuple[Rule, ...]

    @property
    def weight(self) -> str:
        """The name of the law's value that says how much it weighs beside the others."""
        return f"weight_of_{self.name}"

    @property
    def lacking(self) -> str:
        return f"lacking_{self.name}"

    @property
    def perhaps_lacking(self) -> str:
        return f"perhaps_lacking_{self.name}"

    def in_force(self, on: datetime.date) -> list[str]:
        """The names of the indicators that count on a day."""
        return list(dict.fromkeys(r.name for r in self.indicators if r.since <= on))

    @property
    def counts(self) -> tuple[Rule, ...]:
        """Rules that count what is not met, in parts of the dimension: what is certain, and what is not known besides;
        each has a version for every day on which an indicator joins."""
        starts = sorted({r.since for r in self.indicators})
        return tuple(
            counted
            for since in starts
            for counted in (
                _counting(self.lacking, self.in_force(since), since, CERTAIN, if_unknown=True),
                _counting(self.perhaps_lacking, self.in_force(since), since, POSSIBLE, if_unknown=False),
            )
        )


CERTAIN = _("What is not met in one dimension, in parts of it")
POSSIBLE = _("What is not met in one dimension or not known, in parts of it")


def _counting(name: str, indicators: Sequence[str], since: datetime.date, sentence: str, *, if_unknown: bool) -> Rule:
    part = PARTS // len(indicators)

    def count(*met):
        lacking = [choose(first_known(one, if_unknown), 0, part) for one in met]
        found = lacking[0]
        for one in lacking[1:]:
            found = found + one
        return found

    start = "" if since == BEGINNING else since.isoformat()
    return rule("24.3", sentence, since=start, name=name)(with_arguments(count, indicators))


def with_arguments(formula: Callable, names: Sequence[str]) -> Callable:
    """A formula that takes whatever it is handed, as one with these arguments."""
    formula.__signature__ = Signature([Parameter(name, Parameter.POSITIONAL_OR_KEYWORD) for name in names])
    return formula
