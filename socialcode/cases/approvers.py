"""How many other people must agree to a decision, and why: each ground asks for a number, and the largest counts.

A further ground is one more function in GROUNDS, or in MORE where it adds to the others.
"""

from collections.abc import Callable
from dataclasses import dataclass

from django.utils.translation import gettext as _

from socialcode.decisions.approving import step_of
from socialcode.decisions.deviation import Deviation
from socialcode.engine.parameters import Values
from socialcode.templatetags.portal import money

from .models import Claim
from .paper import account_is_known


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
    return Demand(step_of(values.value("approvers_by_amount"), decided), _("an amount of %s") % money(decided))


def by_deviation(proposed: Proposed, values: Values) -> Demand | None:
    """Of more money than was computed; before less, the person is heard instead, and may complain."""
    deviation = proposed.deviation
    if deviation.more <= 0:
        return None
    return Demand(step_of(values.value("approvers_by_deviation"), deviation.share * 100), deviation.text)


def by_paper(proposed: Proposed, values: Values) -> Demand | None:
    """Of a claim that an officer entered from paper: nobody but the office has seen the person ask for it."""
    if not proposed.claim.is_paper:
        return None
    return Demand(int(values.value("approvers_of_paper")), _("a claim on paper"))


def by_account(proposed: Proposed, _values: Values) -> Demand | None:
    """An account that only the officer says is the person's: one more than is needed anyhow."""
    claim = proposed.claim
    if not (claim.is_paper and claim.iban) or account_is_known(claim):
        return None
    return Demand(1, _("an account the person never gave themselves"))


GROUNDS: tuple[Callable[[Proposed, Values], Demand | None], ...] = (by_amount, by_deviation, by_paper)
MORE: tuple[Callable[[Proposed, Values], Demand | None], ...] = (by_account,)  # on top of the largest of the others


def needed(proposed: Proposed, values: Values) -> Demand:
    """The largest demand of all grounds, and what comes on top; with the law's values of the day of the decision."""
    asked = [ground(proposed, values) for ground in GROUNDS]
    most = max((demand for demand in asked if demand), key=lambda demand: demand.persons)
    more = [demand for ground in MORE if (demand := ground(proposed, values))]
    why = ", ".join(demand.why for demand in (most, *more))
    return Demand(most.persons + sum(demand.persons for demand in more), why)
