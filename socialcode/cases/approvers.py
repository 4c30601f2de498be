"""How many other people must agree to a decision, and why: each ground asks for a number, and the largest counts.

A further ground is one more function in GROUNDS.
"""

from collections.abc import Callable
from dataclasses import dataclass

from django.utils.translation import gettext as _

from socialcode.decisions.deviation import Deviation
from socialcode.engine.parameters import Values
from socialcode.templatetags.portal import money

from .models import Claim


@dataclass(frozen=True)
class Proposed:
    """A decision before it is kept: on which claim, and how far it lies from what was computed."""

    claim: Claim
    deviation: Deviation


@dataclass(frozen=True)
class Demand:
    """So many other people, and in a few words why."""

    persons: int
    why: str


def by_amount(proposed: Proposed, values: Values) -> Demand:
    decided = proposed.deviation.decided
    return Demand(_step(values.value("approvers_by_amount"), decided), _("an amount of %s") % money(decided))


def by_deviation(proposed: Proposed, values: Values) -> Demand | None:
    """Of more money than was computed; before less, the person is heard instead, and may complain."""
    deviation = proposed.deviation
    if deviation.more <= 0:
        return None
    return Demand(_step(values.value("approvers_by_deviation"), deviation.share * 100), deviation.text)


GROUNDS: tuple[Callable[[Proposed, Values], Demand | None], ...] = (by_amount, by_deviation)


def needed(proposed: Proposed, values: Values) -> Demand:
    """The largest demand of all grounds; with the law's values of the day of the decision."""
    asked = [ground(proposed, values) for ground in GROUNDS]
    return max((demand for demand in asked if demand), key=lambda demand: demand.persons)


def _step(steps, size) -> int:
    return int(max(persons for step, persons in steps.items() if step <= size))
